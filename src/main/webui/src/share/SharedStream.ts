import { apply, changesFor, EMPTY } from '../board/board';
import type { Change } from '../stream/Change';
import type { Connection } from '../stream/connection';
import type { Snapshot } from '../stream/snapshot';
import type { Source } from '../stream/source';

type Take = (changes: readonly Change[]) => void;

/** One stream and all tabs that watch it; a tab that comes later is told the whole board first. */
export class SharedStream {
  #board = EMPTY;
  readonly #watchers = new Set<Take>();
  readonly #connection: Connection;

  constructor(source: Source, filter: string, snapshot?: Snapshot) {
    const take: Take = (changes) => {
      this.#board = apply(this.#board, changes);
      for (const each of this.#watchers) each(changes);
    };
    this.#connection = source(filter, take, snapshot);
  }

  watch(take: Take): void {
    take(changesFor(this.#board));
    this.#watchers.add(take);
  }

  /** Whether any tab still watches. */
  leave(take: Take): boolean {
    this.#watchers.delete(take);
    return this.#watchers.size > 0;
  }

  retry(): void {
    this.#connection.retry();
  }

  close(): void {
    this.#connection.close();
  }
}
