import { type ReactNode, useMemo, useState } from 'react';
import type { Flights } from '../board/board';
import { airlineName } from '../flight/airlines';
import { place } from '../flight/airports';
import type { FlightState } from '../flight/FlightState';
import { type Direction, otherEnd } from '../flight/direction';
import { stageOf } from '../flight/progress';
import { type DueAt, times } from '../flight/times';
import { lazy } from '../time/lazy';
import type { Words } from '../i18n/Words';
import { Airline, Belt, Desks, Expected, Flight, Gate, Place, Remark, Scheduled, State, Terminal } from './cells';

export type ColumnId = keyof Words['columns'];

export interface Column {
  readonly id: ColumnId;
  /** What the table is sorted by; where a flight has none, its cell is empty. */
  readonly value: (flight: FlightState, due: DueAt) => string | number | undefined;
  readonly cell: (flight: FlightState, weekday?: string) => ReactNode;
  /** Whether it stays where all its cells are empty. */
  readonly always?: boolean;
}

const cityOf = (flight: FlightState) => place(otherEnd(flight)).city || undefined;

/** All there are, one entry a column. */
const ALL: readonly Column[] = [
  {
    id: 'scheduled',
    always: true,
    value: (flight, due) => due(flight),
    cell: (flight, weekday) => <Scheduled flight={flight} weekday={weekday} />,
  },
  {
    id: 'expected',
    value: (flight) => (flight.state === 'cancelled' ? undefined : times(flight).expected),
    cell: (flight) => <Expected flight={flight} />,
  },
  { id: 'origin', value: cityOf, cell: (flight) => <Place flight={flight} /> },
  { id: 'destination', value: cityOf, cell: (flight) => <Place flight={flight} /> },
  { id: 'flight', always: true, value: (flight) => flight.flight, cell: (flight) => <Flight flight={flight} /> },
  {
    id: 'airline',
    value: (flight) => flight.airline && airlineName(flight.airline),
    cell: (flight) => <Airline flight={flight} />,
  },
  { id: 'desks', value: (flight) => flight.desks, cell: (flight) => <Desks flight={flight} /> },
  { id: 'terminal', value: (flight) => flight.terminal, cell: (flight) => <Terminal flight={flight} /> },
  { id: 'gate', value: (flight) => flight.gate, cell: (flight) => <Gate flight={flight} /> },
  { id: 'belt', value: (flight) => flight.belt, cell: (flight) => <Belt flight={flight} /> },
  {
    id: 'state',
    always: true,
    value: stageOf,
    cell: (flight) => <State flight={flight} />,
  },
  { id: 'remark', value: (flight) => flight.remark, cell: (flight) => <Remark flight={flight} /> },
];

const OF_OTHERS = {
  arrival: new Set<ColumnId>(['destination', 'desks']),
  departure: new Set<ColumnId>(['origin', 'belt']),
};

/** The table of each direction, one entry a column. */
export const COLUMNS: Readonly<Record<Direction, readonly Column[]>> = {
  arrival: ALL.filter(({ id }) => !OF_OTHERS.arrival.has(id)),
  departure: ALL.filter(({ id }) => !OF_OTHERS.departure.has(id)),
};

/** For styles: `:has` would make a browser look at the whole table with each row that comes or goes. */
export const idsOf = (columns: readonly Column[]) => columns.map(({ id }) => id).join(' ');

/** The columns that have something to say of any of the flights. */
export function filled(flights: Iterable<FlightState>, direction: Direction): readonly Column[] {
  const columns = COLUMNS[direction];
  const empty = new Set(columns.filter((column) => !column.always));
  for (const flight of flights) {
    if (empty.size === 0) break;
    for (const column of empty) if (column.value(flight, () => undefined)) empty.delete(column);
  }
  return columns.filter((column) => !empty.has(column));
}

const collator = lazy(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }));

/** Sorts by a column; what is empty goes last, whichever way. What is equal stays in order. */
export function sortedBy(
  flights: readonly FlightState[],
  { value }: Column,
  descending: boolean,
  due: DueAt,
): FlightState[] {
  const keyed = flights.map((flight) => ({ flight, key: value(flight, due) }));
  const way = descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) return Number(a.key === undefined) - Number(b.key === undefined);
    if (typeof a.key === 'number' && typeof b.key === 'number') return way * (a.key - b.key);
    return way * collator().compare(String(a.key), String(b.key));
  });
  return keyed.map(({ flight }) => flight);
}

/** Those columns; the same array as long as they are the same, so that no row is drawn again for it. */
export function useFilledColumns(flights: Flights | readonly FlightState[], direction: Direction): readonly Column[] {
  const found = useMemo(() => filled(flights.values(), direction), [flights, direction]);
  const [last, setLast] = useState(found);
  if (last.length === found.length && last.every((column, at) => column === found[at])) return last;
  setLast(found);
  return found;
}
