import { type Language, languageOf } from '../i18n/languages';
import { remembered } from './remember';

/** The one that the address asks for, else what this reader chose last, else what the browser is set to. */
export function chosenLanguage(asked: string | undefined): Language {
  const chosen = asked ?? remembered('language');
  return languageOf(chosen ? [chosen, ...navigator.languages] : navigator.languages);
}
