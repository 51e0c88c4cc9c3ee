import { describe, expect, it } from 'vitest';
import { flight } from '../test/changes';
import { place } from './airports';
import { isEarlier, isPresent } from './progress';
import { search } from './search';
import { inOrder, isLate, times } from './times';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();

describe('times', () => {
  it('takes the actual time for the expected one, else the estimate', () => {
    const scheduled = at(0);

    expect(times(flight('A', { scheduled, estimated: at(9), actual: at(7) })).delay).toBe(7);
    expect(times(flight('A', { scheduled, estimated: at(-9) })).delay).toBe(-9);
    expect(times(flight('A', { scheduled })).delay).toBeUndefined();
  });

  it('calls a flight late from 15 minutes on', () => {
    expect([14, 15].map((minutes) => isLate(flight('A', { scheduled: at(0), estimated: at(minutes) })))).toEqual([
      false,
      true,
    ]);
  });

  it('orders by time, then by designator, with flights of no known day after the dated and before those of no time', () => {
    const flights = [
      flight('none'),
      flight('local', { arrival: '08:00' }),
      flight('early', { arrival: '07:00' }),
      flight('b', { scheduled: at(5) }),
      flight('a', { scheduled: at(5) }),
      flight('first', { scheduled: at(-5) }),
    ];

    expect(flights.sort(inOrder).map((each) => each.id)).toEqual(['first', 'a', 'b', 'early', 'local', 'none']);
  });

  it('takes what is no time for none', () => {
    expect(times(flight('A', { scheduled: 'soon' })).scheduled).toBeUndefined();
  });
});

describe('progress', () => {
  it('lets a flight leave the view an hour after it came', () => {
    const came = (minutes: number, state: string) => isEarlier(flight('A', { scheduled: at(minutes), state }), NOON);

    expect([came(-61, 'closed'), came(-59, 'closed'), came(-61, 'arrived'), came(-61, 'departed')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it('tells a board of the present from a replay', () => {
    const day = (offset: number) => [
      flight('A', { scheduled: at(offset - 90), state: 'closed' }),
      flight('B', { scheduled: at(offset + 10), state: 'departed' }),
      flight('C', { scheduled: at(offset + 120) }),
    ];

    expect(isPresent(day(0), NOON)).toBe(true);
    expect(isPresent(day(-600), NOON)).toBe(false);
    expect(isPresent([], NOON)).toBe(false);
  });
});

describe('search', () => {
  const rome = flight('AZ1', { origin: 'FCO', airline: 'AZ', gate: 'B11', codeshares: ['DL9'] });

  it.each(['az1', 'dl9', 'rome', 'fco', 'ita', 'b11', 'Rome b11'])('finds %s', (words) => {
    expect(search(words)(rome)).toBe(true);
  });

  it('finds only what holds every word', () => {
    expect(search('rome a4')(rome)).toBe(false);
  });

  it('takes accents and case for the same', () => {
    expect(search('zurich')(flight('LX1', { origin: 'Zürich' }))).toBe(true);
  });
});

describe('origin', () => {
  it.each([
    ['FCO', { city: 'Rome', code: 'FCO' }],
    ['Rome', { city: 'Rome', code: 'ROM' }],
    ['Zurich', { city: 'Zurich', code: 'ZRH' }],
    ['Springfield', { city: 'Springfield', code: undefined }],
    ['XQX', { city: 'XQX', code: undefined }],
  ])('%s', (origin, shown) => {
    expect(place(origin)).toEqual(shown);
  });
});
