import { describe, expect, it } from 'vitest';
import { flight } from '../test/changes';
import type { FlightState } from './FlightState';
import { place } from './airports';
import { isEarlier, isOver, isPresent } from './progress';
import { search } from './search';
import { dueAt, inOrder, isLate, offsetToldBy, times } from './times';
import { HOUR_MS, zoneOf } from '../time/zone';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const due = dueAt(NOON, zoneOf('UTC'));
// Before the zone is known.
const undated = dueAt(NOON, undefined);
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

    expect(flights.sort(inOrder(undated)).map((each) => each.id)).toEqual([
      'first',
      'a',
      'b',
      'early',
      'local',
      'none',
    ]);
  });

  it('takes what is no time for none', () => {
    expect(times(flight('A', { scheduled: 'soon' })).scheduled).toBeUndefined();
  });
});

describe('progress', () => {
  it('lets a flight leave the view an hour after it came', () => {
    const came = (minutes: number, state: string) =>
      isEarlier(flight('A', { scheduled: at(minutes), state }), due, NOON);

    expect([came(-61, 'closed'), came(-59, 'closed'), came(-61, 'arrived'), came(-61, 'departed')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([came(-61, 'landed'), came(-59, 'landed'), came(-61, 'landing')]).toEqual([true, false, false]);
  });

  it('lets a departure leave the view half an hour after it left', () => {
    const left = (minutes: number, state: string) =>
      isEarlier(flight('A', { direction: 'departure', scheduled: at(minutes), state }), due, NOON);

    expect([left(-31, 'departed'), left(-29, 'departed'), left(-31, 'boarding'), left(-31, 'cancelled')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('tells what has left from what has yet to come, though both are departed', () => {
    expect([
      isOver(flight('A', { state: 'departed' })),
      isOver(flight('D', { state: 'departed', direction: 'departure' })),
    ]).toEqual([false, true]);
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

  it('takes no demo for the present, which has as many flights that are overdue as have come', () => {
    const states = ['scheduled', 'departed', 'landed', 'arrived', 'bags', 'closed'];
    const demo = states.map((state, each) => flight(state, { scheduled: at(20 * each - 300), state }));

    expect(isPresent(demo, NOON)).toBe(false);
  });

  it.each(['landed', 'arrived', 'bags', 'closed'])(
    'takes a week of flights that end as %s for the present',
    (state) => {
      const week = Array.from({ length: 7 * 24 }, (_, hour) => flight(`${hour}`, { scheduled: at(-60 * hour), state }));

      expect(isPresent(week, NOON)).toBe(true);
    },
  );

  it('takes a quiet night after a busier day for the present', () => {
    const friday = Array.from({ length: 30 }, (_, each) =>
      flight(`F${each}`, { scheduled: at(-60 * 25 - each), state: 'closed' }),
    );

    expect(isPresent([...friday, flight('S', { scheduled: at(-30), state: 'landed' })], NOON)).toBe(true);
    expect(isPresent(friday, NOON)).toBe(true);
  });

  it('takes a day of long ago for a replay, also where all of its flights came', () => {
    const yearAgo = Array.from({ length: 30 }, (_, each) =>
      flight(`${each}`, { scheduled: at(-60 * 24 * 365 - each), state: 'closed' }),
    );

    expect(isPresent(yearAgo, NOON)).toBe(false);
    expect(isPresent([...yearAgo, flight('S', { scheduled: at(-60 * 24 * 365) })], NOON)).toBe(false);
  });
});

describe('an arrival without a day', () => {
  const rome = zoneOf('Europe/Rome');
  const dated = (now: string, rest: Partial<FlightState>) => {
    const time = dueAt(Date.parse(now), rome)(flight('A', rest));
    return time === undefined ? undefined : new Date(time).toISOString();
  };

  it.each([
    // On a board at half past eleven in the evening, and one at half past midnight.
    ['2026-01-01T22:30:00Z', '00:20', 'scheduled', '2026-01-01T23:20:00.000Z'],
    ['2026-01-01T22:30:00Z', '23:10', 'landing', '2026-01-01T22:10:00.000Z'],
    ['2026-01-01T23:30:00Z', '23:50', 'bags', '2026-01-01T22:50:00.000Z'],
    ['2026-01-01T23:30:00Z', '00:20', 'landed', '2026-01-01T23:20:00.000Z'],
    // What has come is past; what is yet to come is not half a day overdue.
    ['2026-01-01T20:00:00Z', '07:30', 'closed', '2026-01-01T06:30:00.000Z'],
    ['2026-01-01T20:00:00Z', '07:30', 'scheduled', '2026-01-02T06:30:00.000Z'],
    ['2026-01-01T10:00:00Z', '23:30', 'arrived', '2025-12-31T22:30:00.000Z'],
    ['2026-01-01T10:00:00Z', '23:30', 'cancelled', '2025-12-31T22:30:00.000Z'],
    // Over the changes of the clock.
    ['2026-03-28T22:30:00Z', '03:30', 'scheduled', '2026-03-29T01:30:00.000Z'],
    ['2026-10-24T21:30:00Z', '03:30', 'scheduled', '2026-10-25T02:30:00.000Z'],
  ])('at %s, of %s and %s, is of %s', (now, arrival, state, is) => {
    expect(dated(now, { arrival, state })).toBe(is);
  });

  it('is of the day that its estimate is of', () => {
    const estimated = '2026-01-05T23:10:00Z';

    expect(dated('2026-01-01T12:00:00Z', { arrival: '23:50', estimated })).toBe('2026-01-05T22:50:00.000Z');
  });

  it('is of no day before the zone of the board is known', () => {
    expect(undated(flight('A', { arrival: '10:10' }))).toBeUndefined();
  });
});

it.each([
  [
    [
      ['2026-07-01T22:30:00Z', '00:30'],
      ['2026-07-01T10:00:00Z', '12:00'],
      ['2026-07-01T10:00:00Z', '09:00'],
    ],
    2,
  ],
  [[['2026-07-01T02:30:00Z', '19:30']], -7],
  [[['2026-07-01T12:00:00Z', '02:00']], -10],
  [[['2026-01-01T12:00:00Z', '01:00']], 13],
  [[['soon', '02:00']], 0],
  [[], 0],
])('flights that tell %j tell that the board is %d hours ahead', (told, hours) => {
  const flights = told.map(([scheduled = '', arrival = ''], index) => flight(`${index}`, { scheduled, arrival }));

  expect(offsetToldBy(flights)).toBe(hours * HOUR_MS);
});

it('a departure without a day has the time of its departure, and what has left is past', () => {
  const rome = dueAt(Date.parse('2026-01-01T20:00:00Z'), zoneOf('Europe/Rome'));
  const leaves = (state: string) =>
    rome(flight('D', { direction: 'departure', arrival: '10:10', departure: '07:30', state })) ?? 0;

  expect(['departed', 'boarding'].map((state) => new Date(leaves(state)).toISOString())).toEqual([
    '2026-01-01T06:30:00.000Z',
    '2026-01-02T06:30:00.000Z',
  ]);
});

describe('search', () => {
  const rome = flight('AZ1', { origin: 'FCO', airline: 'AZ', gate: 'B11', codeshares: ['DL9'] });

  it.each(['az1', 'dl9', 'rome', 'fco', 'ita', 'b11', 'Rome b11'])('finds %s', (words) => {
    expect(search(words)(rome)).toBe(true);
  });

  it.each(['hong kong', 'hkg', 'doha'])('finds a departure by where it goes and by way of what: %s', (words) => {
    expect(search(words)(flight('QR1', { direction: 'departure', destination: 'HKG', via: ['Doha'] }))).toBe(true);
  });

  it('finds only what holds every word', () => {
    expect(search('rome a4')(rome)).toBe(false);
  });

  it.each([
    ['zurich', 'Zürich'],
    ['TROMSO', 'Tromsø'],
    ['lodz', 'Łódź'],
    ['wroclaw', 'Wrocław'],
    ['da nang', 'Đà Nẵng'],
    ['izmir', 'İzmir'],
    ['diyarbakir', 'Diyarbakır'],
    ['reykjavik', 'Reykjavík'],
    ['isafjordur', 'Ísafjörður'],
    ['giessen', 'Gießen'],
    ['tromsø', 'Tromso'],
    ['tromso', 'TOS'],
    ['kobenhavn', 'København'],
  ])('takes accents and case for the same: %s finds %s', (words, origin) => {
    expect(search(words)(flight('LX1', { origin }))).toBe(true);
  });

  it.each(['BA117', 'ba 117', 'BA0117', 'BA-117', 'BA 0117', 'BAW117', 'baw 117', 'BAW-0117', 'london BA-117', 'ba0'])(
    'finds BA117 however it is written: %s',
    (words) => {
      const found = search(words);
      const all = ['BA117', 'BA 117', 'BA0117', 'BAW117', 'ba-117'];

      expect(all.filter((each) => !found(flight(each, { origin: 'London' })))).toEqual([]);
      expect(found(flight('AF1', { codeshares: ['BA117'], origin: 'London' }))).toBe(true);
    },
  );

  it.each(['BA1117', 'BA11', 'LH117', 'B0117', '0A117'])('does not take %s for what BA0117 asks for', (other) => {
    expect(search('BA0117')(flight(other))).toBe(false);
  });
});

describe('place', () => {
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
