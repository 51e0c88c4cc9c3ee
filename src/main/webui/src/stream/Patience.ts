// The service is heard every 15 s by default: two such beats got lost, and some.
const LEAST_MS = 40_000;
// Beats may be set to be five minutes apart; twice and a half that.
const MOST_MS = 750_000;
const BEATS = 2.5;

/** How long silence means nothing: it learns from the beats that are heard, for they are a setting of the service. */
export class Patience {
  #ms = LEAST_MS;
  #heardAt = 0;

  /** Something was heard. `isBeat` where nothing but the quiet can have made the service speak. */
  hear(isBeat: boolean): void {
    const now = performance.now();
    if (isBeat) this.#ms = Math.min(Math.max(BEATS * (now - this.#heardAt), LEAST_MS), MOST_MS);
    this.#heardAt = now;
  }

  /** It was silent for as long as that, and may only have been quiet: a beat that is further apart will be waited for. */
  lose(): void {
    this.#ms = Math.min(2 * this.#ms, MOST_MS);
  }

  /** Up to a fifth less, lest all whose stream fell silent at once come back at once. */
  get ms(): number {
    return this.#ms * (1 - 0.2 * Math.random());
  }
}
