import { createContext, useContext } from 'react';
import { isKnown } from '../flight/progress';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import type { Words } from './Words';

export const LANGUAGES = { en: 'English', de: 'Deutsch', es: 'Español' } as const;

export type Language = keyof typeof LANGUAGES;

const WORDS: Readonly<Record<Language, Words>> = { en, de, es };

/** Words, times and numbers as the reader's language has them; times are those of the board's zone, none before it is known. */
export interface Locale {
  readonly language: Language;
  readonly words: Words;
  readonly time: (at: number) => string;
  readonly date: (at: number) => string;
  readonly number: (value: number) => string;
  readonly minutes: (value: number) => string;
  readonly state: (state: string) => string;
  readonly zone: (at: number) => string;
}

/** The first of the reader's languages that the page speaks, else English. */
export function languageOf(wanted: readonly string[]): Language {
  const spoken = wanted.map((each) => each.slice(0, 2).toLowerCase()).find((each) => each in LANGUAGES);
  return (spoken as Language | undefined) ?? 'en';
}

/** Made when first asked for: a phone takes some 10 ms for one of Intl's, and many a page never needs it. */
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export function localeOf(language: Language, timeZone?: string): Locale {
  const words = WORDS[language];
  // Boards count to 24 in every language: a column of times must line up.
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const time = lazy(() => new Intl.DateTimeFormat(language, clock));
  const day = { weekday: 'long', day: 'numeric', month: 'long', timeZone } as const;
  const date = lazy(() => new Intl.DateTimeFormat(language, day));
  const zone = lazy(() => new Intl.DateTimeFormat(language, { timeZoneName: 'long', timeZone }));
  const number = lazy(() => new Intl.NumberFormat(language));
  const inMinutes = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const;
  const minutes = lazy(() => new Intl.NumberFormat(language, inMinutes));
  return {
    language,
    words,
    time: (at) => (timeZone ? time().format(at) : ''),
    date: (at) => date().format(at),
    number: (value) => number().format(value),
    minutes: (value) => minutes().format(value),
    state: (state) => (isKnown(state) ? words.states[state] : state),
    zone: (at) =>
      zone()
        .formatToParts(at)
        .find((part) => part.type === 'timeZoneName')?.value ?? '',
  };
}

export const LocaleContext = createContext(localeOf('en'));

export const useLocale = () => useContext(LocaleContext);
