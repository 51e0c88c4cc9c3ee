import { createColumnHelper } from '@tanstack/react-table';
import { airlineName } from '../flight/airlines';
import { place } from '../flight/airports';
import type { FlightState } from '../flight/FlightState';
import { STATES } from '../flight/progress';
import { times } from '../flight/times';
import { lazy } from '../i18n/locale';
import type { Words } from '../i18n/Words';
import { Airline, Belt, Expected, Flight, Gate, Origin, Scheduled, State, Terminal } from './cells';
import { type FlightRow, features } from './features';

export type ColumnId = keyof Words['columns'];

const column = createColumnHelper<typeof features, FlightState>();

const collator = lazy(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }));
const byText = (a: FlightRow, b: FlightRow, id: string) => collator().compare(a.getValue(id), b.getValue(id));
const oneOf = (row: FlightRow, id: string, wanted: readonly string[]) => wanted.includes(row.getValue(id));

/** The table, one entry a column; what the accessors give is what it is sorted and filtered by. */
export const columns = column.columns([
  column.accessor((flight) => times(flight).rank, {
    id: 'scheduled',
    cell: ({ row }) => <Scheduled flight={row.original} />,
  }),
  column.accessor((flight) => times(flight).expected, {
    id: 'expected',
    sortUndefined: 'last',
    cell: ({ row }) => <Expected flight={row.original} />,
  }),
  column.accessor((flight) => place(flight.origin ?? '').city, {
    id: 'origin',
    sortFn: byText,
    cell: ({ row }) => <Origin flight={row.original} />,
  }),
  column.accessor('flight', {
    id: 'flight',
    sortFn: byText,
    cell: ({ row }) => <Flight flight={row.original} />,
  }),
  column.accessor((flight) => (flight.airline ? airlineName(flight.airline) : undefined), {
    id: 'airline',
    sortFn: byText,
    sortUndefined: 'last',
    cell: ({ row }) => <Airline flight={row.original} />,
  }),
  column.accessor('terminal', {
    id: 'terminal',
    sortFn: byText,
    sortUndefined: 'last',
    filterFn: oneOf,
    cell: ({ row }) => <Terminal flight={row.original} />,
  }),
  column.accessor('gate', {
    id: 'gate',
    sortFn: byText,
    sortUndefined: 'last',
    cell: ({ row }) => <Gate flight={row.original} />,
  }),
  column.accessor('belt', {
    id: 'belt',
    sortFn: byText,
    sortUndefined: 'last',
    cell: ({ row }) => <Belt flight={row.original} />,
  }),
  column.accessor('state', {
    id: 'state',
    filterFn: oneOf,
    sortFn: (a: FlightRow, b: FlightRow) => stage(a.original.state) - stage(b.original.state),
    cell: ({ row }) => <State flight={row.original} />,
  }),
]);

const stage = (state: string) => (STATES as readonly string[]).indexOf(state);
