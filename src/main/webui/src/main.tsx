import './style/tokens.css';
import './style/page.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { BoardStore } from './board/store';
import { sharedSource } from './share/sharedSource';
import { filterOf, readView } from './view/View';
import './style/print.css';

const store = new BoardStore(sharedSource);
// Before anything is drawn: the flights are on their way while React begins.
store.follow(filterOf(readView(location.search)));

// What the browser puts to sleep would pile up unread changes; awake again, it is told the board as it is.
const rest = () => store.close();
const wake = () => store.reopen();
addEventListener('pagehide', rest);
document.addEventListener('freeze', rest);
addEventListener('pageshow', (event) => event.persisted && wake());
document.addEventListener('resume', wake);

const retry = () => document.hidden || store.retry();
addEventListener('online', retry);
document.addEventListener('visibilitychange', retry);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <App store={store} />
  </StrictMode>,
);
