import { expect, it } from 'vitest';
import { readReplay } from '../stream/readReplay';
import { dayTime } from './replay';

const replay = { began: 1_000, from: 50_000, until: 110_000, speed: 60 };

it.each([
  [0, 50_000],
  [1_000, 50_000],
  [1_500, 80_000],
  [9_000, 110_000],
])('at %d the clock of the day shows %d', (at, shown) => {
  expect(dayTime(at, replay)).toBe(shown);
});

it('without a replay the day is the present one', () => {
  expect(dayTime(7, undefined)).toBe(7);
});

const told = { began: '2026-01-01T00:00:00Z', from: '2023-01-11T00:00:00Z', until: '2023-01-12T00:00:00Z', speed: 60 };

it('a replay is read as the wire has it, and as it was kept', () => {
  const read = readReplay(told);

  expect(read).toEqual({
    began: Date.parse(told.began),
    from: Date.parse(told.from),
    until: Date.parse(told.until),
    speed: 60,
  });
  expect(readReplay(JSON.parse(JSON.stringify(read)))).toEqual(read);
});

it.each([
  null,
  undefined,
  'replay',
  [],
  {},
  { ...told, speed: 0 },
  { ...told, speed: '60' },
  { ...told, speed: 0.5 },
  { ...told, speed: 1e9 },
  { ...told, from: 'noon' },
  { ...told, from: '-0' },
  { ...told, until: Infinity },
  { ...told, speed: NaN },
])('what cannot be followed is no replay: %j', (json) => {
  expect(readReplay(json)).toBeUndefined();
});
