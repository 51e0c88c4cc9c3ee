import { expect, it } from 'vitest';
import { hasDesk } from './desks';

it.each([
  ['12', '12', true],
  ['12', '1', false],
  ['A1, A3', 'A3', true],
  ['A1, A3', 'A2', false],
  ['101 – 110', '105', true],
  ['101-110', '111', false],
  ['101-110', 'A105', false],
  ['A12-18', 'A15', true],
  ['A12-A18', 'A15', true],
  ['A12-B18', 'A15', false],
  ['A1 101 - 110', '110', true],
  ['A1 B2/C3;D4', 'C3', true],
  ['First Class', 'Class', true],
  ['T1-A-4', 'A', false],
  ['110-101', '105', false],
  ['', '12', false],
  ['__proto__', 'constructor', false],
])('desks %s: %s is %s', (desks, desk, has) => {
  expect(hasDesk(desks, desk)).toBe(has);
});
