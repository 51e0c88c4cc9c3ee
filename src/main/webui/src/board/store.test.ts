import { beforeEach, describe, expect, it, vi } from 'vitest';
import { arrives, connecting, live, open, reset } from '../test/changes';
import { FakeService } from '../test/FakeService';
import { BoardStore } from './store';

let service: FakeService;
let store: BoardStore;

beforeEach(() => {
  service = new FakeService();
  store = new BoardStore(service.source);
  store.follow('');
  service.give([open, reset, arrives('A1', { terminal: '1' }), arrives('B2', { terminal: '2' }), live]);
});

const ids = () => [...store.board().flights.keys()];

describe('store', () => {
  it('keeps the flights of the last filter in sight until those of the new one have come', () => {
    store.follow('terminal=2');
    service.give([connecting, reset]);
    expect(ids()).toEqual(['A1', 'B2']);

    service.give([open, arrives('B2', { terminal: '2' }), live]);
    expect(ids()).toEqual(['B2']);
    expect(service.closed).toEqual(['']);
  });

  it('is as of when it was last heard, once it is woken', () => {
    vi.useFakeTimers({ now: 1_000 });
    service.give([live]);
    vi.setSystemTime(9_000_000);
    store.reopen();
    vi.useRealTimers();

    expect(store.board()).toMatchObject({ live: false, lostAt: 1_000 });
  });

  it('is not live with another filter before its flights have come', () => {
    store.follow('terminal=2');

    expect(store.board()).toMatchObject({ live: false, former: true });
  });

  it('takes nothing more from a stream that it has left', () => {
    store.follow('terminal=2');
    service.give([arrives('C3')], 0);

    expect(ids()).toEqual(['A1', 'B2']);
  });

  it('opens nothing anew for the same filter', () => {
    store.follow('');

    expect(service.filters).toEqual(['']);
  });

  it('remembers what a flight went through, also what happened while it was away', () => {
    service.give([arrives('A1', { terminal: '1', state: 'landing' })]);
    store.reopen();
    service.give([reset, arrives('A1', { terminal: '1', state: 'landed', gate: 'A4' }), live]);

    expect(store.history('A1').map(({ field, from, to }) => [field, from, to])).toEqual([
      ['state', 'scheduled', 'landing'],
      ['state', 'landing', 'landed'],
      ['gate', undefined, 'A4'],
    ]);
  });

  it('forgets what a flight went through once it has left the board', () => {
    service.give([arrives('A1', { state: 'landing' }), arrives('B2', { state: 'landing' })]);
    service.give([{ type: 'removed', id: 'A1' }]);
    service.give([reset, live]);

    expect([store.history('A1'), store.history('B2')]).toEqual([[], []]);
  });

  it('bounds what it remembers of a flight', () => {
    for (let gate = 0; gate < 100; gate++) service.give([arrives('A1', { gate: `A${gate}` })]);

    expect(store.history('A1')).toHaveLength(40);
    expect(store.history('A1').at(-1)?.to).toBe('A99');
  });
});
