// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { apply, EMPTY } from '../board/board';
import { BoardStore } from '../board/store';
import { arrives, departs, flight, live, lost, open, reset, stale } from '../test/changes';
import { FakeCaches } from '../test/FakeCaches';
import { FakeService } from '../test/FakeService';
import { readView } from '../view/View';
import { filterOf } from '../view/screen';
import { keep, kept } from './kept';
import { keepLast, rightAt } from './keepLast';
import { recallLast } from './recallLast';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const last = (...flights: string[]) => ({
  at: NOON,
  flights: flights.map((id) => flight(id)),
  timeZone: 'UTC',
  skew: 0,
});
const ids = (store: BoardStore) => [...store.board().flights.keys()];
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

let service: FakeService;
let store: BoardStore;

/** A start of the page: what was kept of another is there, and nothing else. */
function start(address: string): void {
  service = new FakeService();
  store = new BoardStore(service.source);
  const view = readView(address);
  store.follow(filterOf(view));
  recallLast(store, view);
  keepLast(store);
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  vi.stubGlobal('caches', new FakeCaches());
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('a page that reaches nobody shows the last board within a second, with its age, and not as live', async () => {
  start('');
  service.give([open, reset, arrives('A1'), live]);
  await pass(3_000);

  vi.setSystemTime(NOON + 3_600_000);
  start('');
  await pass(1_000);

  expect(ids(store)).toEqual(['A1']);
  expect(store.board()).toMatchObject({ live: false, remembered: true, timeZone: 'UTC' });
  expect(store.board().lostAt).toBeLessThanOrEqual(NOON + 3_000);
});

it('what the service has told is never replaced by what was kept', async () => {
  await keep('', last('OLD'));

  start('');
  service.give([open, reset, live]);
  await pass(2_000);

  expect(ids(store)).toEqual([]);
  expect(store.board()).toMatchObject({ live: true, remembered: false });
});

it('a wall that was never opened shows its part of the whole board that was', async () => {
  await keep('', { ...last('A1'), flights: [flight('A1'), flight('D1', { direction: 'departure', gate: 'B7' })] });

  start('?kiosk&gate=B7');
  await pass(1_000);

  expect(ids(store)).toEqual(['D1']);
});

it('a change is kept within a minute, and what there was when the connection was lost at once', async () => {
  start('');
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
  for (let terminal = 0; terminal < 20; terminal++) await keep(`terminal=${terminal}`, last());

  const found = await Promise.all([0, 11, 12, 19].map((terminal) => kept(`terminal=${terminal}`)));
  expect(found.map(Boolean)).toEqual([false, false, true, true]);
});

it.each(['', 'nothing', '[]', '{"at":"noon"}', '{"at":1,"skew":0,"timeZone":"UTC","flights":{}}', 'null'])(
  'what cannot be read is no board: %s',
  async (text) => {
    await (await caches.open('boards')).put('/last?', new Response(text));

    start('');
    await pass(1_000);

    expect([store.board().remembered, store.board().lostAt]).toEqual([false, undefined]);
  },
);

it('of what cannot be kept, as where there is no room, the page knows nothing', async () => {
  vi.stubGlobal('caches', { open: () => Promise.reject(new Error('quota')), match: () => Promise.reject(new Error()) });
  start('');
  service.give([open, reset, arrives('A1'), live]);

  await pass(70_000);

  expect(ids(store)).toEqual(['A1']);
});

it.each([
  ['nobody has told', EMPTY, undefined],
  ['live', apply(EMPTY, [open, reset, live]), NOON],
  ['lost', apply(EMPTY, [open, reset, live, lost(7)]), 7],
  ['stale', apply(EMPTY, [open, reset, live, stale]), Date.parse('2026-01-01T12:03:00Z')],
  ['remembered', apply(EMPTY, [{ type: 'remembered', last: last() }]), undefined],
])('a board is right as of its last sign: %s', (_, board, at) => {
  expect(rightAt(board, NOON)).toBe(at);
});
