import { readFlight } from '../flight/readFlight';
import type { LastBoard } from '../stream/Change';
import { readReplay } from '../stream/readReplay';
import { answer, connect, KEPT_AT, STORE } from './database';

// A board for each filter that was followed last: a wall has one, and a phone a few.
const MOST = 8;

/** Keeps the board of a filter, in place of the one before. Whatever ends the browser amid it, one of the two is whole. */
export async function keep(filter: string, last: LastBoard): Promise<void> {
  // Strict: on the disk, not on its way there. The power of a wall is cut, not its browser closed.
  const transaction = (await connect()).transaction(STORE, 'readwrite', { durability: 'strict' });
  const boards = transaction.objectStore(STORE);
  boards.put({ ...last, filter, [KEPT_AT]: Date.now() });
  const oldestFirst = boards.index(KEPT_AT).getAllKeys();
  oldestFirst.onsuccess = () => oldestFirst.result.slice(0, -MOST).forEach((key) => boards.delete(key));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error('Not kept'));
  });
}

/** What was kept for a filter; nothing where there is none, or it cannot be read. */
export async function kept(filter: string): Promise<LastBoard | undefined> {
  const boards = (await connect()).transaction(STORE).objectStore(STORE);
  return read(await answer(boards.get(filter)));
}

function read(kept: unknown): LastBoard | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { at, flights, timeZone, skew, replay } = kept as Record<string, unknown>;
  if (!isTime(at) || !isTime(skew) || typeof timeZone !== 'string' || !timeZone) return undefined;
  if (!Array.isArray(flights)) return undefined;
  return {
    at,
    skew,
    timeZone,
    flights: flights.flatMap((each) => readFlight(each) ?? []),
    replay: readReplay(replay),
  };
}

// A database also keeps numbers that are no time, and a date made of one throws when it is written.
function isTime(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(new Date(value).getTime());
}
