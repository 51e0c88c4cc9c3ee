import { useEffect, useMemo } from 'react';
import { offsetToldBy } from './flight/times';
import type { BoardStore } from './board/store';
import { useBoard } from './board/useBoard';
import { ErrorBoundary } from './boundary/ErrorBoundary';
import { Failed } from './Failed';
import { Page } from './Page';
import { directionOfText } from './i18n/languages';
import { LocaleContext, localeOf } from './i18n/locale';
import { reloadSoon } from './kiosk/reload';
import { titleOf } from './kiosk/title';
import { useLanguage } from './settings/useLanguage';
import { themeOf } from './settings/theme';
import { type Zone, zoneOf } from './time/zone';
import { filterOf, screenOf } from './view/screen';
import { useView, ViewContext } from './view/useView';

/** The page: what the address asks for, in the reader's language and colours. */
export function App({ store }: { readonly store: BoardStore }) {
  const viewing = useView();
  const [view] = viewing;
  const zone = useZone(store);
  const [language, words] = useLanguage(view.language, view.kiosk);
  const locale = useMemo(() => localeOf(language, zone, words), [language, zone, words]);
  const theme = themeOf(view.theme);
  const filter = filterOf(view);

  useEffect(() => store.follow(filter), [store, filter]);
  useEffect(() => {
    const page = document.documentElement;
    page.lang = locale.language;
    page.dataset['theme'] = theme;
    page.toggleAttribute('data-kiosk', view.kiosk);
    page.dir = directionOfText(locale.language);
    page.dataset['screen'] = screenOf(view);
    document.title = `${titleOf(view, locale.words)} · Flightboard`;
  }, [theme, view, locale]);

  return (
    <LocaleContext value={locale}>
      <ViewContext value={viewing}>
        <ErrorBoundary fallback={<Failed />} onFail={() => view.kiosk && reloadSoon()}>
          <Page store={store} theme={theme} />
        </ErrorBoundary>
      </ViewContext>
    </LocaleContext>
  );
}

/** The board's zone, once it has been told. */
function useZone(store: BoardStore): Zone | undefined {
  const name = useBoard(store, (board) => board.timeZone);
  const byName = useMemo(() => (name ? zoneOf(name) : undefined), [name]);
  const isKnown = byName?.known ?? true;
  const offset = useBoard(store, ({ flights }) => (isKnown ? 0 : offsetToldBy(flights.values())));
  return useMemo(() => (isKnown || !name ? byName : zoneOf(name, offset)), [isKnown, name, byName, offset]);
}
