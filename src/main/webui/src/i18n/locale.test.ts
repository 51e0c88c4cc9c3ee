import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HOUR_MS, zoneOf } from '../time/zone';
import { de } from './de';
import { type Language, LANGUAGES, languageOf, loadWords, wordsIn } from './languages';
import { localeOf } from './locale';

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
  [['fr', 'es-MX', 'de'], 'es'],
  [['de-AT'], 'de'],
  [['fr'], 'en'],
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
  expect(localeOf('de', ROME, de).state(state)).toBe(state);
});
