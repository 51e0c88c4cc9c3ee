import type { Words } from './Words';

export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ar: 'العربية',
  zh: '中文',
} as const;

export type Language = keyof typeof LANGUAGES;

// English is at hand at once, for whoever speaks no other; of the rest, each reader loads one.
const LOADERS: ReadonlyMap<Language, () => Promise<Words>> = new Map([
  ['de', async () => (await import('./de')).de],
  ['es', async () => (await import('./es')).es],
  ['fr', async () => (await import('./fr')).fr],
  ['ar', async () => (await import('./ar')).ar],
  ['zh', async () => (await import('./zh')).zh],
]);

const loaded = new Map<Language, Words>();

export const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

/** Which way the language is written. */
export const directionOfText = (language: Language) => (language === 'ar' ? 'rtl' : 'ltr');

/** What Intl knows it as: digits are those of flight numbers and gates, in Arabic too. */
export const tagOf = (language: Language) => (language === 'ar' ? 'ar-u-nu-latn' : language);

/** The codes of languages that a text names, as in `en-GB,ar`. */
export const codesIn = (text: string): string[] => text.split(',').map((each) => each.trim().slice(0, 2).toLowerCase());

/** The first of the reader's languages that the page speaks, else English. */
export function languageOf(wanted: readonly string[]): Language {
  return wanted.flatMap(codesIn).find(isLanguage) ?? 'en';
}

/** What the page says in that language, if it has been loaded. */
export const wordsIn = (language: Language): Words | undefined => loaded.get(language);

/** Resolves once the words have been loaded, or cannot be: the page then speaks English. */
export async function loadWords(language: Language): Promise<void> {
  try {
    const words = await LOADERS.get(language)?.();
    if (words) loaded.set(language, words);
  } catch {
    // As while the service is being replaced by a version that has other files.
  }
}
