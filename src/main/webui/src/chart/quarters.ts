import { directionOf } from '../flight/direction';
import type { FlightState } from '../flight/FlightState';
import { isLate, times } from '../flight/times';

/** How many flights fall into a quarter of an hour that begins at `at`. */
export interface Quarter {
  readonly at: number;
  /** By schedule, whatever became of them. */
  scheduled: number;
  /** By their actual or expected time. */
  onTime: number;
  late: number;
  /** By schedule. */
  cancelled: number;
  diverted: number;
}

export interface Figures {
  readonly onTime: number;
  readonly late: number;
  readonly cancelled: number;
  readonly diverted: number;
}

export type Outcome = keyof Figures;

const OUTCOMES: readonly Outcome[] = ['onTime', 'late', 'cancelled', 'diverted'];

const QUARTER_MS = 15 * 60_000;
// A day's; what a chart holds of a longer board is the day around now, a third of it past.
const QUARTERS = 96;
const PAST_QUARTERS = 32;
// A few flights of an hour are bars all the same, and not blocks.
const LEAST_QUARTERS = 24;

/** How many flights are in the quarters; and those without a day, which no quarter can have: they are said of this one. */
export function figures(flights: Iterable<FlightState>, quarters: readonly Quarter[]): Figures {
  const counts = { onTime: 0, late: 0, cancelled: 0, diverted: 0 };
  for (const quarter of quarters) for (const each of OUTCOMES) counts[each] += quarter[each];
  for (const flight of flights) if (times(flight).scheduled === undefined) counts[outcome(flight)]++;
  return counts;
}

/** The quarters from the first flight's to the last one's; with some around them at least six hours, at most a day. */
export function quarters(flights: Iterable<FlightState>, now: number): Quarter[] {
  const all = [...flights].filter((flight) => times(flight).scheduled !== undefined);
  const [first, end] = span(all, now);
  const found: Quarter[] = [];
  for (let at = first; at < end; at += QUARTER_MS) {
    found.push({ at, scheduled: 0, onTime: 0, late: 0, cancelled: 0, diverted: 0 });
  }
  const quarterOf = (time: number) => found[Math.floor((time - first) / QUARTER_MS)];

  for (const flight of all) {
    const { scheduled = 0, expected = scheduled } = times(flight);
    const came = outcome(flight);
    const inTime = quarterOf(scheduled);
    if (inTime) inTime.scheduled++;
    const inFact = came === 'onTime' || came === 'late' ? quarterOf(expected) : inTime;
    if (inFact) inFact[came]++;
  }
  return found;
}

function outcome(flight: FlightState): Outcome {
  if (flight.state === 'cancelled') return 'cancelled';
  if (flight.state === 'diverted' && directionOf(flight) === 'arrival') return 'diverted';
  return isLate(flight) ? 'late' : 'onTime';
}

// All time zones differ by whole quarters of an hour, so UTC's quarters fit each zone.
function span(flights: readonly FlightState[], now: number): readonly [number, number] {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const flight of flights) {
    const { scheduled = 0, expected = scheduled } = times(flight);
    first = Math.min(first, scheduled, expected);
    last = Math.max(last, scheduled, expected);
  }
  if (first > last) return [0, 0];
  const missing = LEAST_QUARTERS - 1 - (floor(last) - floor(first)) / QUARTER_MS;
  const start = floor(first) - Math.max(0, Math.floor(missing / 2)) * QUARTER_MS;
  const end = floor(last) + (1 + Math.max(0, Math.ceil(missing / 2))) * QUARTER_MS;
  if (end - start <= QUARTERS * QUARTER_MS) return [start, end];
  const from = Math.min(Math.max(floor(now) - PAST_QUARTERS * QUARTER_MS, start), end - QUARTERS * QUARTER_MS);
  return [from, from + QUARTERS * QUARTER_MS];
}

const floor = (time: number) => Math.floor(time / QUARTER_MS) * QUARTER_MS;
