import { instant } from '../time/instant';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Zone } from '../time/zone';
import { directionOf, localTime } from './direction';
import type { FlightState } from './FlightState';

/** Times in milliseconds since the epoch. */
export interface Times {
  readonly scheduled?: number | undefined;
  /** The actual time, else the estimate. */
  readonly expected?: number | undefined;
  /** Whole minutes that the flight is expected, or came, after schedule; less than 0 is early. */
  readonly delay?: number | undefined;
  /** What is said as `HH:mm` alone, in milliseconds after midnight. */
  readonly ofDay?: number | undefined;
}

/** When a flight is due by schedule; unknown where it says only `HH:mm`, and the board's zone is not known. */
export type DueAt = (flight: FlightState) => number | undefined;

// The industry's measure of punctuality (A14): a flight is on time up to 14 minutes after schedule.
export const LATE_MINUTES = 15;

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

/** Whether the flight's state is one that it is in only once it has come, or has left. */
export const isDone = (flight: FlightState) => DONE[directionOf(flight)].has(flight.state);

// Of many an airport the last that is told of an arrival is that it has landed.
const DONE = { arrival: new Set(['landed', 'arrived', 'bags', 'closed']), departure: new Set(['departed']) };

// Of a flight that has come or left, the time is past, but for clocks that differ; one that is to come may be overdue by as much
// as flights are, and not by half a day. Of a flight that was cancelled or diverted nothing is known: the nearest time is taken.
const MOST_AHEAD = { done: HOUR_MS, coming: 18 * HOUR_MS, elsewhere: 12 * HOUR_MS } as const;

/** When flights are due for somebody who asks at `now`: a flight without a day is put on the side of midnight it is near. */
export function dueAt(now: number, zone: Zone | undefined): DueAt {
  return (flight) => {
    const { scheduled, expected, ofDay } = times(flight);
    if (scheduled !== undefined) return scheduled;
    if (ofDay === undefined || !zone) return expected;
    if (expected !== undefined) return latestBefore(expected + MOST_AHEAD.elsewhere, ofDay, zone);
    const ended = flight.state === 'cancelled' || flight.state === 'diverted';
    return latestBefore(now + MOST_AHEAD[ended ? 'elsewhere' : isDone(flight) ? 'done' : 'coming'], ofDay, zone);
  };
}

/** The last time before `end` at which the zone's clock shows a time of day. */
function latestBefore(end: number, ofDay: number, zone: Zone): number {
  const on = (day: number) => {
    const local = day * DAY_MS + ofDay;
    // Where the clock changes in between, the offset of then is not that of now.
    const near = local - zone.offset(end);
    return local - zone.offset(near);
  };
  const today = on(zone.day(end));
  return today < end ? today : on(zone.day(end) - 1);
}

/** When each flight is expected; those without any time come last. */
export function expectedAt(due: DueAt): (flight: FlightState) => number {
  return (flight) => times(flight).expected ?? due(flight) ?? Number.POSITIVE_INFINITY;
}

// Above any instant of the years 0000 to 9999, which the service accepts.
const AFTER_ALL_DATES = 8e14;

/** The order of the timetable: by time, within a minute by designator; what has no time goes last. */
export function inOrder(due: DueAt): (a: FlightState, b: FlightState) => number {
  const rank = (flight: FlightState) => due(flight) ?? AFTER_ALL_DATES + (times(flight).ofDay ?? DAY_MS);
  return (a, b) => rank(a) - rank(b) || compare(a.flight, b.flight) || compare(a.id, b.id);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function read(flight: FlightState): Times {
  const scheduled = instant(flight.scheduled);
  const expected = instant(flight.actual) ?? instant(flight.estimated);
  const delay =
    scheduled !== undefined && expected !== undefined ? Math.round((expected - scheduled) / MINUTE_MS) : undefined;
  return { scheduled, expected, delay, ofDay: timeOfDay(localTime(flight)) };
}

function timeOfDay(text: string | undefined): number | undefined {
  const [, hours, minutes] = text?.match(/^(\d\d):(\d\d)$/) ?? [];
  return hours && minutes ? (Number(hours) * 60 + Number(minutes)) * MINUTE_MS : undefined;
}

/**
 * How far the board's clock is ahead of UTC, as its flights tell that give both an instant and the local time: for a
 * browser that does not know the zone. Most of them are right; where there are none, 0.
 */
export function offsetToldBy(flights: Iterable<FlightState>): number {
  const votes = new Map<number, number>();
  for (const flight of flights) {
    const { scheduled, ofDay } = times(flight);
    if (scheduled === undefined || ofDay === undefined) continue;
    const ahead = ofDay - (((scheduled % DAY_MS) + DAY_MS) % DAY_MS);
    // Offsets a day apart show the same clock: the one that more people use is taken.
    const offset = ahead > 13 * HOUR_MS ? ahead - DAY_MS : ahead <= -11 * HOUR_MS ? ahead + DAY_MS : ahead;
    const whole = Math.round(offset / MINUTE_MS) * MINUTE_MS;
    votes.set(whole, (votes.get(whole) ?? 0) + 1);
  }
  return [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best), [0, 0])[0];
}
