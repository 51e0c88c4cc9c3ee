import type { FlightState } from '../flight/FlightState';
import { instant } from '../time/instant';
import type { Change, Link } from '../stream/Change';
import type { Replay } from '../time/replay';

export type Flights = ReadonlyMap<string, FlightState>;

/** Everything the page knows of the flights; immutable. */
export interface Board {
  readonly flights: Flights;
  /** The board that follows a reset, until it is whole: meanwhile people go on reading the old one. */
  readonly incoming?: Flights | undefined;
  readonly link: Link;
  /** Whether the stream has said `live` since it was opened, and nothing against it since. */
  readonly live: boolean;
  /** When the stream was lost, in milliseconds since the epoch, until the board is live again. */
  readonly lostAt?: number | undefined;
  /** When the service lost its source, as an instant. */
  readonly staleSince?: string | undefined;
  /** Whether the flights are those of the filter before, until those of the present one have come. */
  readonly former: boolean;
  /** Whether the flights are those of a page before, kept for when the service cannot be reached. */
  readonly remembered: boolean;
  readonly timeZone?: string | undefined;
  /** How far the service's clock is ahead of this one, in milliseconds. */
  readonly skew: number;
  /** The day that is played again, if it is not the present one. */
  readonly replay?: Replay | undefined;
}

const CONNECTING: Link = { phase: 'connecting' };

export const EMPTY: Board = {
  flights: new Map(),
  link: CONNECTING,
  live: false,
  former: false,
  remembered: false,
  skew: 0,
};

/** The board after the changes. Copies the flights once, however many the changes are. */
export function apply(board: Board, changes: readonly Change[]): Board {
  let { flights, incoming, link, live, lostAt, staleSince, former, remembered, timeZone, skew, replay } = board;
  const copies = new Set<Flights>();
  const edit = (): Map<string, FlightState> => {
    const current = incoming ?? flights;
    const copy = copies.has(current) ? (current as Map<string, FlightState>) : new Map(current);
    copies.add(copy);
    if (incoming) incoming = copy;
    else flights = copy;
    return copy;
  };

  const swap = () => {
    flights = incoming ?? flights;
    incoming = undefined;
    if (remembered) lostAt = undefined;
    remembered = false;
    former = false;
  };

  for (const change of changes) {
    switch (change.type) {
      case 'flight':
        edit().set(change.flight.id, change.flight);
        break;
      case 'removed':
        // One may be told of that was never here: as where it came and went while nobody was connected.
        if ((incoming ?? flights).has(change.id)) edit().delete(change.id);
        break;
      case 'reset':
        // Where nothing is shown yet, a part of the board is better than none.
        incoming = flights.size > 0 ? new Map() : undefined;
        former &&= incoming !== undefined;
        break;
      case 'live':
        swap();
        live = true;
        lostAt = undefined;
        staleSince = undefined;
        ({ timeZone, skew, replay } = change);
        break;
      case 'stale':
        live = false;
        if (change.timeZone) ({ timeZone, replay } = change);
        if (incoming) {
          // Out of date, but whole: what there is after a reset has been told by then.
          swap();
          staleSince = change.since;
        } else {
          // Nothing new came with it: a service that has just started, and cannot read its topic, makes the board no younger.
          staleSince = earliest(change.since, staleSince, lostAt === undefined ? undefined : lostAt + skew);
        }
        break;
      case 'link':
        link = change.link;
        // Of many vain attempts to return, the first tells when the board was last right.
        if (link.phase === 'waiting' && timeZone) lostAt ??= link.at;
        if (link.phase !== 'open') live = false;
        break;
      case 'filter':
        ({ link, live, incoming } = EMPTY);
        former = true;
        break;
      case 'remembered':
        // What the service has told is newer.
        if (timeZone || flights.size > 0) break;
        flights = new Map(change.last.flights.map((flight) => [flight.id, flight]));
        ({ at: lostAt, timeZone, skew, replay } = change.last);
        remembered = true;
        break;
    }
  }
  // Of a new board, a part is better than all of the one that was kept.
  if (remembered && incoming?.size) swap();
  return { flights, incoming, link, live, lostAt, staleSince, former, remembered, timeZone, skew, replay };
}

/** As of when a board was right that is not live, by this browser's clock; nothing where nobody has told. */
export function lastRight({
  staleSince,
  lostAt,
  skew,
}: Pick<Board, 'staleSince' | 'lostAt' | 'skew'>): number | undefined {
  const stale = instant(staleSince);
  return stale === undefined ? lostAt : Math.min(stale - skew, lostAt ?? Number.POSITIVE_INFINITY);
}

function earliest(told: string, before: string | undefined, lostAt: number | undefined): string {
  const times = [instant(told), instant(before), lostAt].filter((time) => time !== undefined);
  return times.length > 0 ? new Date(Math.min(...times)).toISOString() : told;
}

/** Changes that make the same board out of an empty one, or of any other. */
export function changesFor(board: Board): Change[] {
  const { flights, incoming, link, live, lostAt, staleSince, timeZone, skew, replay } = board;
  const changes: Change[] = [{ type: 'reset' }];
  for (const flight of flights.values()) changes.push({ type: 'flight', flight });
  if (timeZone) changes.push({ type: 'live', timeZone, skew, ...(replay && { replay }) });
  if (staleSince !== undefined) changes.push({ type: 'stale', since: staleSince });
  if (incoming) changes.push({ type: 'reset' });
  for (const flight of incoming?.values() ?? []) changes.push({ type: 'flight', flight });
  if (!live)
    changes.push({
      type: 'link',
      link: lostAt !== undefined ? { phase: 'waiting', at: lostAt, until: lostAt } : CONNECTING,
    });
  changes.push({ type: 'link', link });
  return changes;
}
