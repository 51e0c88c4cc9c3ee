import type { Snapshot } from '../stream/snapshot';

/**
 * What a tab asks of the worker that holds the streams. The worker answers with batches of changes; an empty one says
 * that it is alive.
 */
export type TabRequest =
  | { readonly type: 'watch'; readonly filter: string; readonly lock: string; readonly snapshot?: Snapshot | undefined }
  | { readonly type: 'retry' }
  | { readonly type: 'leave' };

/** How often the worker says so: three of them, and somewhat more, are less than anybody waits for a frozen board. */
export const BEAT_MS = 8_000;
export const SILENCE_MS = 25_000;
