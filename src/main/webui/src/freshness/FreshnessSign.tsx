import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BoardStore } from '../board/store';
import { useBoard } from '../board/useBoard';
import { useLocale } from '../i18n/locale';
import { AsOf } from './AsOf';
import { freshnessOf, say, type Status } from './freshness';
import './freshness.css';

/** Says how fresh the board is; and where it is not, as of when it was right. */
export function FreshnessSign({ store }: { readonly store: BoardStore }) {
  const locale = useLocale();
  const status = useStatus(store);
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const freshness = freshnessOf(status, online);
  const seconds = useSecondsTo(status.link.phase === 'waiting' ? status.link.until : 0);
  const { words } = locale;
  const isAway = freshness === 'waiting' || freshness === 'offline';

  return (
    <div className="freshness" data-freshness={freshness} data-remembered={status.remembered}>
      <span className="sign">{say(freshness, status, seconds, locale)}</span>
      {/* Without the countdown, which would be read out every second. */}
      <span className="unseen" role="status">
        {say(freshness, status, 0, locale)}
      </span>
      {freshness !== 'live' && <AsOf status={status} ageOnly={freshness === 'stale'} />}
      {isAway && (
        <button type="button" onClick={() => store.retry()}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

function useStatus(store: BoardStore): Status {
  return {
    live: useBoard(store, (board) => board.live),
    link: useBoard(store, (board) => board.link),
    lostAt: useBoard(store, (board) => board.lostAt),
    staleSince: useBoard(store, (board) => board.staleSince),
    remembered: useBoard(store, (board) => board.remembered),
    skew: useBoard(store, (board) => board.skew),
    replay: useBoard(store, (board) => board.replay),
  };
}

function subscribe(onChange: () => void) {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

const secondsTo = (until: number) => Math.max(0, Math.ceil((until - Date.now()) / 1_000));

function useSecondsTo(until: number): number {
  const [seconds, setSeconds] = useState(() => secondsTo(until));
  useEffect(() => {
    const tick = () => setSeconds(secondsTo(until));
    tick();
    if (!until) return;
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}
