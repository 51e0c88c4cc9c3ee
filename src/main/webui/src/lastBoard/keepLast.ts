import { type Board, lastRight } from '../board/board';
import type { BoardStore } from '../board/store';
import { MINUTE_MS } from '../time/zone';
import { keep } from './kept';

// Soon after the first board has come: a wall may lose its power at any moment.
const LOOK_MS = 2_000;
// 1,000 flights a minute write a megabyte in four minutes, which a memory card bears for years.
const FLIGHTS_A_MINUTE = 1_000;
// What has not changed is said to be right until now, so often.
const SAY_MS = 5 * MINUTE_MS;

/** As of when a board is right, by this browser's clock; nothing where nobody has told. */
export function rightAt(board: Board, now: number): number | undefined {
  if (!board.timeZone || board.remembered || board.former) return undefined;
  return board.live ? now : lastRight(board);
}

/** Keeps the board that the page has, every now and then and when it is left, for the next start without a network. */
export function keepLast(store: BoardStore): void {
  let last: Board | undefined;
  let filter: string | undefined;
  let keptAt = 0;

  const isDue = (board: Board, now: number) => {
    if (!last || filter !== store.filter) return true;
    if (board.flights === last.flights) return board.live && now > keptAt + SAY_MS;
    // What was there when the connection was lost is what there will be for long.
    return !board.live || now > keptAt + MINUTE_MS * Math.max(1, board.flights.size / FLIGHTS_A_MINUTE);
  };
  const look = (isLeft: boolean) => {
    const now = Date.now();
    const board = store.board();
    const at = rightAt(board, now);
    if (at === undefined || !board.timeZone || !(isDue(board, now) || (isLeft && board.flights !== last?.flights)))
      return;
    last = board;
    filter = store.filter;
    keptAt = now;
    const { flights, timeZone, skew, replay } = board;
    // Where there is no room, the next start has none to show.
    keep(filter, { at, flights: [...flights.values()], timeZone, skew, replay }).catch(() => {});
  };
  setInterval(look, LOOK_MS, false);
  addEventListener('pagehide', () => look(true));
}
