import type { FlightState } from '../flight/FlightState';

/** What a stream tells: the wire's events, one to one. */
export type StreamEvent =
  | { readonly type: 'flight'; readonly flight: FlightState }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'reset' }
  | { readonly type: 'live'; readonly timeZone: string; readonly skew: number }
  | { readonly type: 'stale'; readonly since: string };

/** Names of the wire's events; EventSource calls the unnamed one `message`. */
export const EVENT_NAMES = ['message', 'removed', 'reset', 'live', 'stale'] as const;

/** Reads an event of the wire. `live` becomes how far, in milliseconds, the service's clock is ahead of this one. */
export function parse(event: MessageEvent<string>): StreamEvent {
  const content = JSON.parse(event.data);
  switch (event.type) {
    case 'message':
      return { type: 'flight', flight: content };
    case 'live':
      return { type: 'live', timeZone: content.timeZone, skew: Date.parse(content.at) - Date.now() };
    default:
      return { ...content, type: event.type };
  }
}
