import { memo, type MouseEvent } from 'react';
import type { Flights } from '../board/board';
import { useLocale } from '../i18n/locale';
import { isFiltered } from '../view/View';
import { useViewContext } from '../view/useView';
import { Body } from './Body';
import { FlightLine } from './FlightLine';
import { Header } from './Header';
import { useTimetable } from './useTimetable';

interface Props {
  readonly flights: Flights;
  readonly followed: readonly string[];
  /** Whether the board has been told; before that, no flights means nothing. */
  readonly known: boolean;
  /** The time at the board, to the minute. */
  readonly now: number;
}

/** The board as a table: the followed flights first, then all others in order. */
export const Timetable = memo(function Timetable({ flights, followed, known, now }: Props) {
  const locale = useLocale();
  const { words } = locale;
  const [view, change] = useViewContext();
  const { table, rows, top, earlier, nowIndex } = useTimetable(flights, followed, view, now);

  // The whole row leads to the details; the link in it is for the keyboard, and for a new tab.
  const open = (event: MouseEvent) => {
    const id = (event.target as Element).closest('tr')?.dataset['flight'];
    if (!id || event.metaKey || event.ctrlKey || event.shiftKey || getSelection()?.type === 'Range') return;
    event.preventDefault();
    change({ selected: id === view.selected ? undefined : id }, 'push');
  };

  return (
    <>
      <p className="count" role="status">
        {isFiltered(view) ? words.flights(locale.number(rows.length)) : ''}
      </p>
      {earlier !== 0 && (
        <button type="button" className="earlier" onClick={() => change({ earlier: earlier > 0 })}>
          {earlier > 0 ? words.earlier(locale.number(earlier)) : words.hideEarlier}
        </button>
      )}
      <table
        role="table"
        id="timetable"
        aria-label={words.arrivals}
        aria-rowcount={1 + top.length + rows.length}
        onClick={open}
      >
        <Header table={table} />
        {top.length > 0 && (
          <tbody role="rowgroup" className="followed" aria-label={words.followed}>
            {top.map((row, index) => (
              <FlightLine key={row.id} row={row} place={index + 2} selected={row.id === view.selected} />
            ))}
          </tbody>
        )}
        <Body
          rows={rows}
          above={1 + top.length}
          nowIndex={nowIndex}
          nowLabel={`${words.now} ${locale.time(now)}`}
          selected={view.selected}
        />
      </table>
      {known && rows.length + top.length === 0 && (
        <p className="empty">{flights.size > 0 || isFiltered(view) ? words.noMatch : words.noFlights}</p>
      )}
    </>
  );
});
