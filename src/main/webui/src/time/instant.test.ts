import { expect, it } from 'vitest';
import { instant } from './instant';

it.each([
  ['2026-01-02T03:04:05Z', Date.UTC(2026, 0, 2, 3, 4, 5)],
  ['2026-01-02T03:04:05.678901234Z', Date.UTC(2026, 0, 2, 3, 4, 5, 678)],
  ['2026-01-02T03:04Z', Date.UTC(2026, 0, 2, 3, 4)],
  ['2026-01-02T03:04:05+02:00', Date.UTC(2026, 0, 2, 1, 4, 5)],
])('%s is an instant', (text, time) => expect(instant(text)).toBe(time));

// Most of these are a time to some browser.
it.each([
  '',
  '-0',
  '1',
  '2026',
  '2026-01-02',
  '2026-01-02T03:04:05',
  'Fri, 02 Jan 2026 03:04:05 GMT',
  '2026-13-02T03:04:05Z',
  7,
  null,
])('%j is none', (text) => expect(instant(text)).toBeUndefined());
