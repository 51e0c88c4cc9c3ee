import { type Direction, directionOf } from './direction';
import type { FlightState } from './FlightState';
import { MINUTE_MS } from '../time/zone';
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
// What was left on a board the day before says nothing of the present.
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Whether the board tells of the present: most flights are as they would be at `now`. Replays and demos are not. */
export function isPresent(flights: Iterable<FlightState>, now: number): boolean {
  let balance = 0;
  for (const flight of flights) {
    const { expected, scheduled } = times(flight);
    const due = expected ?? scheduled;
    if (due === undefined || flight.state === 'cancelled' || flight.state === 'diverted') continue;
    const fits = isDone(flight) ? due < now + AHEAD_MS && due > now - DAY_MS : due > now - OVERDUE_MS;
    balance += fits ? 1 : -1;
  }
  return balance > 0;
}
