import { firstPaint } from '../paint/firstPaint';
import type { Connection } from '../stream/connection';
import { ownSource, type Source } from '../stream/source';
import { changesOf, fetchSnapshot } from '../stream/snapshot';
import { workersStream } from './workersStream';

// Longer than the board takes on any usable network; after that the worker asks for itself.
const PATIENCE_MS = 10_000;

/**
 * The stream that all tabs of this browser share, in a worker: over HTTP/1.1 browsers open six connections to an origin, and a
 * seventh tab would wait for ever. Where there are no shared workers, the tab has a stream of its own.
 */
export const sharedSource: Source = (filter, take) => {
  if (typeof SharedWorker === 'undefined') return ownSource(filter, take);

  const request = new AbortController();
  let stream: Connection | undefined;
  let left = false;

  // The page asks for the board itself, so that its first flights do not wait for the worker to start.
  const begin = async () => {
    const impatience = setTimeout(() => request.abort(), PATIENCE_MS);
    const found = await fetchSnapshot(filter, request.signal);
    clearTimeout(impatience);
    if (left) return;
    // The worker may have a stream already. It goes on from this board, or asks again itself.
    const snapshot = 'refused' in found ? undefined : found;
    if (snapshot) take(changesOf(snapshot));
    // Not before the first flights are drawn: on a phone, the worker's start would delay them.
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
