import type { FlightState } from '../flight/FlightState';
import { isPresent } from '../flight/progress';
import { type DueAt, expectedAt } from '../flight/times';
import { MINUTE_MS } from '../time/zone';

/** How far the bags of a flight are. */
export type Bags = 'expected' | 'first' | 'last';

const BAGS: ReadonlyMap<string, Bags> = new Map([
  ['landed', 'expected'],
  ['arrived', 'expected'],
  ['bags', 'first'],
  ['closed', 'last'],
]);

export const bagsOf = (flight: FlightState): Bags | undefined => BAGS.get(flight.state);

// What is on the belt comes first, then what will be, then what was.
const RANKS: ReadonlyMap<Bags | undefined, number> = new Map([
  ['first', 0],
  ['expected', 1],
  [undefined, 2],
  ['last', 3],
]);
const WITHOUT_BAGS: ReadonlySet<string> = new Set(['diverted', 'cancelled']);
// Whoever comes from passport control is there within the hour; the belt is needed for others then.
const LAST_MS = 60 * MINUTE_MS;
const MOST_LAST = 2;
// As many lines as such a screen has room for.
const MOST = 6;

/** The arrivals of a belt whose bags one may look for, in the order in which they matter. */
export function onBelt(flights: Iterable<FlightState>, due: DueAt, now: number): readonly FlightState[] {
  const all = [...flights].filter(({ state }) => !WITHOUT_BAGS.has(state));
  const present = isPresent(all, now);
  const time = expectedAt(due);
  const rank = (flight: FlightState) => RANKS.get(bagsOf(flight)) ?? 0;
  const order = (a: FlightState, b: FlightState) => time(a) - time(b) || (a.flight < b.flight ? -1 : 1);
  const last = all
    .filter((each) => bagsOf(each) === 'last' && (!present || time(each) > now - LAST_MS))
    .sort(order)
    .slice(-MOST_LAST);
  const others = all.filter((each) => bagsOf(each) !== 'last').sort((a, b) => rank(a) - rank(b) || order(a, b));
  return [...others.slice(0, MOST - last.length), ...last];
}
