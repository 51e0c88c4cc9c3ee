import { describe, expect, it } from 'vitest';
import { clock, DAY_MS, HOUR_MS, sayOffset, zoneOf } from './zone';

const at = (text: string) => Date.parse(text);

describe('zone', () => {
  it.each([
    ['UTC', '2026-07-01T12:00:00Z', 0],
    ['Europe/Rome', '2026-07-01T12:00:00Z', 2],
    ['Europe/Rome', '2026-10-25T00:59:00Z', 2],
    ['Europe/Rome', '2026-10-25T01:00:00Z', 1],
    ['America/Chicago', '2026-01-01T00:00:00Z', -6],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', 5.75],
    ['Asia/Kathmandu', '0000-01-01T00:00:00Z', 5.5],
    ['Europe/Rome', '9999-12-31T23:59:59Z', 1],
  ])('%s at %s is %d hours ahead of UTC', (name, time, hours) => {
    expect(zoneOf(name).offset(at(time))).toBe(hours * HOUR_MS);
  });

  it('begins its days at its own midnight', () => {
    const { day } = zoneOf('Europe/Rome');
    const midnight = at('2026-07-01T22:00:00Z');

    expect(day(midnight) - day(midnight - 1)).toBe(1);
    expect(day(midnight)).toBe(Date.UTC(2026, 6, 2) / DAY_MS);
  });

  it.each(['UTC+2', 'GMT+02:00', '', '__proto__', 'Atlantis/Poseidonis', 'x'.repeat(64)])(
    'that the browser does not know, as %s, is a fixed offset',
    (name) => {
      const zone = zoneOf(name, 2 * HOUR_MS);

      expect(zone.known).toBe(false);
      expect(zone.offset(0)).toBe(2 * HOUR_MS);
    },
  );
});

it.each([
  [0, '00:00'],
  [-1, '23:59'],
  [at('2026-07-01T23:59:59Z'), '23:59'],
  [at('0000-01-01T00:05:00Z'), '00:05'],
])('the clock at %d shows %s', (time, shown) => {
  expect(clock(time)).toBe(shown);
});

it('says an offset as people write it', () => {
  expect([2, -3.5].map((hours) => sayOffset(hours * HOUR_MS))).toEqual(['+02:00', '−03:30']);
});
