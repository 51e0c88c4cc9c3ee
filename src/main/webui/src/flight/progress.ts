import { type Direction, directionOf } from './direction';
import type { FlightState } from './FlightState';
import { DAY_MS, MINUTE_MS } from '../time/zone';
import { type DueAt, isDone, times } from './times';

// The known states of each direction, in the order in which a flight goes through them; those that end it elsewhere are last.
const ARRIVALS = [
  'scheduled',
  'departed',
  'landing',
  'landed',
  'arrived',
  'bags',
  'closed',
  'diverted',
  'cancelled',
] as const;
const DEPARTURES = ['scheduled', 'check-in', 'boarding', 'final-call', 'gate-closed', 'departed', 'cancelled'] as const;

export type ArrivalState = (typeof ARRIVALS)[number];
export type DepartureState = (typeof DEPARTURES)[number];

export const statesOf = (direction: Direction): readonly string[] =>
  direction === 'departure' ? DEPARTURES : ARRIVALS;

/** How far the flight is on the way of its states; of a state that is not known, -1. */
export const stageOf = (flight: FlightState): number => statesOf(directionOf(flight)).indexOf(flight.state);

const ENDS = {
  arrival: new Set(['closed', 'diverted', 'cancelled']),
  departure: new Set(['departed', 'cancelled']),
};

/** Whether nothing more is to come of the flight. */
export const isOver = (flight: FlightState) => ENDS[directionOf(flight)].has(flight.state);

// Whoever waits at the belt looks for a flight that arrived; after an hour few do. One that left is asked for by those who
// missed it, who know within half of that.
const LINGER_MS = { arrival: 60 * MINUTE_MS, departure: 30 * MINUTE_MS };

/** Whether the flight came, left, or ended, so long before `now` that it may leave the view. */
export function isEarlier(flight: FlightState, due: DueAt, now: number): boolean {
  const time = times(flight).expected ?? due(flight);
  const linger = LINGER_MS[directionOf(flight)];
  return time !== undefined && time < now - linger && (isOver(flight) || isDone(flight));
}

// States follow their times by as much on a real board: late reports on one side, clocks that differ on the other.
const OVERDUE_MS = 120 * MINUTE_MS;
const AHEAD_MS = 30 * MINUTE_MS;
// Of flights of hours ago, nearly all are done on a real board, and about half of them in a demo: that must not be enough.
const OF_HOURS_AGO = 0.5;
// As long as the service keeps flights, unless it is told otherwise.
const KEPT_MS = 2 * DAY_MS;

/**
 * Whether the board tells of the present: most flights are as they would be at `now`. Replays and demos are not. What was done
 * more than a day ago has no voice: there may be a week of it, or a busy Friday's on a quiet Saturday. But where there is
 * nothing else, as at a belt that is seldom used, the service has kept it from the day before.
 */
export function isPresent(flights: Iterable<FlightState>, now: number): boolean {
  let balance = 0;
  let isKept = false;
  for (const flight of flights) {
    const { expected, scheduled } = times(flight);
    const due = expected ?? scheduled;
    if (due === undefined || flight.state === 'cancelled' || flight.state === 'diverted') continue;
    const done = isDone(flight);
    if (done && due < now - DAY_MS) {
      isKept ||= due > now - KEPT_MS;
      continue;
    }
    const fits = done ? due < now + AHEAD_MS : due > now - OVERDUE_MS;
    if (!fits) balance -= 1;
    else balance += due > now - OVERDUE_MS ? 1 : OF_HOURS_AGO;
  }
  return balance > 0 || (balance === 0 && isKept);
}
