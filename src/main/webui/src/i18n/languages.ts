import type { Words } from './Words';

export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español' } as const;

export type Language = keyof typeof LANGUAGES;

// English is at hand at once, for whoever speaks no other; of the rest, each reader loads one.
const LOADERS: ReadonlyMap<Language, () => Promise<Words>> = new Map([
  ['de', async () => (await import('./de')).de],
  ['es', async () => (await import('./es')).es],
]);

const loaded = new Map<Language, Words>();

/** The first of the reader's languages that the page speaks, else English. */
export function languageOf(wanted: readonly string[]): Language {
  const codes = wanted.map((each) => each.slice(0, 2).toLowerCase());
  return codes.find((code): code is Language => Object.hasOwn(LANGUAGES, code)) ?? 'en';
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
