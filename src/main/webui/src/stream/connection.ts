import { backOff } from './backOff';
import { EVENT_NAMES, parse, type StreamEvent } from './StreamEvent';

/** What is known about the way to the service; `waiting` ends at `until`, in milliseconds since the epoch. */
export type Link =
  { readonly phase: 'connecting' } | { readonly phase: 'open' } | { readonly phase: 'waiting'; readonly until: number };

export interface Listener {
  onEvent(event: StreamEvent): void;
  onLink(link: Link): void;
}

/**
 * Keeps a stream open until it is closed. Every loss is answered here and never by the browser's own reconnection: that
 * one gives up for good on a refusal, and would resume with a cursor from the middle of a reset.
 */
export function connect(path: string, listener: Listener): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let cursor = '';
  let resetting = false;

  const receive = (event: MessageEvent<string>) => {
    const parsed = parse(event);
    if (parsed.type === 'reset') resetting = true;
    if (parsed.type === 'live') {
      resetting = false;
      attempt = 0;
    }
    // Between reset and live only a part of the board has come: no cursor may claim the rest of it.
    cursor = resetting ? '' : event.lastEventId || cursor;
    listener.onEvent(parsed);
  };

  const lose = () => {
    source?.close();
    const wait = backOff(attempt++);
    timer = setTimeout(open, wait);
    listener.onLink({ phase: 'waiting', until: Date.now() + wait });
  };

  const open = () => {
    listener.onLink({ phase: 'connecting' });
    resetting = false;
    source = new EventSource(cursor ? `${path}?after=${encodeURIComponent(cursor)}` : path);
    source.onopen = () => listener.onLink({ phase: 'open' });
    source.onerror = lose;
    for (const name of EVENT_NAMES) source.addEventListener(name, receive);
  };

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
