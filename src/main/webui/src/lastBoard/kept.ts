import { readFlight } from '../flight/readFlight';
import type { LastBoard } from '../stream/Change';
import { readReplay } from '../stream/readReplay';

// Where files are kept that outlive the page, the browser and a power cut. Plain http from another machine has none.
const CACHE = 'boards';
// A board for each filter that was followed last: a wall has one, and a phone a few.
const MOST = 8;

const keyOf = (filter: string) => `/last?${filter}`;

/** Keeps the board of a filter, in place of the one before. */
export async function keep(filter: string, last: LastBoard): Promise<void> {
  const boards = await caches.open(CACHE);
  const key = keyOf(filter);
  // Anew at the end of the list, whose beginning goes.
  const others = (await boards.keys()).filter(({ url }) => !url.endsWith(key));
  for (const other of others.slice(0, Math.max(0, others.length - MOST + 1))) await boards.delete(other);
  await boards.put(key, new Response(JSON.stringify(last), { headers: { 'Content-Type': 'application/json' } }));
}

/** What was kept for a filter; nothing where there is none, or it cannot be read. */
export async function kept(filter: string): Promise<LastBoard | undefined> {
  const found = await caches.match(keyOf(filter), { cacheName: CACHE });
  return found && read(await found.json());
}

function read(json: unknown): LastBoard | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const { at, flights, timeZone, skew, replay } = json as Record<string, unknown>;
  if (typeof at !== 'number' || typeof skew !== 'number' || typeof timeZone !== 'string' || !timeZone) return undefined;
  if (!Array.isArray(flights)) return undefined;
  return {
    at,
    skew,
    timeZone,
    flights: flights.flatMap((each) => readFlight(each) ?? []),
    replay: readReplay(replay),
  };
}
