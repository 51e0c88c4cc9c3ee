import type { ChangeEvent } from 'react';
import { type Language, LANGUAGES, loadWords } from '../i18n/languages';
import { useLocale } from '../i18n/locale';
import { useViewContext } from '../view/useView';
import { remember } from './remember';
import { THEMES, type Theme } from './theme';
import './settings.css';

/** Lets the reader choose language and colours. */
export function Settings({ theme }: { readonly theme: Theme }) {
  const { language, words } = useLocale();
  const [, change] = useViewContext();
  const choose = (name: 'language' | 'theme', chosen: string) => {
    remember(name, chosen);
    change({ [name]: chosen });
  };
  // Only when its words are loaded; otherwise the page would be in English for a moment.
  const chooseLanguage = async ({ target }: ChangeEvent<HTMLSelectElement>) => {
    const chosen = target.value;
    await loadWords(chosen as Language);
    choose('language', chosen);
  };
  return (
    <details className="settings">
      <summary aria-label={words.settings}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 7h10M19 7h2M3 17h2M11 17h10M16 4v6M8 14v6" />
        </svg>
      </summary>
      <div>
        <select aria-label={words.language} value={language} onChange={(event) => void chooseLanguage(event)}>
          {Object.entries(LANGUAGES).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
        <select aria-label={words.theme} value={theme} onChange={({ target }) => choose('theme', target.value)}>
          {THEMES.map((each) => (
            <option key={each} value={each}>
              {words.themes[each]}
            </option>
          ))}
        </select>
      </div>
    </details>
  );
}
