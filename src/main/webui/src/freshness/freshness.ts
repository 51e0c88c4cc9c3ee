import type { Board } from '../board/board';
import { instant } from '../time/instant';
import { dayTime } from '../time/replay';
import type { Locale } from '../i18n/locale';

/** What of the board tells how fresh it is. */
export type Status = Pick<Board, 'live' | 'link' | 'lostAt' | 'staleSince' | 'remembered' | 'skew' | 'replay'>;

export type Freshness = 'live' | 'catchingUp' | 'connecting' | 'waiting' | 'offline' | 'stale';

/** How far the board can be trusted. */
export function freshnessOf({ live, link, staleSince }: Status, online: boolean): Freshness {
  if (live) return 'live';
  if (link.phase === 'waiting') return online ? 'waiting' : 'offline';
  if (link.phase === 'connecting') return 'connecting';
  return staleSince !== undefined ? 'stale' : 'catchingUp';
}

const onBoard = (at: number | undefined, replay: Status['replay']) => at && dayTime(at, replay);

/** In words; `seconds` is how long until the next attempt. */
export function say(
  freshness: Freshness,
  { staleSince, replay }: Status,
  seconds: number,
  { words, time }: Locale,
): string {
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
      return words.staleSince(time(onBoard(instant(staleSince), replay)));
  }
}
