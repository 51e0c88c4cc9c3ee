import type { FlightState } from '../flight/FlightState';
import { isOver } from '../flight/progress';

// Five pages of some ten rows are the next hours at a large airport; more would keep people waiting for theirs.
const MOST_PAGES = 5;
// What was just over may still be looked for.
const ROWS_BEFORE = 2;

/** The rows of a kiosk's pages: from shortly before the first flight that is not over; at least one page, maybe empty. */
export function pages<R extends { readonly original: FlightState }>(rows: readonly R[], perPage: number): R[][] {
  const current = rows.findIndex((row) => !isOver(row.original));
  const start = Math.max(0, (current < 0 ? rows.length : current) - ROWS_BEFORE);
  const count = Math.min(MOST_PAGES, Math.max(1, Math.ceil((rows.length - start) / perPage)));
  return Array.from({ length: count }, (_, page) => rows.slice(start + page * perPage, start + (page + 1) * perPage));
}
