import { painted } from '../paint/painted';
import type { Change } from '../stream/Change';
import type { Connection } from '../stream/connection';
import { ownSource, type Source } from '../stream/source';
import { changesOf, fetchSnapshot, type Snapshot } from '../stream/snapshot';
import type { Wish } from './protocol';

// Longer than the board takes on any network that is of use; the worker then asks for itself.
const PATIENCE_MS = 10_000;

/**
 * The stream that all tabs of this browser share, held by a worker: browsers allow a page's origin six connections over
 * HTTP/1.1, and a seventh tab would wait for ever. Where there are no shared workers, a stream of its own.
 */
export const sharedSource: Source = (filter, take) => {
  if (typeof SharedWorker === 'undefined') return ownSource(filter, take);

  const request = new AbortController();
  let stream: Connection | undefined;
  let left = false;

  // Asked for by the page itself: its first flights need not wait for the worker's start.
  const begin = async () => {
    const impatience = setTimeout(() => request.abort(), PATIENCE_MS);
    const found = await fetchSnapshot(filter, request.signal);
    clearTimeout(impatience);
    if (left) return;
    // The worker, which may have a stream already, goes on from here, or tries again in its own time.
    const snapshot = 'refused' in found ? undefined : found;
    if (snapshot) take(changesOf(snapshot));
    // Its start would take a phone's time from drawing them.
    await painted();
    if (!left) stream = workersStream(filter, take, snapshot);
  };
  void begin();

  return {
    retry: () => stream?.retry(),
    close: () => {
      left = true;
      request.abort();
      stream?.close();
    },
  };
};

/** Goes on from the snapshot, or begins anew where there is none. */
function workersStream(filter: string, take: (changes: readonly Change[]) => void, snapshot?: Snapshot): Connection {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'streams' });
  const ask = (wish: Wish) => worker.port.postMessage(wish);
  let own: Connection | undefined;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));

  const leave = () => {
    ask({ wish: 'leave' });
    worker.port.close();
    release();
  };
  worker.onerror = () => {
    leave();
    own ??= ownSource(filter, take);
  };
  worker.port.onmessage = ({ data: changes }: MessageEvent<Change[]>) => take(changes);

  const lock = `tab ${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
  const watch = () => ask({ wish: 'watch', filter, lock, snapshot });
  // The worker waits for the same lock, so it must be held before the worker hears of it.
  if (navigator.locks) void navigator.locks.request(lock, () => (watch(), held));
  else watch();

  return {
    retry: () => (own ? own.retry() : ask({ wish: 'retry' })),
    close: () => (own ? own.close() : leave()),
  };
}
