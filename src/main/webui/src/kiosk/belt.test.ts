import { expect, it } from 'vitest';
import type { FlightState } from '../flight/FlightState';
import { dueAt } from '../flight/times';
import { flight } from '../test/changes';
import { zoneOf } from '../time/zone';
import { bagsOf, onBelt } from './belt';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const due = dueAt(NOON, zoneOf('UTC'));
const came = (id: string, minutes: number, state: string) =>
  flight(id, { scheduled: new Date(NOON + minutes * 60_000).toISOString(), state });
const belt = (...flights: FlightState[]) => onBelt(flights, due, NOON).map(({ id }) => id);

it('a belt shows whose bags are on it, then whose will be, then whose were', () => {
  expect(
    belt(
      came('S', 60, 'scheduled'),
      came('C', -40, 'closed'),
      came('L', -2, 'landed'),
      came('B', -20, 'bags'),
      came('A', -5, 'arrived'),
      came('I', 5, 'landing'),
    ),
  ).toEqual(['B', 'A', 'L', 'I', 'S', 'C']);
});

it('the last bags of long ago, and those that never come, are not looked for', () => {
  expect(
    belt(came('C', -90, 'closed'), came('D', -10, 'diverted'), came('X', -10, 'cancelled'), came('B', 0, 'bags')),
  ).toEqual(['B']);
});

it('bags of long ago are not looked for, where nobody says that they came; nor is a flight that was left behind', () => {
  expect(
    belt(
      came('L', -180, 'landed'),
      came('A', -180, 'arrived'),
      came('B', -180, 'bags'),
      came('D', -180, 'departed'),
      came('S', 30, 'scheduled'),
      came('N', -90, 'landed'),
    ),
  ).toEqual(['N', 'S']);
});

it.each([-25, -47])('a belt that was last used %d hours ago shows nothing', (hours) => {
  expect(belt(came('L', hours * 60, 'landed'))).toEqual([]);
});

it.each([
  ['today', 0],
  ['in a day that is played again', -365 * 24 * 60],
])('of many whose bags are awaited the latest are shown: %s', (_when, day) => {
  const landed = Array.from({ length: 20 }, (_, at) => came(`L${at}`, day + 5 * at - 100, 'landed'));
  const coming = came('S', day + 30, 'scheduled');

  expect(belt(...landed, coming)).toEqual(['L14', 'L15', 'L16', 'L17', 'L18', 'L19']);
});

it('a busy belt shows the first that matter', () => {
  const many = Array.from({ length: 20 }, (_, at) => came(`F${at}`, at, at < 3 ? 'closed' : 'scheduled'));

  expect(belt(...many)).toEqual(['F3', 'F4', 'F5', 'F6', 'F1', 'F2']);
});

it.each([
  ['landed', 'expected'],
  ['arrived', 'expected'],
  ['bags', 'first'],
  ['closed', 'last'],
  ['landing', undefined],
  ['__proto__', undefined],
  ['constructor', undefined],
])('bags of a flight that is %s are %s', (state, bags) => {
  expect(bagsOf(flight('A', { state }))).toBe(bags);
});
