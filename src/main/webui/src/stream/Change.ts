import type { FlightState } from '../flight/FlightState';
import type { Replay } from '../time/replay';
import type { StreamEvent } from './StreamEvent';

/** What is known about the way to the service; times are in milliseconds since the epoch. */
export type Link =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open' }
  | { readonly phase: 'waiting'; readonly at: number; readonly until: number };

/** A board as it was when it was last right, by this browser's clock, in milliseconds since the epoch. */
export interface LastBoard {
  readonly at: number;
  readonly flights: readonly FlightState[];
  readonly timeZone: string;
  readonly skew: number;
  readonly replay?: Replay | undefined;
}

/** What changes a board: an event of the stream, the way to the service itself, another filter, or what was kept of the last board. */
export type Change =
  | StreamEvent
  | { readonly type: 'filter' }
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'remembered'; readonly last: LastBoard };
