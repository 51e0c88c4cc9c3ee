import type { Board } from './board/board';
import { clockOf } from './table/clock';

/** How far the board can be trusted, in words. */
export function Freshness({ board }: { board: Board }) {
  return <output data-live={board.live}>{words(board)}</output>;
}

function words({ live, link, staleSince, timeZone }: Board): string {
  if (live) return 'Live';
  if (link.phase !== 'open') return link.phase === 'waiting' ? 'Reconnecting…' : 'Connecting…';
  return staleSince ? `Stale since ${clockOf(timeZone)(staleSince)}` : 'Catching up…';
}
