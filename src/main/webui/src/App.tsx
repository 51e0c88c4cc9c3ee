import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { BoardStore } from './board/store';
import { Page } from './Page';
import { languageOf, LocaleContext, localeOf } from './i18n/locale';
import { Mishap } from './Mishap';
import { remembered } from './settings/remember';
import { themeOf } from './settings/theme';
import { filterOf } from './view/View';
import { useView, ViewContext } from './view/useView';

/** The page: what the address asks for, in the reader's language and colours. */
export function App({ store }: { readonly store: BoardStore }) {
  const viewing = useView();
  const [view] = viewing;
  const timeZone = useSyncExternalStore(store.subscribe, () => store.board().timeZone);
  const wanted = view.language ?? remembered('language');
  const language = languageOf(wanted ? [wanted, ...navigator.languages] : navigator.languages);
  const locale = useMemo(() => localeOf(language, timeZone), [language, timeZone]);
  const theme = themeOf(view.theme);
  const filter = filterOf(view);

  useEffect(() => store.follow(filter), [store, filter]);
  useEffect(() => {
    const page = document.documentElement;
    page.lang = language;
    page.dataset['theme'] = theme;
    page.toggleAttribute('data-kiosk', view.kiosk);
    document.title = `${locale.words.arrivals} · Flightboard`;
  }, [language, theme, view.kiosk, locale]);

  return (
    <LocaleContext value={locale}>
      <ViewContext value={viewing}>
        <Mishap unattended={view.kiosk}>
          <Page store={store} theme={theme} />
        </Mishap>
      </ViewContext>
    </LocaleContext>
  );
}
