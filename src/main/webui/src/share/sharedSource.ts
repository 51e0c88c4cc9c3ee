import { firstPaint } from '../paint/firstPaint';
import type { Connection } from '../stream/connection';
import { ownSource, type Source } from '../stream/source';
import { changesOf, fetchSnapshot } from '../stream/snapshot';
import { workersStream } from './workersStream';

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
    await firstPaint();
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
