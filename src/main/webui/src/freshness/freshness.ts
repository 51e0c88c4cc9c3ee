import type { Board } from '../board/board';
import type { Locale } from '../i18n/locale';

export type Freshness = 'live' | 'catchingUp' | 'connecting' | 'waiting' | 'offline' | 'stale';

/** How far the board can be trusted. */
export function freshnessOf({ live, link, staleSince }: Board, online: boolean): Freshness {
  if (live) return 'live';
  if (link.phase === 'waiting') return online ? 'waiting' : 'offline';
  if (link.phase === 'connecting') return 'connecting';
  return staleSince ? 'stale' : 'catchingUp';
}

/** In words; `seconds` is how long until the next attempt. */
export function say(freshness: Freshness, board: Board, seconds: number, { words, time }: Locale): string {
  switch (freshness) {
    case 'live':
      return words.live;
    case 'catchingUp':
      return words.catchingUp;
    case 'connecting':
      return words.connecting;
    case 'waiting':
      return seconds > 0 ? words.reconnectingIn(seconds) : words.reconnecting;
    case 'offline':
      return words.offline;
    case 'stale':
      return words.staleSince(board.staleSince ? time(Date.parse(board.staleSince)) : '');
  }
}
