import { readFlight } from '../flight/readFlight';
import type { FlightState } from '../flight/FlightState';
import { instant } from '../time/instant';
import type { Replay } from '../time/replay';
import { readReplay } from './readReplay';

/** What a stream tells: the wire's events, one to one. */
export type StreamEvent =
  | { readonly type: 'flight'; readonly flight: FlightState }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'reset' }
  | { readonly type: 'live'; readonly timeZone: string; readonly skew: number; readonly replay?: Replay | undefined }
  | {
      readonly type: 'stale';
      /** An instant; empty where it is not told. */
      readonly since: string;
      /** Absent from a service of a version before. */
      readonly timeZone?: string;
      readonly replay?: Replay;
    };

/** Names of the wire's events; EventSource calls the unnamed one `message`. */
export const EVENT_NAMES = ['message', 'removed', 'reset', 'live', 'stale'] as const;

/**
 * Reads an event of the wire; nothing where its data is not what such an event has. `live` becomes how far, in
 * milliseconds, the service's clock is ahead of this one.
 */
export function parse({ type, data }: MessageEvent<string>): StreamEvent | undefined {
  if (type === 'reset') return { type };
  const content = json(data);
  switch (type) {
    case 'message': {
      const flight = readFlight(content);
      return flight && { type: 'flight', flight };
    }
    case 'removed':
      return typeof content?.['id'] === 'string' ? { type, id: content['id'] } : undefined;
    case 'live': {
      const at = instant(content?.['at']);
      const timeZone = text(content?.['timeZone']) || 'UTC';
      return { type, timeZone, skew: at === undefined ? 0 : at - Date.now(), ...replayOf(content) };
    }
    case 'stale': {
      const since = instant(content?.['since']);
      const timeZone = text(content?.['timeZone']);
      return {
        type,
        since: since === undefined ? '' : new Date(since).toISOString(),
        ...(timeZone && { timeZone, ...replayOf(content) }),
      };
    }
    default:
      return undefined;
  }
}

function json(data: string): Record<string, unknown> | undefined {
  try {
    const content: unknown = JSON.parse(data);
    return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function replayOf(content: Record<string, unknown> | undefined): { replay?: Replay } {
  const replay = readReplay(content?.['replay']);
  return replay ? { replay } : {};
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
