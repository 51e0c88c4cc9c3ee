import { expect, it } from 'vitest';
import { flight } from '../test/changes';
import { DayLine, type Line } from '../table/lines';
import { pages } from './pages';

const TODAY = 0;

const flights = (over: number, coming: number) =>
  Array.from({ length: over + coming }, (_, index) =>
    flight(`${index}`, { state: index < over ? 'closed' : 'scheduled' }),
  );
const ended = (state: string, count: number) =>
  Array.from({ length: count }, (_, index) => flight(`${state} ${index}`, { state }));
const sameDay = () => undefined;
const lines = (found: Line[][]) =>
  found.map((page) => page.map((line) => (line instanceof DayLine ? `day ${line.at}` : line.id)));

it('begins shortly before the first flight that is not over', () => {
  expect(lines(pages(flights(10, 3), 4, sameDay, TODAY))).toEqual([['8', '9', '10', '11'], ['12']]);
});

it.each(['landed', 'arrived', 'bags'])('shows what is to come, where flights end as %s', (state) => {
  const found = lines(pages([...ended(state, 100), ...flights(0, 100)], 10, sameDay, TODAY));

  expect(found.map((page) => page[0])).toEqual([`${state} 80`, `${state} 90`, '0', '10', '20']);
  expect(lines(pages(ended(state, 30), 10, sameDay, TODAY))[0]?.[0]).toBe(`${state} 10`);
});

it('shows the next pages and not the whole day', () => {
  expect(pages(flights(0, 1_000), 10, sameDay, TODAY)).toHaveLength(5);
});

it('has a page for a board of no flights, and one for a day that is over', () => {
  expect(lines(pages([], 10, sameDay, TODAY))).toEqual([[]]);
  expect(lines(pages(flights(5, 0), 10, sameDay, TODAY))).toEqual([['3', '4']]);
});

it('says on each page of which day its flights are, if not of today, and never at its foot', () => {
  const dayOf = ({ id }: { id: string }) => ({ number: Number(id) < 3 ? TODAY : 1, at: Number(id) < 3 ? TODAY : 1 });

  expect(lines(pages(flights(0, 7), 4, dayOf, TODAY))).toEqual([
    ['0', '1', '2'],
    ['day 1', '3', '4', '5'],
    ['day 1', '6'],
  ]);
});
