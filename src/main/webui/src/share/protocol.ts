import type { Snapshot } from '../stream/snapshot';

/** What a tab asks of the worker that holds the streams; the worker answers with batches of changes. */
export type Wish =
  | { readonly wish: 'watch'; readonly filter: string; readonly lock: string; readonly snapshot?: Snapshot | undefined }
  | { readonly wish: 'retry' }
  | { readonly wish: 'leave' };
