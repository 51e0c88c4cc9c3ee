import {
  type RefObject,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { firstPaint } from '../paint/firstPaint';
import { LineHeights } from './LineHeights';
import { usePrinting } from './usePrinting';

// Until a row has been drawn and measured: what --row comes to, whose rem is 18 px; and what a day's line does.
const ROW_PX = matchMedia('(max-width: 40rem)').matches ? 81 : 50;
const DAY_PX = 43;
// Half a screen: what a quick scroll passes before the next frame.
const OVERSCAN = 12;
// Forty pages: more than anybody prints on purpose, and drawn in a second.
const PRINTED = 2_000;

interface Sight {
  readonly heights: LineHeights;
  /** Of the lines to draw, in order. */
  readonly indexes: readonly number[];
  /** Scrolls as little as puts the line in sight. */
  readonly show: (index: number) => void;
}

/** Which lines to draw: those in sight of the window, a few more, and the one that has the focus. */
export function useLinesInSight(
  body: RefObject<HTMLElement | null>,
  count: number,
  days: readonly number[],
  focused: number,
): Sight {
  const sizes = useSizes(body, count === 0);
  const { flight, day, top, header } = sizes;
  const heights = useMemo(() => new LineHeights(count, days, flight, day), [count, days, flight, day]);
  const [scrolled, height] = useWindow();
  const beyond = useBeyond(count === 0);

  const first = Math.max(0, heights.at(scrolled - top) - beyond);
  // One more than fits, for the first one may be cut.
  const last = Math.min(count - 1, heights.at(scrolled - top + height + flight) + beyond);
  const indexes = useMemo(() => {
    const found = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    if (focused < 0 || focused >= count) return found;
    return focused < first ? [focused, ...found] : focused > last ? [...found, focused] : found;
  }, [first, last, focused, count]);

  const show = (index: number) => {
    const above = top + heights.top(index) - header;
    const below = top + heights.top(index + 1) - innerHeight;
    if (scrollY > above || scrollY < below) scrollTo({ top: scrollY > above ? above : below });
  };
  return { heights, indexes, show };
}

/** What is drawn, measured. */
function useSizes(body: RefObject<HTMLElement | null>, isEmpty: boolean) {
  const [sizes, setSizes] = useState({ flight: ROW_PX, day: DAY_PX, top: 0, header: ROW_PX });
  useLayoutEffect(() => {
    const measure = () => {
      const element = body.current;
      if (!element) return;
      const heightOf = (line: string) => element.querySelector<HTMLElement>(line)?.offsetHeight;
      const header = element.closest('table')?.tHead?.offsetHeight ?? 0;
      const top = Math.round(element.getBoundingClientRect().top + scrollY);
      setSizes((last) => {
        const flight = heightOf('tr[data-index]') || last.flight;
        const day = heightOf('tr[data-day]') || last.day;
        const same = last.flight === flight && last.day === day && last.top === top && last.header === header;
        return same ? last : { flight, day, top, header };
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body, isEmpty]);
  return sizes;
}

/** How many lines to draw beyond those in sight: the first flights are drawn alone, others once the browser has shown them. */
function useBeyond(isEmpty: boolean): number {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!isEmpty) void firstPaint().then(() => startTransition(() => setShown(true)));
  }, [isEmpty]);
  const printing = usePrinting();
  return printing ? PRINTED : shown ? OVERSCAN : 0;
}

// A line is drawn long before its last pixel has come: not each step of a scroll draws.
const STEP_PX = 40;

/** How far the window is scrolled, to a step, and its height. */
function useWindow(): readonly [number, number] {
  const scrolled = useSyncExternalStore(subscribe, () => Math.floor(scrollY / STEP_PX) * STEP_PX);
  return [scrolled, useSyncExternalStore(subscribe, () => innerHeight)];
}

function subscribe(onChange: () => void): () => void {
  addEventListener('scroll', onChange, { passive: true });
  addEventListener('resize', onChange);
  return () => {
    removeEventListener('scroll', onChange);
    removeEventListener('resize', onChange);
  };
}
