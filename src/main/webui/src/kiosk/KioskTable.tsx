import { useRef } from 'react';
import type { Flights } from '../board/board';
import { useLocale } from '../i18n/locale';
import { FlightLine } from '../table/FlightLine';
import { Header } from '../table/Header';
import { useTimetable } from '../table/useTimetable';
import { useViewContext } from '../view/useView';
import { pages } from './pages';
import { useAwake } from './useAwake';
import { useNewest } from './useNewest';
import { usePage, useRoom } from './usePaging';
import './kiosk.css';

const NOBODY_FOLLOWS: readonly string[] = [];

interface Props {
  readonly flights: Flights;
  readonly known: boolean;
  readonly now: number;
}

/** The timetable for a wall: it turns its own pages, and needs nobody. */
export function KioskTable({ flights, known, now }: Props) {
  const locale = useLocale();
  const [view] = useViewContext();
  const { table, rows, nowIndex } = useTimetable(flights, NOBODY_FOLLOWS, view, now);
  const place = useRef<HTMLDivElement>(null);
  const found = pages(rows, useRoom(place));
  const page = usePage() % found.length;
  const nowId = rows[nowIndex]?.id;
  useAwake();
  useNewest();

  return (
    <div className="kioskPage" ref={place}>
      <table role="table" id="timetable" aria-label={locale.words.arrivals} aria-rowcount={rows.length + 1}>
        <Header table={table} fixed />
        <tbody role="rowgroup">
          {found[page]?.map((row) => (
            <FlightLine
              key={row.id}
              row={row}
              place={rows.indexOf(row) + 2}
              now={row.id === nowId ? `${locale.words.now} ${locale.time(now)}` : undefined}
            />
          ))}
        </tbody>
      </table>
      {known && rows.length === 0 && <p className="empty">{locale.words.noFlights}</p>}
      {found.length > 1 && (
        <p className="pageNumber" aria-label={locale.words.page(page + 1, found.length)}>
          {found.map((_, index) => (
            <span key={index} data-current={index === page} />
          ))}
        </p>
      )}
    </div>
  );
}
