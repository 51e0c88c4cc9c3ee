import { Fragment, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { FlightLine } from './FlightLine';
import type { FlightRow } from './features';
import { useRowsInSight } from './useRowsInSight';

interface Props {
  readonly rows: readonly FlightRow[];
  /** How many rows stand above these, the header's among them. */
  readonly above: number;
  readonly nowIndex: number;
  readonly nowLabel: string;
  readonly selected?: string | undefined;
}

/** The flights in the order of the view; however many there are, only those in sight are drawn. */
export function Body({ rows, above, nowIndex, nowLabel, selected }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [stopAt, setStopAt] = useState('');
  const awaitsFocus = useRef(false);
  const stop = Math.max(
    0,
    rows.findIndex((row) => row.id === stopAt),
  );
  const { virtualizer, top } = useRowsInSight(body, rows.length, (index) => rows[index]?.id ?? '', stop);

  useLayoutEffect(() => {
    if (!awaitsFocus.current) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${stop}"] a`);
    if (link) awaitsFocus.current = false;
    link?.focus({ preventScroll: true });
  });

  const move = (event: KeyboardEvent) => {
    const target = targetOf(event.key, stop, rows.length);
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    awaitsFocus.current = true;
    setStopAt(rows[target]?.id ?? '');
    virtualizer.scrollToIndex(target);
  };

  let end = top;
  const gapBefore = (start: number) => {
    const gap = start - end;
    return gap > 0 && <Gap height={gap} />;
  };
  return (
    <tbody
      role="rowgroup"
      ref={body}
      onKeyDown={move}
      onFocus={(event) => setStopAt(event.target.closest('tr')?.dataset['flight'] ?? '')}
    >
      {virtualizer.getVirtualItems().map(({ index, start, end: next }) => {
        const row = rows[index];
        if (!row) return null;
        const gap = gapBefore(start);
        end = next;
        return (
          <Fragment key={row.id}>
            {gap}
            <FlightLine
              row={row}
              place={above + index + 1}
              index={index}
              selected={row.id === selected}
              now={index === nowIndex ? nowLabel : undefined}
              stop={index === stop}
            />
          </Fragment>
        );
      })}
      {gapBefore(top + virtualizer.getTotalSize())}
    </tbody>
  );
}

/** Holds the place of rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden="true" className="gap" style={{ height }}>
      <td />
    </tr>
  );
}

function targetOf(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
