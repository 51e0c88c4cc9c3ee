import type { Change } from '../stream/Change';
import type { Source } from '../stream/source';

/** A source of changes that a test gives; it remembers which filters were asked for, and what was closed. */
export class FakeService {
  readonly filters: string[] = [];
  readonly closed: string[] = [];
  readonly #takers: ((changes: readonly Change[]) => void)[] = [];

  readonly source: Source = (filter, take) => {
    this.filters.push(filter);
    this.#takers.push(take);
    return { retry: () => {}, close: () => this.closed.push(filter) };
  };

  /** Gives changes to the one who asked last, or to an earlier one. */
  give(changes: readonly Change[], asker = this.#takers.length - 1): void {
    this.#takers[asker]?.(changes);
  }
}
