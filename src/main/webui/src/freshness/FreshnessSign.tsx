import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Board } from '../board/board';
import { useLocale } from '../i18n/locale';
import { freshnessOf, say } from './freshness';
import './freshness.css';

interface Props {
  readonly board: Board;
  readonly onRetry: () => void;
}

/** Says how fresh the board is; and where it is not, as of when it was right. */
export function FreshnessSign({ board, onRetry }: Props) {
  const locale = useLocale();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const freshness = freshnessOf(board, online);
  const seconds = useSecondsTo(board.link.phase === 'waiting' ? board.link.until : 0);
  const { words } = locale;

  return (
    <div className="freshness" data-freshness={freshness}>
      <span className="sign">{say(freshness, board, seconds, locale)}</span>
      {/* Without the countdown, which would be read out every second. */}
      <span className="unseen" role="status">
        {say(freshness, board, 0, locale)}
      </span>
      {(freshness === 'waiting' || freshness === 'offline') && (
        <>
          {board.lostAt && <span className="asOf">{words.asOf(locale.time(board.lostAt + board.skew))}</span>}
          <button type="button" onClick={onRetry}>
            {words.retry}
          </button>
        </>
      )}
    </div>
  );
}

function subscribe(onChange: () => void) {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

function useSecondsTo(until: number): number {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!until) return;
    const timer = setInterval(() => tick((ticks) => ticks + 1), 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil((until - Date.now()) / 1_000));
}
