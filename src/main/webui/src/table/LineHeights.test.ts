import { expect, it } from 'vitest';
import { LineHeights } from './LineHeights';

it('finds the line at any height, and the height of any line', () => {
  const days = [0, 3, 4, 9];
  const heights = new LineHeights(12, days, 50, 20);
  let top = 0;
  for (let line = 0; line < 12; line++) {
    const end = top + (days.includes(line) ? 20 : 50);

    expect([heights.top(line), heights.at(top), heights.at(end - 1)]).toEqual([top, line, line]);
    top = end;
  }
  expect(heights.total).toBe(top);
  expect([heights.at(-100), heights.at(top + 100)]).toEqual([0, 11]);
});

it('has no height without lines', () => {
  expect(new LineHeights(0, [], 50, 20).total).toBe(0);
});
