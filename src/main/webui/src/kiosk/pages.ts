import type { FlightState } from '../flight/FlightState';
import { isOver } from '../flight/progress';
import { isDone } from '../flight/times';
import { DayLine, type Line } from '../table/lines';

// Five pages of some ten lines are the next hours at a large airport; more would keep people waiting for theirs.
const MOST_PAGES = 5;
// People may still look for a flight that has just ended.
const FLIGHTS_BEFORE = 2;
// Of flights that have come, of which nothing more may ever be told: the other pages are for those that people still wait for.
const PAGES_BEFORE = 2;

/** A flight's day, and any time of it. */
export interface Day {
  readonly number: number;
  readonly at: number;
}

/**
 * The lines of a kiosk's pages: from shortly before the first flight that is not over, and at most a few pages before the first
 * that is yet to come; at least one page, maybe empty. Each page says by itself of which day its flights are, if not of today.
 */
export function pages(
  flights: readonly FlightState[],
  perPage: number,
  dayOf: (flight: FlightState) => Day | undefined,
  today: number | undefined,
): Line[][] {
  const current = firstOf(flights, (flight) => !isOver(flight));
  const coming = firstOf(flights, (flight) => !isOver(flight) && !isDone(flight));
  const start = Math.max(0, current - FLIGHTS_BEFORE, coming - PAGES_BEFORE * perPage);
  const found: Line[][] = [[]];
  let said = today;
  for (const flight of flights.slice(start)) {
    let page = found.at(-1) ?? [];
    let day = dayOf(flight);
    if (page.length + (differs(day, said) ? 2 : 1) > perPage && page.length > 0) {
      if (found.length === MOST_PAGES) break;
      found.push((page = []));
      said = today;
      day = dayOf(flight);
    }
    // On a screen of one line there is no room for more than the flight.
    if (day && differs(day, said) && perPage > 1) page.push(new DayLine(day.at));
    said = day?.number ?? said;
    page.push(flight);
  }
  return found;
}

/** Where the first flight is of which it is true; the end, if there is none. */
function firstOf(flights: readonly FlightState[], isTrue: (flight: FlightState) => boolean): number {
  const index = flights.findIndex(isTrue);
  return index < 0 ? flights.length : index;
}

const differs = (day: Day | undefined, said: number | undefined) => day !== undefined && day.number !== said;
