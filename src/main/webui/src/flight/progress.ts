import type { FlightState } from './FlightState';
import { MINUTE_MS } from '../time/zone';
import { type DueAt, isHere, times } from './times';

/** The known states, in the order in which a flight goes through them; the last two end it elsewhere. */
export const STATES = [
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

export type KnownState = (typeof STATES)[number];

export const isKnown = (state: string): state is KnownState => (STATES as readonly string[]).includes(state);

const ENDS: readonly string[] = ['closed', 'diverted', 'cancelled'];

/** Whether nothing more is to come of the flight. */
export const isOver = (flight: FlightState) => ENDS.includes(flight.state);

// Whoever waits at the belt looks for a flight that arrived; after an hour few do.
const LINGER_MS = 60 * MINUTE_MS;

/** Whether the flight came, or ended, so long before `now` that it may leave the view. */
export function isEarlier(flight: FlightState, due: DueAt, now: number): boolean {
  const time = times(flight).expected ?? due(flight);
  return time !== undefined && time < now - LINGER_MS && (isOver(flight) || isHere(flight.state));
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
    const fits = isHere(flight.state) ? due < now + AHEAD_MS && due > now - DAY_MS : due > now - OVERDUE_MS;
    balance += fits ? 1 : -1;
  }
  return balance > 0;
}
