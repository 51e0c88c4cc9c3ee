import { useSyncExternalStore } from 'react';
import type { BoardStore } from './board/store';
import { Freshness } from './Freshness';
import { Timetable } from './table/Timetable';

export function App({ store }: { store: BoardStore }) {
  const board = useSyncExternalStore(store.subscribe, store.snapshot);
  return (
    <>
      <header>
        <h1>Arrivals</h1>
        <Freshness board={board} />
      </header>
      <main>
        <Timetable board={board} />
      </main>
    </>
  );
}
