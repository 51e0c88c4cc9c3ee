// The service sends a heartbeat every 15 s by default: by this time two of them are missing.
const LEAST_MS = 40_000;
// Heartbeats can be set up to five minutes apart; this is two and a half times that.
const MOST_MS = 750_000;
const BEATS = 2.5;

/** How long a silent stream is waited for. Heartbeats are a setting of the service, so this learns from those that come. */
export class Patience {
  #ms = LEAST_MS;
  #heardAt = 0;

  /** Something was heard. `isBeat` where nothing but the quiet can have made the service speak. */
  hear(isBeat: boolean): void {
    const now = performance.now();
    if (isBeat) this.#ms = Math.min(Math.max(BEATS * (now - this.#heardAt), LEAST_MS), MOST_MS);
    this.#heardAt = now;
  }

  /** The stream was silent for as long as this, and perhaps its heartbeats are only further apart: waits for longer next time. */
  lose(): void {
    this.#ms = Math.min(2 * this.#ms, MOST_MS);
  }

  /** Up to a fifth less, so that pages whose streams fell silent together do not come back together. */
  get ms(): number {
    return this.#ms * (1 - 0.2 * Math.random());
  }
}
