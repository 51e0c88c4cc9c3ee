import { useSyncExternalStore } from 'react';
import type { Board } from './board';
import type { BoardStore } from './store';

/** A part of the board: only a change of this part draws again. The selection gives the same for the same board. */
export function useBoard<T>(store: BoardStore, select: (board: Board) => T): T {
  return useSyncExternalStore(store.subscribe, () => select(store.board()));
}
