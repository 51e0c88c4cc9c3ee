import { expect, it } from 'vitest';
import { type Language, LANGUAGES, languageOf, localeOf } from './locale';

const SUMMER_NIGHT = Date.parse('2026-07-01T22:05:00Z');

it('shows every time in the zone of the board, midnight as 00', () => {
  expect(localeOf('en', 'Europe/Rome').time(SUMMER_NIGHT)).toBe('00:05');
  expect(localeOf('es', 'America/Chicago').time(SUMMER_NIGHT)).toBe('17:05');
});

it('names the zone and the day of the board in the language of the reader', () => {
  const { zone, date } = localeOf('de', 'Europe/Rome');

  expect(zone(SUMMER_NIGHT)).toBe('Mitteleuropäische Sommerzeit');
  expect(date(SUMMER_NIGHT)).toBe('Donnerstag, 2. Juli');
});

it.each([
  [['fr', 'es-MX', 'de'], 'es'],
  [['de-AT'], 'de'],
  [['fr'], 'en'],
  [[], 'en'],
])('of the languages %s speaks %s', (wanted, spoken) => {
  expect(languageOf(wanted)).toBe(spoken);
});

it.each(Object.keys(LANGUAGES) as Language[])('shows a state that it does not know as it came, in %s', (language) => {
  expect(localeOf(language).state('taxiing')).toBe('taxiing');
});
