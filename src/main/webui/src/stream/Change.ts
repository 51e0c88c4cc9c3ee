import type { StreamEvent } from './StreamEvent';

/** What is known about the way to the service; times are in milliseconds since the epoch. */
export type Link =
  | { readonly phase: 'connecting' }
  | { readonly phase: 'open' }
  | { readonly phase: 'waiting'; readonly at: number; readonly until: number };

/** What changes a board: an event of the stream, or the way to the service itself. */
export type Change = StreamEvent | { readonly type: 'link'; readonly link: Link };
