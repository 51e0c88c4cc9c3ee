import { type ReactNode, useMemo, useState } from 'react';
import type { Flights } from '../board/board';
import { airlineName } from '../flight/airlines';
import { place } from '../flight/airports';
import type { FlightState } from '../flight/FlightState';
import { STATES } from '../flight/progress';
import { type DueAt, times } from '../flight/times';
import { lazy } from '../time/lazy';
import type { Words } from '../i18n/Words';
import { Airline, Belt, Expected, Flight, Gate, Origin, Scheduled, State, Terminal } from './cells';

export type ColumnId = keyof Words['columns'];

export interface Column {
  readonly id: ColumnId;
  /** What the table is sorted by; where a flight has none, its cell is empty. */
  readonly value: (flight: FlightState, due: DueAt) => string | number | undefined;
  readonly cell: (flight: FlightState, weekday?: string) => ReactNode;
  /** Whether it stays where all its cells are empty. */
  readonly always?: boolean;
}

/** The table, one entry a column. */
export const COLUMNS: readonly Column[] = [
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
  {
    id: 'origin',
    value: (flight) => flight.origin && place(flight.origin).city,
    cell: (flight) => <Origin flight={flight} />,
  },
  { id: 'flight', always: true, value: (flight) => flight.flight, cell: (flight) => <Flight flight={flight} /> },
  {
    id: 'airline',
    value: (flight) => flight.airline && airlineName(flight.airline),
    cell: (flight) => <Airline flight={flight} />,
  },
  { id: 'terminal', value: (flight) => flight.terminal, cell: (flight) => <Terminal flight={flight} /> },
  { id: 'gate', value: (flight) => flight.gate, cell: (flight) => <Gate flight={flight} /> },
  { id: 'belt', value: (flight) => flight.belt, cell: (flight) => <Belt flight={flight} /> },
  {
    id: 'state',
    always: true,
    value: (flight) => (STATES as readonly string[]).indexOf(flight.state),
    cell: (flight) => <State flight={flight} />,
  },
];

/** The columns that have something to say of any of the flights. */
export function filled(flights: Iterable<FlightState>): readonly Column[] {
  const empty = new Set(COLUMNS.filter((column) => !column.always));
  for (const flight of flights) {
    if (empty.size === 0) break;
    for (const column of empty) if (column.value(flight, () => undefined)) empty.delete(column);
  }
  return COLUMNS.filter((column) => !empty.has(column));
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
export function useFilledColumns(flights: Flights | readonly FlightState[]): readonly Column[] {
  const found = useMemo(() => filled(flights.values()), [flights]);
  const [last, setLast] = useState(found);
  if (last.length === found.length && last.every((column, at) => column === found[at])) return last;
  setLast(found);
  return found;
}
