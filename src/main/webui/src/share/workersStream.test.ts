import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../stream/Change';
import type { Connection } from '../stream/connection';
import { arrives, live, reset } from '../test/changes';
import { FakeSource } from '../test/FakeSource';
import { FakeWorker } from '../test/FakeWorker';
import { BEAT_MS, SILENCE_MS } from './protocol';
import { workersStream } from './workersStream';

let changes: Change[];
let stream: Connection;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal('SharedWorker', FakeWorker);
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('fetch', async () => new Response('[]', { headers: { 'Last-Event-ID': 'c0' } }));
  FakeWorker.started = [];
  FakeSource.opened = [];
  changes = [];
  stream = workersStream('terminal=2', (told) => changes.push(...told), { flights: [], cursor: 'c1' });
});

afterEach(() => {
  stream.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const asked = () => FakeWorker.started.map((each) => each.asked.map(({ type }) => type).join(' '));

describe('the stream of the worker', () => {
  it('goes on from the snapshot', () => {
    expect(FakeWorker.last().asked[0]).toMatchObject({ filter: 'terminal=2', snapshot: { cursor: 'c1' } });
  });

  it('is left alone as long as the worker says that it is alive, however quiet the board is', async () => {
    FakeWorker.last().say(reset, arrives('A1'), live);
    for (let beat = 0; beat < 100; beat++) {
      await pass(BEAT_MS);
      FakeWorker.last().say();
    }

    expect(asked()).toEqual(['watch']);
    expect(changes).toHaveLength(3);
  });

  it('is asked for anew once the worker has died, as often as that happens', async () => {
    for (let death = 0; death < 3; death++) {
      FakeWorker.last().say(live);
      await pass(SILENCE_MS);
    }
    FakeWorker.last().say(reset, arrives('B2'), live);

    expect(asked()).toEqual(['watch leave', 'watch leave', 'watch leave', 'watch']);
    expect(FakeWorker.last().asked[0]).not.toMatchObject({ snapshot: { cursor: 'c1' } });
    expect(changes.slice(-3)).toEqual([reset, arrives('B2'), live]);
    expect(FakeSource.opened).toHaveLength(0);
  });

  it('is the tab’s own where the worker that was asked for anew says nothing either', async () => {
    FakeWorker.last().say(live);
    await pass(2 * SILENCE_MS);

    expect(asked()).toEqual(['watch leave', 'watch leave']);
    expect(FakeSource.last().url).toBe('/events?terminal=2&after=c0');
  });

  it('is the tab’s own where there can be no worker', async () => {
    FakeWorker.last().onerror?.();
    await pass(0);

    expect(FakeSource.last().url).toBe('/events?terminal=2&after=c0');
    stream.close();
    expect(FakeSource.last().closed).toBe(true);
  });

  it('tells nothing once it is closed', async () => {
    stream.close();
    FakeWorker.last().say(arrives('A1'));
    FakeWorker.last().onerror?.();
    await pass(10 * SILENCE_MS);

    expect(changes).toEqual([]);
    expect(asked()).toEqual(['watch leave']);
  });
});
