import { expect, it, vi } from 'vitest';
import type { Listener } from '../stream/connection';
import { openBoard } from './store';

const listeners = vi.hoisted((): Listener[] => []);

vi.mock('../stream/connection', () => ({ connect: (_path: string, listener: Listener) => listeners.push(listener) }));

it('shows the first change at once and those that follow together', () => {
  vi.useFakeTimers();
  const store = openBoard('/events');
  const stream = listeners.at(-1) as Listener;
  const sizes: number[] = [];
  store.subscribe(() => sizes.push(store.snapshot().flights.size));
  const arrive = (id: string) => stream.onEvent({ type: 'flight', flight: { id, flight: id, state: 'landed' } });

  arrive('A1');
  vi.advanceTimersByTime(0);
  arrive('B2');
  arrive('C3');
  vi.advanceTimersByTime(99);
  expect(sizes).toEqual([1]);

  vi.advanceTimersByTime(1);
  expect(sizes).toEqual([1, 3]);
  vi.useRealTimers();
});
