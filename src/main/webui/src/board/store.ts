import { connect, type Link } from '../stream/connection';
import type { StreamEvent } from '../stream/StreamEvent';
import { apply, type Board, type Change, EMPTY } from './board';

export interface BoardStore {
  subscribe(onChange: () => void): () => void;
  snapshot(): Board;
}

// Faster than anybody reads; a busy board is drawn ten times a second instead of once a change.
const PACE_MS = 100;

/** The board of a stream, for `useSyncExternalStore`: the first change shows at once, the next ones in company. */
export function openBoard(path: string): BoardStore {
  let board = EMPTY;
  let pending: Change[] = [];
  let shownAt = Number.NEGATIVE_INFINITY;
  const subscribers = new Set<() => void>();

  const show = () => {
    shownAt = performance.now();
    board = apply(board, pending);
    pending = [];
    for (const subscriber of subscribers) subscriber();
  };
  const take = (change: Change) => {
    if (pending.length === 0) setTimeout(show, Math.max(0, shownAt + PACE_MS - performance.now()));
    pending.push(change);
  };

  connect(path, {
    onEvent: (event: StreamEvent) => take(event),
    onLink: (link: Link) => take({ type: 'link', link }),
  });
  return {
    subscribe(onChange) {
      subscribers.add(onChange);
      return () => subscribers.delete(onChange);
    },
    snapshot: () => board,
  };
}
