import { memo, type MouseEvent, useMemo } from 'react';
import { sideOf } from '../board/side';
import type { BoardStore } from '../board/store';
import { useBoard } from '../board/useBoard';
import { boardName, useLocale } from '../i18n/locale';
import { isFiltered } from '../view/View';
import { directionShown } from '../view/screen';
import { useViewContext } from '../view/useView';
import { Body } from './Body';
import { idsOf, useFilledColumns } from './columns';
import { Elsewhere } from './Elsewhere';
import { FlightLine } from './FlightLine';
import { Header } from './Header';
import { DayLine, type Line, withDays } from './lines';
import { useTimetable } from './useTimetable';

interface Props {
  readonly store: BoardStore;
  readonly followed: readonly string[];
  /** Whether the board has been told; before that, no flights means nothing. */
  readonly known: boolean;
  /** The time at the board, to the minute. */
  readonly now: number;
}

/** One side of the board as a table: the followed flights first, then all others in order. */
export const Timetable = memo(function Timetable({ store, followed, known, now }: Props) {
  const both = useBoard(store, (board) => board.flights);
  const locale = useLocale();
  const { words, zone } = locale;
  const [view, change] = useViewContext();
  const direction = directionShown(view);
  const flights = useMemo(() => sideOf(both, direction), [both, direction]);
  const shown = useTimetable(flights, direction, followed, view, now, zone);
  const columns = useFilledColumns(flights, direction);
  const inTime = !view.sort;
  const lines = useMemo(
    () => (zone && inTime ? withDays(shown.flights, shown.due, zone, now) : shown.flights),
    [zone, inTime, shown.flights, shown.due, now],
  );
  const weekday = (line: Line) => {
    const due = line instanceof DayLine ? undefined : shown.due(line);
    return zone && due !== undefined && zone.day(due) !== zone.day(now) ? locale.weekday(due) : undefined;
  };

  // The whole row leads to the details; the link in it is for the keyboard, and for a new tab.
  const open = (event: MouseEvent) => {
    const id = (event.target as Element).closest('tr')?.dataset['flight'];
    if (!id || event.metaKey || event.ctrlKey || event.shiftKey || getSelection()?.type === 'Range') return;
    event.preventDefault();
    change({ selected: id === view.selected ? undefined : id }, 'push');
  };

  const top = shown.followed;
  // Where nothing is searched for, what there is came or left long ago, and is shown on demand.
  const empty = isFiltered(view) ? words.noMatch : flights.size > 0 ? words.noneHere : words.noFlights;
  return (
    <>
      <p className="count" role="status">
        {isFiltered(view) ? words.flights(locale.number(shown.found)) : ''}
      </p>
      <Elsewhere flights={both} direction={direction} />
      {shown.earlier !== 0 && (
        <button type="button" className="earlier" onClick={() => change({ earlier: shown.earlier > 0 })}>
          {shown.earlier > 0 ? words.earlier(locale.number(shown.earlier)) : words.hideEarlier}
        </button>
      )}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <table
        role="table"
        id="timetable"
        className="timetable"
        data-direction={direction}
        data-columns={idsOf(columns)}
        aria-label={boardName(direction, words)}
        aria-rowcount={1 + top.length + lines.length}
        onClick={open}
      >
        <Header columns={columns} />
        {top.length > 0 && (
          <tbody role="rowgroup" className="followed" aria-label={words.followed}>
            {top.map((flight, index) => (
              <FlightLine
                key={flight.id}
                flight={flight}
                columns={columns}
                place={index + 2}
                selected={flight.id === view.selected}
                weekday={weekday(flight)}
              />
            ))}
          </tbody>
        )}
        <Body
          lines={lines}
          columns={columns}
          above={1 + top.length}
          next={shown.next}
          nowLabel={`${words.now} ${locale.time(now)}`}
          selected={view.selected}
          weekday={inTime ? nothing : weekday}
        />
      </table>
      {known && shown.flights.length + top.length === 0 && <p className="empty">{empty}</p>}
    </>
  );
});

const nothing = () => undefined;
