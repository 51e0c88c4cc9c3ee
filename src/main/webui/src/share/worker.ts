import { ownSource } from '../stream/source';
import type { Snapshot } from '../stream/snapshot';
import { BEAT_MS, type TabRequest } from './protocol';
import { SharedStream } from './SharedStream';

// The compiler knows this file as a part of the page; in truth `self` is a SharedWorkerGlobalScope.
const scope = self as unknown as { onconnect: (event: MessageEvent) => void };

/** The streams that tabs watch, by filter. */
const streams = new Map<string, SharedStream>();

scope.onconnect = ({ ports: [port] }) => {
  if (port) serve(port);
};

function serve(port: MessagePort): void {
  const take = port.postMessage.bind(port);
  const beat = setInterval(take, BEAT_MS, []);
  let watched: SharedStream | undefined;
  let watchedFilter = '';

  const leave = () => {
    clearInterval(beat);
    if (!watched || watched.leave(take)) return;
    watched.close();
    if (streams.get(watchedFilter) === watched) streams.delete(watchedFilter);
    watched = undefined;
  };

  const watch = (filter: string, snapshot?: Snapshot) => {
    watchedFilter = filter;
    watched = streams.get(filter) ?? new SharedStream(ownSource, filter, snapshot);
    streams.set(filter, watched);
    watched.watch(take);
  };

  port.onmessage = ({ data: asked }: MessageEvent<TabRequest>) => {
    switch (asked.type) {
      case 'watch':
        watch(asked.filter, asked.snapshot);
        // A tab that crashes says nothing, but loses its lock. Plain http from another machine has no locks.
        void navigator.locks?.request(asked.lock, leave);
        break;
      case 'retry':
        watched?.retry();
        break;
      case 'leave':
        leave();
        break;
    }
  };
}
