import type { FlightState } from '../flight/FlightState';
import { isOver, isPresent, stageOf, statesOf } from '../flight/progress';
import { type DueAt, expectedAt } from '../flight/times';
import { HOUR_MS, MINUTE_MS } from '../time/zone';

/** What a gate's screen tells. */
export interface AtGate {
  /** The one that boards here, or is the next to. */
  readonly flight?: FlightState | undefined;
  readonly next?: FlightState | undefined;
  /** Those that people may still come for. */
  readonly cancelled: readonly FlightState[];
}

// As long as flights are overdue; what still stands there as scheduled was left behind by whoever reports it.
const OVERDUE_MS = 2 * HOUR_MS;
// Passengers come that early, and ask that long afterwards.
const CANCELLED_AHEAD_MS = 3 * HOUR_MS;
const CANCELLED_AFTER_MS = 30 * MINUTE_MS;
const BOARDING = statesOf('departure').indexOf('boarding');

/** The departures that are yet to leave, in the order in which they will; and those that will not. */
export function yetToLeave(flights: Iterable<FlightState>, due: DueAt, now: number) {
  const all = [...flights];
  const present = isPresent(all, now);
  const time = expectedAt(due);
  const rank = (flight: FlightState) => (stageOf(flight) >= BOARDING ? 0 : 1);
  const coming = all
    .filter((each) => !isOver(each) && (!present || time(each) > now - OVERDUE_MS))
    .sort((a, b) => rank(a) - rank(b) || time(a) - time(b) || (a.flight < b.flight ? -1 : 1));
  const cancelled = all
    .filter((each) => each.state === 'cancelled')
    .filter((each) => time(each) > now - CANCELLED_AFTER_MS && time(each) < now + CANCELLED_AHEAD_MS)
    .sort((a, b) => time(a) - time(b));
  return { coming, cancelled };
}

export function atGate(flights: Iterable<FlightState>, due: DueAt, now: number): AtGate {
  const {
    coming: [flight, next],
    cancelled,
  } = yetToLeave(flights, due, now);
  return { flight, next, cancelled };
}

// Six lines are what a desk's screen has room for.
const MOST_AT_DESK = 6;
const CLOSED: ReadonlySet<string> = new Set(['final-call', 'gate-closed']);

/** The departures that check in at a desk, those that do so now first; and those that will not leave. */
export function atDesk(flights: Iterable<FlightState>, due: DueAt, now: number): readonly FlightState[] {
  const { coming, cancelled } = yetToLeave(flights, due, now);
  const open = coming.filter(({ state }) => !CLOSED.has(state));
  const isNow = ({ state }: FlightState) => state === 'check-in';
  return [...open.filter(isNow), ...cancelled, ...open.filter((each) => !isNow(each))].slice(0, MOST_AT_DESK);
}
