import { backOff } from './backOff';
import type { Change } from './Change';
import { Patience } from './Patience';
import { changesOf, fetchSnapshot, type Snapshot } from './snapshot';
import { type Happening, next, type State } from './states';
import { EVENT_NAMES, parse, type StreamEvent } from './StreamEvent';

export interface Connection {
  /** Ends a wait early: the network is back, or the reader asks for it. */
  retry(): void;
  close(): void;
}

// Every replica answers at once, long before it has told the board; this is longer than it takes on any usable network.
const ANSWER_MS = 10_000;

// A smaller step of the clock leaves the same minute, or the next; slower corrections take hours to come so far.
const STEP_MS = 10_000;

/**
 * Keeps a stream open until it is closed: first it gets the whole board as JSON, which is compressed, then its changes; where
 * there is a snapshot already, it begins with that. Only the table of states decides what it does next. It reconnects by
 * itself, never by the browser's own reconnection: the browser gives up for good when it is refused.
 */
export function connect(filter: string, take: (change: Change) => void, snapshot?: Snapshot): Connection {
  const patience = new Patience();
  let state: State = { at: 'loading', attempt: 0 };
  let atHand = snapshot;
  let source: EventSource | undefined;
  let request: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heardAt: number | undefined;

  const happen = (happening: Happening) => {
    const last = state;
    state = next(last, happening);
    if (state.at !== last.at) enter(last);
  };

  const after = (wait: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, wait);
  };

  const silent = () => happen({ type: 'silent' });

  const listen = () =>
    after(patience.ms, () => {
      if (state.at === 'open') patience.lose();
      silent();
    });

  const enter = (last?: State) => {
    switch (state.at) {
      case 'loading':
        stop();
        if (last?.at !== 'resetting') take({ type: 'link', link: { phase: 'connecting' } });
        void load();
        break;
      case 'opening':
        stop();
        if (last?.at === 'waiting') take({ type: 'link', link: { phase: 'connecting' } });
        open(state.cursor);
        break;
      case 'waiting':
        stop();
        wait(Math.max(backOff(state.attempt - 1), state.retryAfter));
        break;
      case 'closed':
        stop();
        break;
      case 'open':
      case 'resetting':
        // The stream is the one that was opened.
        break;
    }
  };

  const stop = () => {
    clearTimeout(timer);
    request?.abort();
    source?.close();
    source = undefined;
  };

  const load = async () => {
    const { signal } = (request = new AbortController());
    listen();
    const found = atHand ?? (await fetchSnapshot(filter, signal));
    atHand = undefined;
    if (signal.aborted) return;
    if ('refused' in found) return happen({ type: 'refused', retryAfter: found.refused });
    for (const change of changesOf(found)) take(change);
    happen({ type: 'board', cursor: found.cursor });
  };

  const open = (cursor: string) => {
    const query = [filter, cursor && `after=${encodeURIComponent(cursor)}`].filter(Boolean).join('&');
    const opened = new EventSource(query ? `/events?${query}` : '/events');
    source = opened;
    let settled = false;
    let clock = 0;
    // A stream that was closed may still deliver an event.
    const isCurrent = () => source === opened;
    opened.onopen = () => {
      if (!isCurrent()) return;
      take({ type: 'link', link: { phase: 'open' } });
      happen({ type: 'opened' });
      listen();
    };
    opened.onerror = () => isCurrent() && happen({ type: 'lost' });
    const receive = (event: MessageEvent<string>) => {
      if (!isCurrent()) return;
      heardAt = Date.now();
      // How far the service's clock is ahead is told by `live` only, and a busy stream may have none for an hour.
      if (settled && Math.abs(clockAhead() - clock) > STEP_MS) return silent();
      const told = parse(event);
      const settles = told?.type === 'live' || told?.type === 'stale';
      // The first one ends what had to be told; any other is a beat.
      patience.hear(settles && settled);
      settled ||= settles;
      if (settles) clock = clockAhead();
      listen();
      if (told) take(told);
      happen(happeningOf(told, event.lastEventId));
    };
    for (const name of EVENT_NAMES) opened.addEventListener(name, receive);
    after(ANSWER_MS, silent);
  };

  const wait = (ms: number) => {
    const now = Date.now();
    // Of a way that was cut in silence, nobody tells when.
    take({ type: 'link', link: { phase: 'waiting', at: heardAt ?? now, until: now + ms } });
    after(ms, () => happen({ type: 'due' }));
  };

  enter();
  return { retry: () => happen({ type: 'retry' }), close: () => happen({ type: 'close' }) };
}

/** By how much the clock on the wall is ahead of one that nobody sets: it changes where that is set, or the machine has slept. */
const clockAhead = () => Date.now() - performance.now();

function happeningOf(told: StreamEvent | undefined, cursor: string): Happening {
  switch (told?.type) {
    case 'reset':
      return { type: 'reset' };
    case 'live':
    case 'stale':
      return { type: 'settled', cursor };
    default:
      return { type: 'told', cursor };
  }
}
