import type { FlightState } from '../flight/FlightState';
import type { Link } from '../stream/connection';
import type { StreamEvent } from '../stream/StreamEvent';

type Flights = ReadonlyMap<string, FlightState>;

/** Everything the page knows; immutable. */
export interface Board {
  readonly flights: Flights;
  /** The board that follows a reset, until it is whole: meanwhile people go on reading the old one. */
  readonly incoming?: Flights | undefined;
  readonly link: Link;
  /** Whether the stream has said `live` since it was opened, and nothing against it since. */
  readonly live: boolean;
  readonly staleSince?: string | undefined;
  readonly timeZone?: string | undefined;
}

export type Change = StreamEvent | { readonly type: 'link'; readonly link: Link };

export const EMPTY: Board = { flights: new Map(), link: { phase: 'connecting' }, live: false };

/** The board after the changes. Copies the flights once, however many the changes are. */
export function apply(board: Board, changes: readonly Change[]): Board {
  let { flights, incoming, link, live, staleSince, timeZone } = board;
  const copies = new Set<Flights>();
  const edit = (): Map<string, FlightState> => {
    const current = incoming ?? flights;
    const copy = copies.has(current) ? (current as Map<string, FlightState>) : new Map(current);
    copies.add(copy);
    if (incoming) incoming = copy;
    else flights = copy;
    return copy;
  };

  for (const change of changes) {
    switch (change.type) {
      case 'flight':
        edit().set(change.flight.id, change.flight);
        break;
      case 'removed':
        edit().delete(change.id);
        break;
      case 'reset':
        incoming = new Map();
        break;
      case 'live':
        flights = incoming ?? flights;
        incoming = undefined;
        live = true;
        staleSince = undefined;
        timeZone = change.timeZone;
        break;
      case 'stale':
        live = false;
        staleSince = change.since;
        break;
      case 'link':
        link = change.link;
        if (link.phase !== 'open') live = false;
        break;
    }
  }
  return { flights, incoming, link, live, staleSince, timeZone };
}
