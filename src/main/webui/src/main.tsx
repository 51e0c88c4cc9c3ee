import { store, words } from './begin';
import './style/tokens.css';
import './style/page.css';
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { keepLast } from './lastBoard/keepLast';
import { firstPaint } from './paint/firstPaint';
import './style/print.css';

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
// Longer than the words take on a network of use; without them, the page speaks English.
const WORDS_MS = 3_000;
await Promise.race([words, new Promise((resolve) => setTimeout(resolve, WORDS_MS))]);

// At once: what else the browser has to do would come between the script and the first flights.
flushSync(() =>
  createRoot(root).render(
    <StrictMode>
      <App store={store} />
    </StrictMode>,
  ),
);

keepLast(store);
// Its files are fetched when the first flights are there. Plain http from another machine has none.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void firstPaint()
    .then(() => navigator.serviceWorker.register('/sw.js'))
    // Refused by a setting of the browser, or a replica of a version that has none: the page works as it did before.
    .catch(() => {});
}
