import { backOff } from './backOff';
import type { Change } from './Change';
import { changesOf, fetchSnapshot, type Snapshot } from './snapshot';
import { EVENT_NAMES, parse } from './StreamEvent';

export interface Connection {
  /** Cuts a wait short: the network is back, or somebody asks. */
  retry(): void;
  close(): void;
}

// Heartbeats every 15 s keep a sound stream open but are not told to pages. One that tells nothing for this long may be
// dead, as after a sleep: opening it anew, from the cursor, costs less than showing an old board as new.
const SILENCE_MS = 120_000;

/**
 * Keeps a stream open until it is closed: first the whole board as JSON, which is compressed, then its changes; where a
 * snapshot is at hand, it begins with that. Every loss is answered here and never by the browser's own reconnection: that one gives up for good on a refusal, and would
 * resume with a cursor from the middle of a reset.
 */
export function connect(filter: string, take: (change: Change) => void, snapshot?: Snapshot): Connection {
  let atHand = snapshot;
  let source: EventSource | undefined;
  let request: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let cursor = '';
  let resetting = false;
  let waiting = false;

  const again = (wait: number, then: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(then, wait);
  };

  const watchSilence = () => again(SILENCE_MS * (0.75 + 0.5 * Math.random()), stream);

  const receive = (event: MessageEvent<string>) => {
    const change = parse(event);
    if (change.type === 'reset') resetting = true;
    if (change.type === 'live' || change.type === 'stale') {
      resetting = false;
      attempt = 0;
    }
    // Between a reset and what ends it only a part of the board has come: no cursor may claim the rest of it.
    cursor = resetting ? '' : event.lastEventId || cursor;
    take(change);
    watchSilence();
  };

  const stop = () => {
    clearTimeout(timer);
    request?.abort();
    source?.close();
    source = undefined;
  };

  const lose = (retryAfter = 0) => {
    stop();
    waiting = true;
    const wait = Math.max(backOff(attempt++), retryAfter);
    const at = Date.now();
    take({ type: 'link', link: { phase: 'waiting', at, until: at + wait } });
    again(wait, open);
  };

  const open = () => {
    stop();
    waiting = false;
    take({ type: 'link', link: { phase: 'connecting' } });
    if (cursor) stream();
    else void begin();
  };

  const begin = async () => {
    request = new AbortController();
    const { signal } = request;
    watchSilence();
    const found = atHand ?? (await fetchSnapshot(filter, signal));
    atHand = undefined;
    if (signal.aborted) return;
    if ('refused' in found) return lose(found.refused);
    cursor = found.cursor;
    for (const change of changesOf(found)) take(change);
    stream();
  };

  const stream = () => {
    stop();
    resetting = false;
    const query = [filter, cursor && `after=${encodeURIComponent(cursor)}`].filter(Boolean).join('&');
    source = new EventSource(query ? `/events?${query}` : '/events');
    source.onopen = () => take({ type: 'link', link: { phase: 'open' } });
    source.onerror = () => lose();
    for (const name of EVENT_NAMES) source.addEventListener(name, receive);
    watchSilence();
  };

  open();
  return {
    retry: () => {
      if (waiting) open();
    },
    close: stop,
  };
}
