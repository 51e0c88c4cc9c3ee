import { expect, it } from 'vitest';
import type { FlightState } from '../flight/FlightState';
import { dueAt } from '../flight/times';
import { flight } from '../test/changes';
import { zoneOf } from '../time/zone';
import { atDesk, atGate } from './gate';

const NOON = Date.parse('2026-01-01T12:00:00Z');
const due = dueAt(NOON, zoneOf('UTC'));
const leaves = (id: string, minutes: number, state = 'scheduled', rest: Partial<FlightState> = {}) =>
  flight(id, { direction: 'departure', scheduled: new Date(NOON + minutes * 60_000).toISOString(), state, ...rest });
const gate = (...flights: FlightState[]) => {
  const { flight, next, cancelled } = atGate(flights, due, NOON);
  return [flight?.id, next?.id, cancelled.map(({ id }) => id).join()];
};
const desk = (...flights: FlightState[]) => atDesk(flights, due, NOON).map(({ id }) => id);

it('a gate shows the next to leave, and the one after it', () => {
  expect(gate(leaves('C', 90), leaves('A', -20, 'departed'), leaves('B', 30, 'boarding'))).toEqual(['B', 'C', '']);
});

it('a late flight gives way to one that leaves before it, but not once it boards', () => {
  const estimated = new Date(NOON + 120 * 60_000).toISOString();

  expect(gate(leaves('A', 10, 'scheduled', { estimated }), leaves('B', 40))).toEqual(['B', 'A', '']);
  expect(gate(leaves('A', 10, 'boarding', { estimated }), leaves('B', 40))).toEqual(['A', 'B', '']);
});

it('a flight that was left behind as scheduled does not hold a gate', () => {
  expect(gate(leaves('A', -180), leaves('B', 30), leaves('C', 60))).toEqual(['B', 'C', '']);
});

it('nor does it where the board has a week of flights', () => {
  const week = Array.from({ length: 7 }, (_, day) => leaves(`W${day}`, -60 * 24 * day - 60, 'departed'));

  expect(gate(...week, leaves('A', -180), leaves('B', 30))).toEqual(['B', undefined, '']);
});

it('the days of a replay are none that were left behind', () => {
  const replay = (hours: number) => -60 * 24 * 365 + hours * 60;

  expect(gate(leaves('A', replay(0), 'departed'), leaves('B', replay(1)), leaves('C', replay(2)))[0]).toBe('B');
});

it('a cancelled flight is told as long as people come for it', () => {
  expect(gate(leaves('A', -60, 'cancelled'), leaves('B', 20, 'cancelled'), leaves('C', 30))).toEqual([
    'C',
    undefined,
    'B',
  ]);
});

it('an empty gate shows nothing', () => {
  expect(gate(leaves('A', -5, 'departed'))).toEqual([undefined, undefined, '']);
});

it.each(['de-icing', '__proto__', 'constructor'])(
  'a flight in a state that is not known is yet to leave: %s',
  (state) => {
    expect(gate(leaves('A', 5, state))[0]).toBe('A');
  },
);

it('a desk shows who checks in now, then the next, and none whose gate is called', () => {
  const flights = [
    leaves('L', 15, 'final-call'),
    leaves('G', 10, 'gate-closed'),
    leaves('S', 90),
    leaves('N', 120, 'check-in'),
    leaves('X', 100, 'cancelled'),
  ];

  expect(desk(...flights)).toEqual(['N', 'X', 'S']);
  expect(desk(...Array.from({ length: 20 }, (_, at) => leaves(`D${at}`, at)))).toHaveLength(6);
});
