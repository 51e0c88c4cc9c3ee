import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HOUR_MS, zoneOf } from '../time/zone';
import { de } from './de';
import { type Language, LANGUAGES, languageOf, loadWords, wordsIn } from './languages';
import { localeOf } from './locale';
import type { Words } from './Words';

const SUMMER_NIGHT = Date.parse('2026-07-01T22:05:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: SUMMER_NIGHT });
});
afterEach(() => {
  vi.useRealTimers();
});
const ROME = zoneOf('Europe/Rome');

it('shows every time in the zone of the board, midnight as 00', () => {
  expect(localeOf('en', ROME).time(SUMMER_NIGHT)).toBe('00:05');
  expect(localeOf('en', zoneOf('America/Chicago')).time(SUMMER_NIGHT)).toBe('17:05');
  expect(localeOf('en', zoneOf('Old/Name', -3 * HOUR_MS)).time(SUMMER_NIGHT)).toBe('19:05');
});

it.each([undefined, Number.NaN, Infinity])('shows what is no time as nothing: %s', (time) => {
  expect(localeOf('en', ROME).time(time)).toBe('');
});

it('names the zone and the day of the board in the language of the reader', () => {
  const { zoneName, date, weekday } = localeOf('de', ROME, de);

  expect(zoneName(SUMMER_NIGHT)).toBe('Mitteleuropäische Sommerzeit');
  expect(date(SUMMER_NIGHT)).toBe('Donnerstag, 2. Juli');
  expect(weekday(SUMMER_NIGHT)).toBe('Do');
  expect(date(Date.parse('2023-01-11T12:00:00Z'))).toBe('Mittwoch, 11. Januar 2023');
});

it.each([
  [['nl', 'es-MX', 'de'], 'es'],
  [['zh-TW'], 'zh'],
  [['nl,ar-EG'], 'ar'],
  [['de-AT'], 'de'],
  [['fr'], 'fr'],
  [['nl'], 'en'],
  [['__proto__', 'constructor', ''], 'en'],
  [[], 'en'],
])('of the languages %s speaks %s', (wanted, spoken) => {
  expect(languageOf(wanted)).toBe(spoken);
});

const others = (Object.keys(LANGUAGES) as Language[]).filter((each) => each !== 'en');

it.each(others)('has the words of %s to load', async (language) => {
  await loadWords(language);

  expect(wordsIn(language)?.columns.flight).toBeTruthy();
});

it('speaks English, with English dates, as long as other words have not come', () => {
  expect(localeOf('de', ROME).date(SUMMER_NIGHT)).toBe('Thursday, July 2');
});

it.each(['taxiing', '__proto__', 'constructor'])('shows a state that it does not know as it came: %s', (state) => {
  const locale = localeOf('de', ROME, de);

  expect([locale.state(state, 'arrival'), locale.state(state, 'departure')]).toEqual([state, state]);
});

it('has other words for the same state of an arrival and of a departure', () => {
  const { state } = localeOf('de', ROME, de);

  expect([state('departed', 'arrival'), state('departed', 'departure')]).toEqual(['Gestartet', 'Abgeflogen']);
});

it.each([
  [90_000, 'vor 1 Minute'],
  [3 * HOUR_MS, 'vor 3 Stunden'],
  [50 * HOUR_MS, 'vor 2 Tagen'],
])('says how long ago %d ms were', (ms, said) => {
  expect(localeOf('de', ROME, de).ago(ms)).toBe(said);
});

it('writes the digits of Arabic as those of flight numbers are', async () => {
  await loadWords('ar');
  const { number, date } = localeOf('ar', ROME, wordsIn('ar'));

  expect([number(1234), /\d/.test(date(SUMMER_NIGHT))]).toEqual(['1,234', true]);
});

// Every sentence with something to fill in, filled in.
const said = (words: Words): string[] =>
  Object.values(words).flatMap((each: unknown) =>
    typeof each === 'string'
      ? [each]
      : typeof each === 'function'
        ? [String((each as (...parts: string[]) => string)('A1', 'B2', 'C3', 'D4'))]
        : said(each as Words),
  );

it.each([
  ['en', '1 flight', 'Show 1 earlier'],
  ['de', '1 Flug', '1 früheren zeigen'],
  ['es', '1 vuelo', 'Mostrar 1 anterior'],
  ['fr', '1 vol', 'Afficher 1 vol passé'],
  ['ar', 'عدد الرحلات: 1', 'عرض الرحلات السابقة (1)'],
  ['zh', '1 个航班', '显示 1 个较早的航班'],
] as const)('speaks of one flight in %s', async (language, one, earlier) => {
  await loadWords(language);
  const { words } = localeOf(language, ROME, wordsIn(language));

  expect([words.flights('1'), words.earlier('1')]).toEqual([one, earlier]);
});

it.each(Object.keys(LANGUAGES) as Language[])('tells passengers in %s nothing of a topic', async (language) => {
  await loadWords(language);
  const { words } = localeOf(language, ROME, wordsIn(language));

  expect(words.noFlights).not.toMatch(/topic|主题/i);
});

it.each(others)('says everything in %s, and forgets nothing that is to be filled in', async (language) => {
  await loadWords(language);
  const words = wordsIn(language) as Words;

  expect(said(words).filter((each) => each.trim() === '' || each.includes('undefined'))).toEqual([]);
  expect(words.zoneUnknown('A1', 'B2')).toMatch(/A1.*B2/);
  expect(words.page(1, 9)).toMatch(/1.*9/);
});
