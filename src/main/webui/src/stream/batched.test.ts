import { expect, it, vi } from 'vitest';
import { batched } from './batched';

it('hands on the first at once and those that follow together', () => {
  vi.useFakeTimers();
  const batches: string[][] = [];
  const take = batched<string>(100, (batch) => batches.push(batch));

  take('a');
  vi.advanceTimersByTime(0);
  take('b');
  take('c');
  vi.advanceTimersByTime(99);
  expect(batches).toEqual([['a']]);

  vi.advanceTimersByTime(1);
  expect(batches).toEqual([['a'], ['b', 'c']]);
  vi.useRealTimers();
});
