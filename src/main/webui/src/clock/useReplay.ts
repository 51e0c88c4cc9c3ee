import { useMemo } from 'react';
import type { BoardStore } from '../board/store';
import { useBoard } from '../board/useBoard';
import type { Replay } from '../time/replay';

/** The day that is played again; the same object as long as it is the same, for each heartbeat tells it anew. */
export function useReplay(store: BoardStore): Replay | undefined {
  const told = useBoard(store, ({ replay }) => (replay ? JSON.stringify(replay) : undefined));
  return useMemo(() => (told ? (JSON.parse(told) as Replay) : undefined), [told]);
}
