import type { Change } from '../stream/Change';
import { ownSource, type Source } from '../stream/source';
import type { Wish } from './protocol';

/**
 * The stream that all tabs of this browser share, held by a worker: browsers allow a page's origin six connections over
 * HTTP/1.1, and a seventh tab would wait for ever. Where there are no shared workers, a stream of its own.
 */
export const sharedSource: Source = (filter, take) => {
  if (typeof SharedWorker === 'undefined') return ownSource(filter, take);

  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'streams' });
  const ask = (wish: Wish) => worker.port.postMessage(wish);
  let own: ReturnType<Source> | undefined;
  let release = () => {};

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
  const watch = () => ask({ wish: 'watch', filter, lock });
  const hold = () => new Promise<void>((resolve) => (release = resolve));
  // The worker waits for the same lock, so it must be held before the worker hears of it.
  if (navigator.locks) void navigator.locks.request(lock, () => (watch(), hold()));
  else watch();

  return {
    retry: () => (own ? own.retry() : ask({ wish: 'retry' })),
    close: () => (own ? own.close() : leave()),
  };
};
