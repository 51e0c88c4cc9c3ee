import { apply, changesFor, EMPTY } from '../board/board';
import type { Change } from '../stream/Change';
import type { Connection } from '../stream/connection';
import type { Source } from '../stream/source';

type Take = (changes: readonly Change[]) => void;

/** One stream and everybody who watches it; whoever comes later is told the board as it is. */
export class SharedStream {
  #board = EMPTY;
  readonly #watchers = new Set<Take>();
  readonly #connection: Connection;

  constructor(source: Source, filter: string) {
    this.#connection = source(filter, (changes) => {
      this.#board = apply(this.#board, changes);
      for (const take of this.#watchers) take(changes);
    });
  }

  watch(take: Take): void {
    take(changesFor(this.#board));
    this.#watchers.add(take);
  }

  /** Whether anybody is left. */
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
