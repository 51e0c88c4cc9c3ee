import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { painted } from '../paint/painted';
import { usePrinting } from './usePrinting';

// Until a row has been drawn and measured: what --row comes to, whose rem is 18 px.
const ROW_PX = matchMedia('(max-width: 40rem)').matches ? 81 : 50;
// Half a screen: what a quick scroll passes before the next frame.
const OVERSCAN = 12;
// Forty pages: more than anybody prints on purpose, and drawn in a second.
const PRINTED = 2_000;

/** Which rows to draw: those in sight of the window, a few more, and the one that the keyboard is at. */
export function useRowsInSight(
  body: RefObject<HTMLElement | null>,
  count: number,
  keyOf: (index: number) => string,
  kept: number,
) {
  const [{ row, top, header }, setSizes] = useState({ row: ROW_PX, top: 0, header: ROW_PX });

  useLayoutEffect(() => {
    const measure = () => {
      const element = body.current;
      if (!element) return;
      const drawn = element.querySelector<HTMLElement>('tr[data-index]')?.offsetHeight;
      const header = element.closest('table')?.tHead?.offsetHeight ?? 0;
      const top = Math.round(element.getBoundingClientRect().top + scrollY);
      setSizes((last) => {
        const row = drawn || last.row;
        return last.row === row && last.top === top && last.header === header ? last : { row, top, header };
      });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body, count === 0]);

  // The first flights are drawn alone, and those out of sight when the browser has shown them.
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (count > 0) void painted().then(() => startTransition(() => setShown(true)));
  }, [count === 0]);
  const overscan = shown ? OVERSCAN : 0;

  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => row,
    getItemKey: keyOf,
    overscan: usePrinting() ? PRINTED : overscan,
    scrollMargin: top,
    scrollPaddingStart: header,
    rangeExtractor: (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (kept < 0 || kept >= count || indexes.includes(kept)) return indexes;
      return [...indexes, kept].sort((a, b) => a - b);
    },
    // Synchronous drawing from within React's own effects is an error to React; the overscan makes up for the frame.
    useFlushSync: false,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, row]);
  return { virtualizer, top };
}
