import { createContext, useContext } from 'react';
import { isKnown } from '../flight/progress';
import { lazy } from '../time/lazy';
import { clock, type Zone } from '../time/zone';
import { en } from './en';
import type { Language } from './languages';
import type { Words } from './Words';

/** Words, times and numbers as the reader's language has them; times are those of the board's zone, none before it is known. */
export interface Locale {
  readonly language: Language;
  readonly words: Words;
  readonly zone: Zone | undefined;
  /** `HH:mm`; empty for what is no time. */
  readonly time: (at: number | undefined) => string;
  /** The day; with the year, if it is not this one. */
  readonly date: (at: number) => string;
  readonly weekday: (at: number) => string;
  readonly number: (value: number) => string;
  readonly minutes: (value: number) => string;
  readonly state: (state: string) => string;
  readonly zoneName: (at: number) => string;
}

/** Without the words of the language, English with all that goes with it. */
export function localeOf(wanted: Language, zone?: Zone, found?: Words): Locale {
  const language = found ? wanted : 'en';
  const words = found ?? en;
  // The zone's clock is set by its offset: what is formatted is its local time, as if it were UTC's.
  const format = (options: Intl.DateTimeFormatOptions) =>
    lazy(() => new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }));
  const local = (at: number) => at + (zone?.offset(at) ?? 0);
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const date = format(day);
  const dateOfYear = format({ ...day, year: 'numeric' });
  const yearOf = (at: number) => new Date(local(at)).getUTCFullYear();
  const weekday = format({ weekday: 'short' });
  const name = lazy(() => new Intl.DateTimeFormat(language, { timeZoneName: 'long', timeZone: zone?.name }));
  const number = lazy(() => new Intl.NumberFormat(language));
  const inMinutes = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const;
  const minutes = lazy(() => new Intl.NumberFormat(language, inMinutes));
  return {
    language,
    words,
    zone,
    time: (at) => (zone && at !== undefined && Number.isFinite(at) ? clock(local(at)) : ''),
    date: (at) => (yearOf(at) === yearOf(Date.now()) ? date : dateOfYear)().format(local(at)),
    weekday: (at) => weekday().format(local(at)),
    number: (value) => number().format(value),
    minutes: (value) => minutes().format(value),
    state: (state) => (isKnown(state) ? words.states[state] : state),
    zoneName: (at) =>
      name()
        .formatToParts(at)
        .find((part) => part.type === 'timeZoneName')?.value ?? '',
  };
}

export const LocaleContext = createContext(localeOf('en'));

export const useLocale = () => useContext(LocaleContext);
