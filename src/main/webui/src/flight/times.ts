import type { FlightState } from './FlightState';

/** Times in milliseconds since the epoch. */
export interface Times {
  readonly scheduled?: number | undefined;
  /** The actual time, else the estimate. */
  readonly expected?: number | undefined;
  /** Whole minutes that the flight is expected, or came, after schedule; less than 0 is early. */
  readonly delay?: number | undefined;
  /** Rises with the time of arrival: that of the schedule, else of the day, which goes after all dates, else last. */
  readonly rank: number;
}

// The industry's measure of punctuality (A14): a flight is on time up to 14 minutes after schedule.
export const LATE_MINUTES = 15;

// Above any instant of the years 0000 to 9999, which the service accepts.
const AFTER_ALL_DATES = 8e14;

const known = new WeakMap<FlightState, Times>();

/** The flight's times; each state is read once. */
export function times(flight: FlightState): Times {
  let found = known.get(flight);
  if (!found) known.set(flight, (found = read(flight)));
  return found;
}

export function isLate(flight: FlightState): boolean {
  return (times(flight).delay ?? 0) >= LATE_MINUTES;
}

/** The order of the timetable: by time, within a minute by designator. */
export function inOrder(a: FlightState, b: FlightState): number {
  return times(a).rank - times(b).rank || compare(a.flight, b.flight) || compare(a.id, b.id);
}

export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function read(flight: FlightState): Times {
  const scheduled = instant(flight.scheduled);
  const expected = instant(flight.actual) ?? instant(flight.estimated);
  const delay =
    scheduled !== undefined && expected !== undefined ? Math.round((expected - scheduled) / 60_000) : undefined;
  return { scheduled, expected, delay, rank: scheduled ?? expected ?? ofDay(flight.arrival) };
}

function instant(text: string | undefined): number | undefined {
  const time = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function ofDay(arrival: string | undefined): number {
  if (!arrival) return Number.MAX_SAFE_INTEGER;
  const [hours, minutes] = arrival.split(':').map(Number);
  return AFTER_ALL_DATES + (hours ?? 0) * 60 + (minutes ?? 0);
}
