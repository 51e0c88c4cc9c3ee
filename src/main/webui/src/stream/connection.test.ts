import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeSource } from '../test/FakeSource';
import type { Change } from './Change';
import { connect, type Connection } from './connection';
import type { Snapshot } from './snapshot';

let changes: Change[];
let connection: Connection;
let asked: string[];
let answer: () => Response;

const flight = { id: 'I768', flight: 'I768', state: 'scheduled' };
const board = (cursor = 'c0') => new Response(JSON.stringify([flight]), { headers: { 'Last-Event-ID': cursor } });
const refusal = (headers: HeadersInit = {}) => new Response(null, { status: 503, headers });

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal('EventSource', FakeSource);
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  FakeSource.opened = [];
  changes = [];
  asked = [];
  answer = () => board();
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return answer();
  });
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const last = () => FakeSource.last();
const pass = (time = 0) => vi.advanceTimersByTimeAsync(time);
const start = async (filter = '', snapshot?: Snapshot) => {
  connection = connect(filter, (change) => changes.push(change), snapshot);
  await pass();
};
const live = (cursor: string) => last().tell('live', { at: '1970-01-01T00:00:05Z', timeZone: 'UTC' }, cursor);
const waits = () =>
  changes.flatMap((change) =>
    change.type === 'link' && change.link.phase === 'waiting' ? [change.link.until - change.link.at] : [],
  );

describe('connection', () => {
  it('begins with the whole board and goes on with the stream from there', async () => {
    await start();

    expect(asked).toEqual(['/flights']);
    expect(last().url).toBe('/events?after=c0');
    expect(changes).toEqual([
      { type: 'link', link: { phase: 'connecting' } },
      { type: 'reset' },
      { type: 'flight', flight },
    ]);
  });

  it('asks for no board where one is at hand', async () => {
    await start('', { flights: [flight], cursor: 'c7' });

    expect(asked).toEqual([]);
    expect(last().url).toBe('/events?after=c7');
    expect(changes).toContainEqual({ type: 'flight', flight });
  });

  it('asks for the same filter of board and stream', async () => {
    await start('terminal=2');

    expect(asked).toEqual(['/flights?terminal=2']);
    expect(last().url).toBe('/events?terminal=2&after=c0');
  });

  it('takes all from the stream where the cursor of the board got lost on the way', async () => {
    answer = () => board('');
    await start();

    expect(last().url).toBe('/events');
    expect(changes).toHaveLength(1);
  });

  it('reads how far the clock of the service is ahead', async () => {
    await start();
    live('c1');

    expect(changes.at(-1)).toEqual({ type: 'live', timeZone: 'UTC', skew: 5_000 });
  });

  it('returns with the cursor of the last event', async () => {
    await start();
    live('c1');
    last().tell('removed', { id: 'A1' }, 'c2');
    last().fail();
    await pass(2_000);

    expect(last().url).toBe('/events?after=c2');
  });

  it.each(['', 'nothing-is-held'])('begins anew when it is lost amid a reset that carries "%s"', async (id) => {
    await start();
    last().tell('reset', {}, id);
    last().tell('message', flight, id);
    last().fail();
    await pass(2_000);

    expect(asked).toHaveLength(2);
  });

  it('keeps its cursor over streams that end before any event', async () => {
    await start();
    live('c1');
    last().fail();
    await pass(2_000);
    last().fail();
    await pass(4_000);

    expect(last().url).toBe('/events?after=c1');
  });

  it('waits longer after each failure, up to a bound, and begins anew once it is live', async () => {
    await start();
    for (let failures = 0; failures < 6; failures++) {
      last().fail();
      await pass(waits().at(-1));
    }
    live('c1');
    last().fail();

    expect(waits()).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 2_000]);
  });

  it('waits as long as it was told to, and somewhat longer lest all return at once', async () => {
    answer = () => refusal({ 'Retry-After': '10' });
    await start();

    expect(waits()).toEqual([12_500]);
  });

  it('returns from a refusal and from a network that is gone', async () => {
    answer = () => refusal();
    await start();
    answer = () => {
      throw new TypeError('Failed to fetch');
    };
    await pass(2_000);
    answer = () => board();
    await pass(4_000);

    expect(asked).toHaveLength(3);
    expect(last().url).toBe('/events?after=c0');
  });

  it('cuts a wait short when asked, and leaves an open stream alone', async () => {
    await start();
    last().fail();
    connection.retry();
    expect(FakeSource.opened).toHaveLength(2);

    connection.retry();
    expect(FakeSource.opened).toHaveLength(2);
  });

  it('opens a stream anew that was silent for long, from its cursor, and says nothing of it', async () => {
    await start();
    live('c1');
    const told = changes.length;
    await pass(40_000);

    expect(FakeSource.opened.map((each) => each.closed)).toEqual([true, false]);
    expect(last().url).toBe('/events?after=c1');
    expect(changes).toHaveLength(told);
  });

  it('says within ten seconds more that nobody answers, and when it last heard somebody', async () => {
    await start();
    await pass(1_000);
    live('c1');
    const told = changes.length;
    // Nine tenths of 40 s, for this test's chance, and ten.
    await pass(46_000);

    expect(changes.slice(told)).toEqual([{ type: 'link', link: { phase: 'waiting', at: 1_000, until: 49_000 } }]);
  });

  it('asks for the time of the service again where the clock was set, and goes on from its cursor', async () => {
    await start();
    live('c1');
    vi.setSystemTime(8 * 86_400_000);
    last().tell('removed', { id: 'A1' }, 'c2');

    expect(FakeSource.opened.map((each) => each.closed)).toEqual([true, false]);
    expect(last().url).toBe('/events?after=c1');
  });

  it('never opens a stream anew that is merely quiet', async () => {
    await start();
    live('c1');
    for (let beat = 0; beat < 20; beat++) {
      await pass(15_000);
      live(`c${beat}`);
    }

    expect(FakeSource.opened).toHaveLength(1);
  });

  it('learns how far apart beats are, if they are set to be', async () => {
    await start();
    for (let minute = 0; minute < 60; minute++) {
      live('c1');
      await pass(45_000);
      // One that was opened anew answers.
      last().onopen?.();
      await pass(15_000);
    }
    const opened = FakeSource.opened.length;
    for (let minute = 0; minute < 60; minute++) {
      live('c1');
      await pass(60_000);
    }

    expect(FakeSource.opened).toHaveLength(opened);
    expect(opened).toBeLessThan(4);
  });

  it('is not moved by what a closed stream still tells', async () => {
    await start();
    live('c1');
    const closed = last();
    closed.fail();
    const told = changes.length;
    closed.tell('removed', { id: 'I768' }, 'c9');
    closed.fail();
    await pass(2_000);

    expect(changes.slice(told)).toEqual([{ type: 'link', link: { phase: 'connecting' } }]);
    expect(last().url).toBe('/events?after=c1');
  });

  it('stays closed', async () => {
    await start();
    last().fail();
    connection.close();
    await pass(60_000);

    expect(FakeSource.opened).toHaveLength(1);
  });

  describe('where the answer is not the service’s', () => {
    const html = '<html>Please sign in</html>';

    it.each([
      ['a page in HTML', () => new Response(html, { headers: { 'Content-Type': 'text/html' } })],
      ['nothing', () => new Response(null, { status: 204 })],
      ['half of it', () => new Response('[{"id":"I768","fli', { headers: { 'Last-Event-ID': 'c0' } })],
      ['something else in JSON', () => new Response('{"error":"sign in"}', { headers: { 'Last-Event-ID': 'c0' } })],
      ['null', () => new Response('null')],
      ['a refusal for a century', () => refusal({ 'Retry-After': '3153600000' })],
      ['a refusal until some date', () => refusal({ 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' })],
    ])('asks for the board again after %s', async (_, lie) => {
      answer = lie;
      await start();
      answer = () => board();
      await pass(75_000);

      expect(asked.length).toBeGreaterThan(1);
      expect(last().url).toBe('/events?after=c0');
      expect(changes).toContainEqual({ type: 'flight', flight });
    });

    it('takes of a board what are flights', async () => {
      answer = () =>
        new Response(JSON.stringify([null, 7, 'I768', {}, { id: '', flight: 'A', state: 'b' }, [], flight]), {
          headers: { 'Last-Event-ID': 'c0' },
        });
      await start();

      expect(changes.filter(({ type }) => type === 'flight')).toEqual([{ type: 'flight', flight }]);
    });

    it.each([
      ['message', '{"id":"A1","fli'],
      ['message', ''],
      ['message', 'null'],
      ['message', '{"id":7,"flight":"A1","state":"landed"}'],
      ['removed', '[]'],
      ['removed', '{"id":{}}'],
    ])('goes on after an event that it cannot read: %s %s', async (type, data) => {
      await start();
      live('c1');
      const told = changes.length;
      last().dispatchEvent(new MessageEvent(type, { data, lastEventId: 'c2' }));
      last().tell('removed', { id: 'A1' }, 'c3');

      expect(changes.slice(told)).toEqual([{ type: 'removed', id: 'A1' }]);
    });

    it('is live in UTC by its own clock where no zone and no time are told', async () => {
      await start();
      last().tell('live', {}, 'c1');

      expect(changes.at(-1)).toEqual({ type: 'live', timeZone: 'UTC', skew: 0 });
    });
  });
});
