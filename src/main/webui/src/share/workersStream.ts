import type { Change } from '../stream/Change';
import type { Connection } from '../stream/connection';
import { ownSource } from '../stream/source';
import type { Snapshot } from '../stream/snapshot';
import { SILENCE_MS, type TabRequest } from './protocol';

type Take = (changes: readonly Change[]) => void;

/**
 * Follows the worker's stream, from the snapshot on or from the beginning. A worker can die, or be stopped with the tab that
 * started it, without a word. So when it is silent another one is started; when that one is silent too, or none can be started,
 * the tab opens a stream of its own.
 */
export function workersStream(filter: string, take: Take, snapshot?: Snapshot): Connection {
  let current: Connection;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let heard = false;

  const ask = (from?: Snapshot) => {
    heard = false;
    current = portTo(filter, hear, standAlone, from);
    listen();
  };
  const hear: Take = (changes) => {
    heard = true;
    listen();
    if (changes.length > 0) take(changes);
  };
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(miss, SILENCE_MS);
  };
  const miss = () => {
    if (!heard) return standAlone();
    current.close();
    ask();
  };
  const standAlone = () => {
    clearTimeout(silence);
    current.close();
    current = ownSource(filter, take);
  };

  ask(snapshot);
  return {
    retry: () => current.retry(),
    close: () => {
      clearTimeout(silence);
      current.close();
    },
  };
}

/** The worker's answers, until it is closed. */
function portTo(filter: string, take: Take, fail: () => void, snapshot?: Snapshot): Connection {
  const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'streams' });
  const ask = (request: TabRequest) => worker.port.postMessage(request);
  let closed = false;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));

  worker.onerror = () => closed || fail();
  worker.port.onmessage = ({ data: changes }: MessageEvent<Change[]>) => closed || take(changes);

  const lock = `tab ${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
  const watch = () => ask({ type: 'watch', filter, lock, snapshot });
  // The worker waits for the same lock, so it must be held before the worker hears of it.
  if (navigator.locks) void navigator.locks.request(lock, () => (watch(), held));
  else watch();

  return {
    retry: () => ask({ type: 'retry' }),
    close: () => {
      if (closed) return;
      closed = true;
      ask({ type: 'leave' });
      worker.port.close();
      release();
    },
  };
}
