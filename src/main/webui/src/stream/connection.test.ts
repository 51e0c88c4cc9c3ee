import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, type Link } from './connection';
import type { StreamEvent } from './StreamEvent';

class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];
  closed = false;
  onopen?: () => void;
  onerror?: () => void;

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }

  close() {
    this.closed = true;
  }

  tell(type: string, content: object, lastEventId = '') {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(content), lastEventId }));
  }
}

const last = () => FakeSource.opened.at(-1) as FakeSource;
let events: StreamEvent[];
let links: Link[];
let close: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeSource);
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  FakeSource.opened = [];
  events = [];
  links = [];
  close = connect('/events', { onEvent: (event) => events.push(event), onLink: (link) => links.push(link) });
});

afterEach(() => {
  close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const live = (cursor: string) =>
  last().tell('live', { flights: 1, at: '2026-01-01T12:00:00Z', timeZone: 'UTC' }, cursor);
const loseAndReturn = (wait: number) => {
  last().onerror?.();
  vi.advanceTimersByTime(wait);
};

describe('connection', () => {
  it('reads an unnamed event as the whole state of a flight', () => {
    last().tell('message', { id: 'I768', flight: 'I768', state: 'landing' });

    expect(events).toEqual([{ type: 'flight', flight: { id: 'I768', flight: 'I768', state: 'landing' } }]);
  });

  it('returns with the cursor of the last event', () => {
    live('c1');
    last().tell('removed', { id: 'A1' }, 'c2');

    loseAndReturn(2_000);

    expect(last().url).toBe('/events?after=c2');
  });

  it('returns without a cursor when it is lost amid a reset', () => {
    live('c1');
    last().tell('reset', {}, 'c1');
    last().tell('message', { id: 'A1', flight: 'A1', state: 'landed' }, 'c1');

    loseAndReturn(2_000);

    expect(last().url).toBe('/events');
  });

  it('keeps its cursor over a stream that ends before any event', () => {
    live('c1');

    loseAndReturn(2_000);
    loseAndReturn(2_000);

    expect(last().url).toBe('/events?after=c1');
  });

  it('waits longer after each failure, up to a bound, and begins anew once it is live', () => {
    const waits = () => links.flatMap((link) => (link.phase === 'waiting' ? [link.until - Date.now()] : []));
    const failures = Array.from({ length: 6 }, () => {
      last().onerror?.();
      const wait = waits().at(-1) as number;
      vi.advanceTimersByTime(wait);
      return wait;
    });
    live('c1');
    last().onerror?.();

    expect(failures).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(waits().at(-1)).toBe(2_000);
  });

  it('closes a stream before it opens the next', () => {
    loseAndReturn(2_000);

    expect(FakeSource.opened.map((each) => each.closed)).toEqual([true, false]);
  });
});
