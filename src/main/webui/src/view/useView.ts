import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { addressOf, readView, type View } from './View';

export type ChangeView = (change: Partial<View>, how?: 'push' | 'replace') => void;

const MOVED = 'viewmoved';

const subscribe = (onMove: () => void) => {
  addEventListener('popstate', onMove);
  addEventListener(MOVED, onMove);
  return () => {
    removeEventListener('popstate', onMove);
    removeEventListener(MOVED, onMove);
  };
};

let read = { address: '', view: readView('') };

const snapshot = () => {
  if (location.search !== read.address) read = { address: location.search, view: readView(location.search) };
  return read.view;
};

/** The view that the page's address holds, and how to change it. */
export function useView(): readonly [View, ChangeView] {
  const view = useSyncExternalStore(subscribe, snapshot);
  const change = useCallback<ChangeView>((changed, how = 'replace') => {
    const address = addressOf({ ...snapshot(), ...changed });
    if (address === location.search) return;
    // Typing leaves one entry in the browser's history; what opens or closes leaves its own, for the back button.
    history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address || location.pathname);
    dispatchEvent(new Event(MOVED));
  }, []);
  return [view, change];
}

/** The address of the page with the view changed, to link to. */
export const linkTo = (view: View, change: Partial<View>) => addressOf({ ...view, ...change }) || '/';

export const ViewContext = createContext<readonly [View, ChangeView]>([readView(''), () => {}]);

export const useViewContext = () => useContext(ViewContext);
