import { expect, it } from 'vitest';
import type { FlightState } from '../flight/FlightState';
import { localeOf } from '../i18n/locale';
import { flight } from '../test/changes';
import { zoneOf } from '../time/zone';
import { sentence } from './sentence';

const said = (rest: Partial<FlightState>) => sentence(flight('A1', rest), localeOf('en', zoneOf('UTC')));
const scheduled = '2026-01-01T10:00:00Z';
const estimated = '2026-01-01T10:40:00Z';
const actual = '2026-01-01T10:45:00Z';

it('says when a flight is expected, and when it came', () => {
  expect(said({ scheduled, estimated, state: 'landing' })).toBe('Landing, Expected 10:40');
  expect(said({ scheduled, estimated, actual, state: 'arrived', belt: '4' })).toBe('Arrived, Actual 10:45, Belt 4');
});

it('expects no flight that is cancelled', () => {
  expect(said({ scheduled, estimated, state: 'cancelled' })).toBe('Cancelled');
  expect(said({ scheduled, estimated, state: 'cancelled', direction: 'departure', gate: 'B7' })).toBe(
    'Cancelled, Gate B7',
  );
});
