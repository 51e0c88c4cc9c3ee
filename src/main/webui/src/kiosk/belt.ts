import type { FlightState } from '../flight/FlightState';
import { isPresent } from '../flight/progress';
import { type DueAt, expectedAt } from '../flight/times';
import { HOUR_MS, MINUTE_MS } from '../time/zone';

/** How far the bags of a flight are. */
export type Bags = 'expected' | 'first' | 'last';

const BAGS: ReadonlyMap<string, Bags> = new Map([
  ['landed', 'expected'],
  ['arrived', 'expected'],
  ['bags', 'first'],
  ['closed', 'last'],
]);

export const bagsOf = (flight: FlightState): Bags | undefined => BAGS.get(flight.state);

const WITHOUT_BAGS: ReadonlySet<string> = new Set(['diverted', 'cancelled']);
// Whoever comes from passport control is there within the hour; the belt is needed for others then.
const LAST_MS = 60 * MINUTE_MS;
const MOST_LAST = 2;
// Bags that are not there two hours after their flight come on another one, or whoever reports it never says that they came; and
// a flight that is not there by then was left behind, as at a gate.
const WAIT_MS = 2 * HOUR_MS;
// As many lines as such a screen has room for.
const MOST = 6;

/**
 * The arrivals of a belt whose bags one may look for: what is on the belt comes first, then what will be, then what was. Where
 * more have come than there is room for, the latest stay.
 */
export function onBelt(flights: Iterable<FlightState>, due: DueAt, now: number): readonly FlightState[] {
  const all = [...flights].filter(({ state }) => !WITHOUT_BAGS.has(state));
  const present = isPresent(all, now);
  const time = expectedAt(due);
  const order = (a: FlightState, b: FlightState) => time(a) - time(b) || (a.flight < b.flight ? -1 : 1);
  const those = (bags: Bags | undefined, forMs: number) =>
    all.filter((each) => bagsOf(each) === bags && (!present || time(each) > now - forMs)).sort(order);
  const last = latest(those('last', LAST_MS), MOST_LAST);
  const first = latest(those('first', WAIT_MS), MOST - last.length);
  const expected = latest(those('expected', WAIT_MS), MOST - last.length - first.length);
  const coming = those(undefined, WAIT_MS).slice(0, MOST - last.length - first.length - expected.length);
  return [...first, ...expected, ...coming, ...last];
}

const latest = (flights: readonly FlightState[], most: number) => flights.slice(Math.max(0, flights.length - most));
