import { codesIn, isLanguage, type Language, languageOf } from '../i18n/languages';
import { remembered } from './remember';

/** The one that the address asks for, else what this reader chose last, else what the browser is set to. */
export function chosenLanguage(asked: string | undefined): Language {
  const chosen = asked ?? remembered('language');
  return languageOf(chosen ? [chosen, ...navigator.languages] : navigator.languages);
}

/** Those that a wall is given to show in turn; at least one. */
export function languagesOfWall(asked = ''): readonly Language[] {
  const known = new Set(codesIn(asked).filter(isLanguage));
  return known.size > 0 ? [...known] : [chosenLanguage(undefined)];
}

// A page of ten rows is read in that time, and five of them come round within a minute.
const PAGE_MS = 12_000;
// As long as somebody takes who looks for one flight, and knows where it stands from the language before.
const LANGUAGE_MS = 6_000;

/** How long a wall's page stays: until it has been shown in each of the languages. */
export const pageMs = (languages: number) => Math.max(PAGE_MS, LANGUAGE_MS * languages);
