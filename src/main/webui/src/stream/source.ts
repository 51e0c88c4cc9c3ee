import type { Change } from './Change';
import { connect, type Connection } from './connection';
import { batched } from './batched';
import type { Snapshot } from './snapshot';

/** Where a page gets its changes from: a stream of its own, or one that the tabs share. */
export type Source = (filter: string, take: (changes: readonly Change[]) => void, snapshot?: Snapshot) => Connection;

// Faster than anybody reads: a busy board is drawn five times a second and not at every change.
const PACE_MS = 200;

/** A stream of the page's own. */
export const ownSource: Source = (filter, take, snapshot) => connect(filter, batched(PACE_MS, take), snapshot);
