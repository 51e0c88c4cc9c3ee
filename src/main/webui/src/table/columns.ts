import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { FlightState } from '../flight/FlightState';

export const features = tableFeatures({});

const column = createColumnHelper<typeof features, FlightState>();

/** The table, one line a column; `clock` shows an instant as the board's local time. */
export const columns = (clock: (instant: string) => string) =>
  column.columns([
    column.accessor('origin', { header: 'Origin' }),
    column.accessor('flight', { header: 'Flight' }),
    column.accessor((flight) => flight.arrival ?? time(flight.scheduled, clock), { id: 'arrival', header: 'Arrival' }),
    column.accessor((flight) => time(flight.actual ?? flight.estimated, clock), { id: 'expected', header: 'Expected' }),
    column.accessor('state', { header: 'State' }),
    column.accessor('gate', { header: 'Gate' }),
    column.accessor('belt', { header: 'Belt' }),
  ]);

function time(instant: string | undefined, clock: (instant: string) => string): string | undefined {
  return instant && clock(instant);
}
