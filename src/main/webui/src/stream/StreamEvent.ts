import type { FlightState } from '../flight/FlightState';

/** What a stream tells: the wire's events, one to one. */
export type StreamEvent =
  | { readonly type: 'flight'; readonly flight: FlightState }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'reset' }
  | { readonly type: 'live'; readonly at: string; readonly timeZone: string }
  | { readonly type: 'stale'; readonly since: string };

/** Names of the wire's events; EventSource calls the unnamed one `message`. */
export const EVENT_NAMES = ['message', 'removed', 'reset', 'live', 'stale'] as const;

/** Reads an event of the wire. */
export function parse(event: MessageEvent<string>): StreamEvent {
  const content = JSON.parse(event.data);
  return event.type === 'message' ? { type: 'flight', flight: content } : { ...content, type: event.type };
}
