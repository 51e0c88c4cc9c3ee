import { createContext, useContext } from 'react';
import { type Direction, directionOf } from '../flight/direction';
import type { FlightState } from '../flight/FlightState';
import { lazy } from '../time/lazy';
import { clock, DAY_MS, HOUR_MS, MINUTE_MS, type Zone } from '../time/zone';
import { en } from './en';
import { type Language, tagOf } from './languages';
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
  /** A state in words, as it came where it is not known. */
  readonly state: (state: string, direction: Direction) => string;
  readonly stateOf: (flight: FlightState) => string;
  /** How long ago that was, in whole minutes, hours or days. */
  readonly ago: (ms: number) => string;
  readonly zoneName: (at: number) => string;
}

/** Without the words of the language, English with all that goes with it. */
export function localeOf(wanted: Language, zone?: Zone, found?: Words): Locale {
  const language = found ? wanted : 'en';
  const words = found ?? en;
  const tag = tagOf(language);
  const states = {
    arrival: new Map<string, string>(Object.entries(words.states)),
    departure: new Map<string, string>(Object.entries(words.departureStates)),
  };
  const state = (name: string, direction: Direction) => states[direction].get(name) ?? name;
  // The zone's clock is set by its offset: what is formatted is its local time, as if it were UTC's.
  const format = (options: Intl.DateTimeFormatOptions) =>
    lazy(() => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }));
  const local = (at: number) => at + (zone?.offset(at) ?? 0);
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  const date = format(day);
  const dateOfYear = format({ ...day, year: 'numeric' });
  const yearOf = (at: number) => new Date(local(at)).getUTCFullYear();
  const weekday = format({ weekday: 'short' });
  const name = lazy(() => new Intl.DateTimeFormat(tag, { timeZoneName: 'long', timeZone: zone?.name }));
  const number = lazy(() => new Intl.NumberFormat(tag));
  const inMinutes = { style: 'unit', unit: 'minute', unitDisplay: 'short' } as const;
  const relative = lazy(() => new Intl.RelativeTimeFormat(tag));
  const minutes = lazy(() => new Intl.NumberFormat(tag, inMinutes));
  return {
    language,
    words,
    zone,
    time: (at) => (zone && at !== undefined && Number.isFinite(at) ? clock(local(at)) : ''),
    date: (at) => (yearOf(at) === yearOf(Date.now()) ? date : dateOfYear)().format(local(at)),
    weekday: (at) => weekday().format(local(at)),
    number: (value) => number().format(value),
    minutes: (value) => minutes().format(value),
    state,
    stateOf: (flight) => state(flight.state, directionOf(flight)),
    ago: (ms) => relative().format(...unitsOf(-ms)),
    zoneName: (at) =>
      name()
        .formatToParts(at)
        .find((part) => part.type === 'timeZoneName')?.value ?? '',
  };
}

export const boardName = (direction: Direction, words: Words) =>
  direction === 'departure' ? words.departures : words.arrivals;

/** Whole minutes, hours or days: the largest of which there is one. */
function unitsOf(ms: number): [number, Intl.RelativeTimeFormatUnit] {
  const length = Math.abs(ms);
  if (length < HOUR_MS) return [Math.trunc(ms / MINUTE_MS), 'minute'];
  return length < DAY_MS ? [Math.trunc(ms / HOUR_MS), 'hour'] : [Math.trunc(ms / DAY_MS), 'day'];
}

export const LocaleContext = createContext(localeOf('en'));

export const useLocale = () => useContext(LocaleContext);
