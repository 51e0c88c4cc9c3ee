import { BoardStore } from './board/store';
import { sharedSource } from './share/sharedSource';
import { filterOf, readView } from './view/View';

/** The board of this page, asked for before all else is loaded: the flights are on their way while React begins. */
export const store = new BoardStore(sharedSource);
store.follow(filterOf(readView(location.search)));
