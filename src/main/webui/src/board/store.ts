import type { Change, LastBoard } from '../stream/Change';
import type { Connection } from '../stream/connection';
import type { Source } from '../stream/source';
import { apply, type Board, EMPTY } from './board';
import { History, type Step } from './history';

/** The board of a stream, for `useSyncExternalStore`. */
export class BoardStore {
  #board = EMPTY;
  #filter: string | undefined;
  #connection: Connection | undefined;
  #opened = 0;
  #heardAt: number | undefined;
  readonly #source: Source;
  readonly #history = new History();
  readonly #subscribers = new Set<() => void>();

  constructor(source: Source) {
    this.#source = source;
  }

  readonly subscribe = (onChange: () => void) => {
    this.#subscribers.add(onChange);
    return () => this.#subscribers.delete(onChange);
  };

  readonly board = () => this.#board;

  readonly history = (id: string): readonly Step[] => this.#history.of(id);

  /** Follows the flights of a filter from now on; those of the last one stay in sight until the new ones have come. */
  follow(filter: string): void {
    if (filter === this.#filter) return;
    this.#filter = filter;
    this.close();
    this.#take([{ type: 'filter' }]);
    this.#open();
  }

  /** Begins anew with the filter followed, as after a sleep: nobody has told since when the board is out of date. */
  reopen(): void {
    this.close();
    const at = this.#heardAt;
    if (at !== undefined) this.#take([{ type: 'link', link: { phase: 'waiting', at, until: at } }]);
    this.#open();
  }

  #open(): void {
    const opening = ++this.#opened;
    this.#connection = this.#source(this.#filter ?? '', (changes) => {
      // A stream that was closed may still have had something on the way.
      if (opening !== this.#opened) return;
      if (changes.some(({ type }) => type !== 'link')) this.#heardAt = Date.now();
      this.#take(changes);
    });
  }

  /** The filter that is followed. */
  get filter(): string {
    return this.#filter ?? '';
  }

  /** Shows what was kept of the last board, unless something newer has come. */
  recall(last: LastBoard): void {
    this.#take([{ type: 'remembered', last }]);
  }

  /** Cuts short a wait for the service. */
  retry(): void {
    this.#connection?.retry();
  }

  close(): void {
    this.#opened++;
    this.#connection?.close();
    this.#connection = undefined;
  }

  #take(changes: readonly Change[]): void {
    const before = this.#board;
    this.#board = apply(before, changes);
    this.#history.note(touched(changes, before), before.flights, this.#board.flights, Date.now());
    for (const subscriber of this.#subscribers) subscriber();
  }
}

// A reset can remove any flight and change any.
function touched(changes: readonly Change[], before: Board): Iterable<string> {
  const ids = new Set<string>();
  if (before.incoming || changes.some((change) => change.type === 'reset')) {
    for (const id of before.flights.keys()) ids.add(id);
  }
  for (const change of changes) {
    if (change.type === 'flight') ids.add(change.flight.id);
    if (change.type === 'removed') ids.add(change.id);
  }
  return ids;
}
