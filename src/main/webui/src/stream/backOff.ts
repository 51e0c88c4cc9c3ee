// The service tells browsers to come back after 1 to 3 s; this page, which comes back by itself, does the same.
const BASE_MS = 2_000;
// Long enough not to burden a service at its limit, short enough that nobody presses the reload button.
const CEILING_MS = 30_000;

/** Milliseconds to wait before the given attempt (0, 1, …): doubling, and jittered so that a fleet spreads out. */
export function backOff(attempt: number): number {
  const middle = Math.min(BASE_MS * 2 ** attempt, CEILING_MS);
  return Math.round(middle * (0.5 + Math.random()));
}
