import { expect, it } from 'vitest';
import { flight } from '../test/changes';
import { pages } from './pages';

const rows = (over: number, coming: number) =>
  Array.from({ length: over + coming }, (_, index) => ({
    original: flight(`${index}`, { state: index < over ? 'closed' : 'scheduled' }),
  }));
const ids = (found: { original: { id: string } }[][]) => found.map((page) => page.map((row) => row.original.id));

it('begins shortly before the first flight that is not over', () => {
  expect(ids(pages(rows(10, 3), 4))).toEqual([['8', '9', '10', '11'], ['12']]);
});

it('shows the next pages and not the whole day', () => {
  expect(pages(rows(0, 1_000), 10)).toHaveLength(5);
});

it('has a page for a board of no flights, and one for a day that is over', () => {
  expect(ids(pages([], 10))).toEqual([[]]);
  expect(ids(pages(rows(5, 0), 10))).toEqual([['3', '4']]);
});
