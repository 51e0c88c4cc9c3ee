import { describe, expect, it } from 'vitest';
import { flight } from '../test/changes';
import { figures, quarters } from './quarters';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const at = (minutes: number) => new Date(NOON + minutes * 60_000).toISOString();

const none = { at: NOON, scheduled: 0, onTime: 0, late: 0, cancelled: 0, diverted: 0 };

describe('quarters', () => {
  it('count a flight by schedule where it was due and in fact where it comes', () => {
    const found = quarters([flight('A', { scheduled: at(5), estimated: at(40) })], NOON);

    expect(found.filter((each) => each.scheduled)).toEqual([{ ...none, at: NOON, scheduled: 1 }]);
    expect(found.filter((each) => each.late)).toEqual([{ ...none, at: NOON + 30 * 60_000, late: 1 }]);
  });

  it('count what was cancelled or diverted where it was due', () => {
    const found = quarters(
      [
        flight('A', { scheduled: at(0), estimated: at(30), state: 'cancelled' }),
        flight('B', { scheduled: at(14), state: 'diverted' }),
        flight('C', { scheduled: at(31) }),
      ],
      NOON,
    );

    expect(found.find((each) => each.at === NOON)).toEqual({ ...none, scheduled: 2, cancelled: 1, diverted: 1 });
  });

  it('of a few flights show six hours around them', () => {
    const found = quarters([flight('A', { scheduled: at(0) }), flight('B', { scheduled: at(40) })], NOON);

    expect(found).toHaveLength(24);
    expect(found.findIndex((each) => each.scheduled)).toBe(10);
  });

  it('of a longer board show the day around now', () => {
    const days = Array.from({ length: 60 }, (_, hour) => flight(`A${hour}`, { scheduled: at((hour - 30) * 60) }));
    const found = quarters(days, NOON);

    expect(found).toHaveLength(96);
    expect(found[0]?.at).toBe(NOON - 8 * 3_600_000);
  });

  it('of no flights are none', () => {
    expect(quarters([flight('A')], NOON)).toEqual([]);
  });
});

it('figures tell on time, late, cancelled and diverted apart', () => {
  const scheduled = at(0);
  const flights = [
    flight('A', { scheduled }),
    flight('B', { scheduled, estimated: at(15) }),
    flight('C', { scheduled, estimated: at(90), state: 'cancelled' }),
    flight('D', { scheduled, state: 'diverted' }),
  ];

  expect(figures(flights, quarters(flights, NOON))).toEqual({ onTime: 1, late: 1, cancelled: 1, diverted: 1 });
});

it('figures tell of the flights that are in the quarters, and of those without a day', () => {
  const days = Array.from({ length: 48 }, (_, hour) => flight(`A${hour}`, { scheduled: at((hour - 47) * 60) }));
  const flights = [...days, flight('D', { arrival: '12:10' })];

  expect(figures(flights, quarters(flights, NOON)).onTime).toBe(25);
});
