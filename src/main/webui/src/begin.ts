import { BoardStore } from './board/store';
import { recallLast } from './lastBoard/recallLast';
import { loadWords } from './i18n/languages';
import { chosenLanguage } from './settings/language';
import { themeOf } from './settings/theme';
import { sharedSource } from './share/sharedSource';
import { filterOf } from './view/screen';
import { readView } from './view/View';

/** The board of this page, asked for before all else is loaded: its flights are there when React draws for the first time. */
export const store = new BoardStore(sharedSource);
const view = readView(location.search);
store.follow(filterOf(view));
recallLast(store, view);

/** Until the reader's language is there too. */
export const words = loadWords(chosenLanguage(view.language));
// Else what stands there until then would be in the system's colours, not in the reader's.
document.documentElement.dataset['theme'] = themeOf(view.theme);
