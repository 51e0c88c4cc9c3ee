import { type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Column } from './columns';
import { DayRow } from './DayRow';
import { FlightLine } from './FlightLine';
import { DayLine, type Line } from './lines';
import { useLinesInSight } from './useLinesInSight';

interface Props {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  /** How many rows stand above these, the header's among them. */
  readonly above: number;
  /** The flight above which now is, and what is said there. */
  readonly next?: string | undefined;
  readonly nowLabel: string;
  readonly selected?: string | undefined;
  readonly weekday: (line: Line) => string | undefined;
}

/** The flights in the order of the view; however many there are, only the visible ones are drawn. */
export function Body({ lines, columns, above, next, nowLabel, selected, weekday }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  // Of the flight that the keyboard is at: it stays drawn when it is scrolled away, or the focus would be lost.
  const [focused, setFocused] = useState<string>();
  const awaitsFocus = useRef(false);
  const focusedAt = useMemo(() => (focused ? lines.findIndex((line) => idOf(line) === focused) : -1), [lines, focused]);
  const days = useMemo(() => lines.flatMap((line, index) => (line instanceof DayLine ? [index] : [])), [lines]);
  const { heights, indexes, show } = useLinesInSight(body, lines.length, days, focusedAt);

  useLayoutEffect(() => {
    if (!awaitsFocus.current) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${focusedAt}"] a`);
    if (link) awaitsFocus.current = false;
    link?.focus({ preventScroll: true });
  });

  // The Tab key goes from flight to flight; these go faster.
  const move = (event: KeyboardEvent) => {
    const target = targetOf(event.key, focusedAt, lines);
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    awaitsFocus.current = true;
    setFocused(idOf(lines[target]));
    show(target);
  };

  const rows: ReactNode[] = [];
  let end = 0;
  const leaveGap = (top: number) => {
    if (top > end) rows.push(<Gap key={`gap ${end}`} height={top - end} />);
  };
  for (const index of indexes) {
    const line = lines[index];
    if (!line) continue;
    leaveGap(heights.top(index));
    end = heights.top(index + 1);
    rows.push(
      line instanceof DayLine ? (
        <DayRow key={`day ${line.at}`} at={line.at} columns={columns} place={above + index + 1} index={index} />
      ) : (
        <FlightLine
          key={`flight ${line.id}`}
          flight={line}
          columns={columns}
          place={above + index + 1}
          index={index}
          selected={line.id === selected}
          now={line.id === next ? nowLabel : undefined}
          weekday={weekday(line)}
        />
      ),
    );
  }
  leaveGap(heights.total);
  return (
    // The keys are those of the links in it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <tbody
      role="rowgroup"
      ref={body}
      onKeyDown={move}
      onFocus={(event) => setFocused(event.target.closest('tr')?.dataset['flight'])}
    >
      {rows}
    </tbody>
  );
}

const idOf = (line: Line | undefined) => (line && !(line instanceof DayLine) ? line.id : undefined);

/** Holds the place of rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden="true" className="gap" style={{ height }}>
      <td />
    </tr>
  );
}

function targetOf(key: string, index: number, lines: readonly Line[]): number | undefined {
  const isFlight = (line: Line) => !(line instanceof DayLine);
  switch (key) {
    case 'ArrowDown':
      return orStay(lines.findIndex((line, at) => at > index && isFlight(line)));
    case 'ArrowUp':
      return orStay(lines.findLastIndex((line, at) => at < index && isFlight(line)));
    case 'Home':
      return orStay(lines.findIndex(isFlight));
    case 'End':
      return orStay(lines.findLastIndex(isFlight));
    default:
      return undefined;
  }
}

const orStay = (index: number) => (index < 0 ? undefined : index);
