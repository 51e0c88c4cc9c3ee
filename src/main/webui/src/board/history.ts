import type { FlightState } from '../flight/FlightState';
import type { Flights } from './board';

const FIELDS = ['state', 'estimated', 'actual', 'scheduled', 'terminal', 'gate', 'belt', 'desks', 'remark'] as const;

/** One field of a flight that changed while the page was open. */
export interface Step {
  readonly at: number;
  readonly field: (typeof FIELDS)[number];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

// More than a flight goes through; bounds what a page that is open for weeks holds.
const STEPS_KEPT = 40;

const NONE: readonly Step[] = [];

/** What each flight went through since the page was opened; forgets a flight that leaves the board. */
export class History {
  readonly #steps = new Map<string, readonly Step[]>();

  of(id: string): readonly Step[] {
    return this.#steps.get(id) ?? NONE;
  }

  /** Takes note of what differs between two boards, of the flights named. */
  note(ids: Iterable<string>, before: Flights, after: Flights, at: number): void {
    for (const id of ids) {
      const was = before.get(id);
      const is = after.get(id);
      if (!is) this.#steps.delete(id);
      else if (was && was !== is) this.#add(id, steps(was, is, at));
    }
  }

  #add(id: string, added: readonly Step[]): void {
    if (added.length > 0) this.#steps.set(id, [...this.of(id), ...added].slice(-STEPS_KEPT));
  }
}

function steps(was: FlightState, is: FlightState, at: number): Step[] {
  return FIELDS.filter((field) => was[field] !== is[field]).map((field) => ({
    at,
    field,
    from: was[field],
    to: is[field],
  }));
}
