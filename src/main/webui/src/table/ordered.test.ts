import { expect, it } from 'vitest';
import { flight } from '../test/changes';
import { dueAt } from '../flight/times';
import { zoneOf } from '../time/zone';
import { ordered } from './ordered';

const due = dueAt(0, zoneOf('UTC'));

const board = (...entries: [string, string][]) =>
  new Map(entries.map(([id, scheduled]) => [id, flight(id, { scheduled: `2026-01-01T${scheduled}:00Z` })]));
const ids = (flights: { id: string }[]) => flights.map((each) => each.id).join('');

it('starts from the order of last time and ends in the order of now', () => {
  const first = ordered([], board(['c', '12:00'], ['a', '10:00'], ['b', '11:00']), due);
  const then = ordered(first, board(['a', '10:00'], ['b', '13:00'], ['d', '09:00'], ['c', '12:00']), due);
  const last = ordered(then, board(['b', '13:00'], ['d', '09:00']), due);

  expect([first, then, last].map(ids)).toEqual(['abc', 'dacb', 'db']);
});
