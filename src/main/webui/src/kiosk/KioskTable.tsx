import { useMemo, useRef } from 'react';
import { sideOf } from '../board/side';
import type { BoardStore } from '../board/store';
import { useBoard } from '../board/useBoard';
import { useTurn } from '../clock/useTurn';
import type { Direction } from '../flight/direction';
import type { FlightState } from '../flight/FlightState';
import { boardName, useLocale } from '../i18n/locale';
import { languagesOfWall, pageMs } from '../settings/language';
import { idsOf, useFilledColumns } from '../table/columns';
import { DayRow } from '../table/DayRow';
import { FlightLine } from '../table/FlightLine';
import { Header } from '../table/Header';
import { DayLine } from '../table/lines';
import { Pictogram } from '../table/Pictogram';
import { useTimetable } from '../table/useTimetable';
import { useViewContext } from '../view/useView';
import { pages } from './pages';
import { useRoom } from './useRoom';
import './kiosk.css';

const NOBODY_FOLLOWS: readonly string[] = [];

interface Props {
  readonly store: BoardStore;
  readonly direction: Direction;
  /** Whether it stands beside another one, and so says what it is. */
  readonly named?: boolean;
  readonly known: boolean;
  readonly now: number;
}

/** The timetable for a wall: it turns its own pages, and needs nobody. */
export function KioskTable({ store, direction, named = false, known, now }: Props) {
  const locale = useLocale();
  const { words, zone } = locale;
  const [view] = useViewContext();
  const all = useBoard(store, (board) => board.flights);
  const side = useMemo(() => sideOf(all, direction), [all, direction]);
  const { flights, due, next } = useTimetable(side, direction, NOBODY_FOLLOWS, view, now, zone);
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const found = useMemo(() => {
    const dayOf = (flight: FlightState) => {
      const at = due(flight);
      return at === undefined || !zone ? undefined : { number: zone.day(at), at };
    };
    return pages(flights, room, dayOf, zone?.day(now));
  }, [flights, room, due, zone, now]);
  const page = useTurn(pageMs(languagesOfWall(view.language).length)) % found.length;
  const lines = useMemo(() => found[page] ?? [], [found, page]);
  const shown = useMemo(() => lines.filter((line): line is FlightState => !(line instanceof DayLine)), [lines]);
  const columns = useFilledColumns(shown, direction);
  const above = shown[0] ? flights.indexOf(shown[0]) + 2 : 2;

  return (
    <div className="kioskPage">
      {named && (
        <h2>
          <Pictogram of={direction} />
          {boardName(direction, words)}
        </h2>
      )}
      <div className="kioskRoom" ref={place}>
        <table
          role="table"
          id={direction === 'arrival' || !named ? 'timetable' : undefined}
          className="timetable"
          data-direction={direction}
          data-columns={idsOf(columns)}
          aria-label={boardName(direction, words)}
          aria-rowcount={flights.length + 1}
        >
          <Header columns={columns} fixed />
          <tbody role="rowgroup">
            {lines.map((line) =>
              line instanceof DayLine ? (
                <DayRow key={`day ${line.at}`} at={line.at} columns={columns} />
              ) : (
                <FlightLine
                  key={`flight ${line.id}`}
                  flight={line}
                  columns={columns}
                  place={above + shown.indexOf(line)}
                  now={line.id === next ? `${words.now} ${locale.time(now)}` : undefined}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
      {known && flights.length === 0 && <p className="empty">{side.size > 0 ? words.noneHere : words.noFlights}</p>}
      {found.length > 1 && (
        <p className="pageNumber" role="img" aria-label={words.page(page + 1, found.length)}>
          {found.map((_, index) => (
            <span key={index} data-current={index === page} />
          ))}
        </p>
      )}
    </div>
  );
}
