import type { BoardStore } from '../board/store';
import type { LastBoard } from '../stream/Change';
import { belongsTo, filterOf } from '../view/screen';
import type { View } from '../view/View';
import { kept } from './kept';

// The first flights have come by then over a network of use; with what the service worker waits and the page needs to be
// drawn, a board is there within three seconds.
const PATIENCE_MS = 800;

/** Shows what was kept of the last board, if nothing has come for so long that the network may be gone. */
export function recallLast(store: BoardStore, view: View): void {
  const recall = async () => {
    const last = await lastOf(view).catch(() => undefined);
    if (last) store.recall(last);
  };
  setTimeout(() => void recall(), navigator.onLine ? PATIENCE_MS : 0);
}

/** The board of the view's own filter; else its part of the whole board. */
async function lastOf(view: View): Promise<LastBoard | undefined> {
  const filter = filterOf(view);
  const own = await kept(filter);
  if (own || filter === '') return own;
  const whole = await kept('');
  return whole && { ...whole, flights: whole.flights.filter(belongsTo(view)) };
}
