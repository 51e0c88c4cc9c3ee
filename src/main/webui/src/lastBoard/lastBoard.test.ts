// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { apply, EMPTY } from '../board/board';
import { BoardStore } from '../board/store';
import { arrives, departs, flight, live, lost, open, reset, stale } from '../test/changes';
import { FakeService } from '../test/FakeService';
import { readView } from '../view/View';
import { filterOf } from '../view/screen';
import { rightAt } from './keepLast';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const last = (...flights: string[]) => ({
  at: NOON,
  flights: flights.map((id) => flight(id)),
  timeZone: 'UTC',
  skew: 0,
});
const ids = (store: BoardStore) => [...store.board().flights.keys()];

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  // What was asked of the database before has been answered when this is, and what was asked then after the second.
  for (let asked = 0; asked < 2; asked++) await kept('nothing').catch(() => {});
}

let service: FakeService;
let store: BoardStore;

/** A start of the page: what was kept of another is there, and nothing else. */
async function start(address: string): Promise<void> {
  vi.resetModules();
  const { recallLast } = await import('./recallLast');
  const { keepLast } = await import('./keepLast');
  service = new FakeService();
  store = new BoardStore(service.source);
  const view = readView(address);
  store.follow(filterOf(view));
  recallLast(store, view);
  keepLast(store);
}

const keep = async (filter: string, board: ReturnType<typeof last>) => (await import('./kept')).keep(filter, board);
const kept = async (filter: string) => (await import('./kept')).kept(filter);

beforeEach(() => {
  vi.resetModules();
  // The database keeps its own time.
  vi.useFakeTimers({ now: NOON, toFake: ['Date', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
  vi.stubGlobal('indexedDB', new IDBFactory());
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('a page that reaches nobody shows the last board within a second, with its age, and not as live', async () => {
  await start('');
  service.give([open, reset, arrives('A1'), live]);
  await pass(3_000);

  vi.setSystemTime(NOON + 3_600_000);
  await start('');
  await pass(1_000);

  expect(ids(store)).toEqual(['A1']);
  expect(store.board()).toMatchObject({ live: false, remembered: true, timeZone: 'UTC' });
  expect(store.board().lostAt).toBeLessThanOrEqual(NOON + 3_000);
});

it('what the service has told is never replaced by what was kept', async () => {
  await keep('', last('OLD'));

  await start('');
  service.give([open, reset, live]);
  await pass(2_000);

  expect(ids(store)).toEqual([]);
  expect(store.board()).toMatchObject({ live: true, remembered: false });
});

it('a wall that was never opened shows its part of the whole board that was', async () => {
  await keep('', { ...last('A1'), flights: [flight('A1'), flight('D1', { direction: 'departure', gate: 'B7' })] });

  await start('?kiosk&gate=B7');
  await pass(1_000);

  expect(ids(store)).toEqual(['D1']);
});

it('a change is kept within a minute, and what there was when the connection was lost at once', async () => {
  await start('');
  service.give([open, reset, arrives('A1'), live]);
  await pass(3_000);
  const keptIds = async () => (await kept(''))?.flights.map(({ id }) => id);

  service.give([departs('D1')]);
  await pass(10_000);
  expect(await keptIds()).toEqual(['A1']);
  await pass(60_000);
  expect(await keptIds()).toEqual(['A1', 'D1']);

  service.give([arrives('A2'), lost(NOON + 90_000)]);
  await pass(2_000);
  expect(await keptIds()).toEqual(['A1', 'D1', 'A2']);
  expect((await kept(''))?.at).toBe(NOON + 90_000);
});

it('what is kept is bounded, the filter followed last stays', async () => {
  for (let terminal = 0; terminal < 20; terminal++) {
    await keep(`terminal=${terminal}`, last());
    await pass(1);
  }

  const found = [];
  for (const terminal of [0, 11, 12, 19]) found.push(await kept(`terminal=${terminal}`));
  expect(found.map(Boolean)).toEqual([false, false, true, true]);
});

it.each([
  {},
  { at: 'noon' },
  { ...last('A1'), at: Number.NaN },
  { ...last('A1'), at: 1e300 },
  { ...last('A1'), flights: {} },
  { ...last('A1'), skew: undefined },
  { ...last('A1'), timeZone: '' },
])('what cannot be read is no board: %j', async (board) => {
  await keep('', board as never);

  await start('');
  await pass(1_000);

  expect([store.board().remembered, store.board().lostAt]).toEqual([false, undefined]);
});

it('a database that another page wants to delete is given up, and opened anew', async () => {
  await keep('', last('A1'));

  const deletion = indexedDB.deleteDatabase('flightboard');
  await new Promise((resolve) => (deletion.onsuccess = resolve));

  expect(await kept('')).toBeUndefined();
  await keep('', last('A2'));
  expect((await kept(''))?.flights.map(({ id }) => id)).toEqual(['A2']);
});

it.each([
  ['forbidden by the browser', undefined],
  [
    'without room',
    {
      open: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
    },
  ],
])('of what cannot be kept the page knows nothing: %s', async (_, database) => {
  vi.stubGlobal('indexedDB', database);
  await start('');
  service.give([open, reset, arrives('A1'), live]);

  await pass(70_000);

  expect(ids(store)).toEqual(['A1']);
});

it.each([
  ['nobody has told', EMPTY, undefined],
  ['live', apply(EMPTY, [open, reset, live]), NOON],
  ['lost', apply(EMPTY, [open, reset, live, lost(7)]), 7],
  ['stale', apply(EMPTY, [open, reset, live, stale]), Date.parse('2026-01-01T12:03:00.000Z')],
  ['remembered', apply(EMPTY, [{ type: 'remembered', last: last() }]), undefined],
])('a board is right as of its last sign: %s', (_, board, at) => {
  expect(rightAt(board, NOON)).toBe(at);
});
