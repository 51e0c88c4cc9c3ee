import type { Snapshot } from '../stream/snapshot';

/**
 * What a tab sends to the worker that has the streams. The worker answers with batches of changes; an empty batch says that it
 * is alive.
 */
export type TabRequest =
  | { readonly type: 'watch'; readonly filter: string; readonly lock: string; readonly snapshot?: Snapshot | undefined }
  | { readonly type: 'retry' }
  | { readonly type: 'leave' };

/** How often the worker says that it is alive: a tab gives it up after three times this, before anybody notices. */
export const BEAT_MS = 8_000;
export const SILENCE_MS = 25_000;
