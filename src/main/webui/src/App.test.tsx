import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { App } from './App';
import { apply, type Change, EMPTY } from './board/board';
import type { BoardStore } from './board/store';

function fakeStore(): BoardStore & { take(...changes: Change[]): void } {
  let board = EMPTY;
  let notify = () => {};
  return {
    subscribe(onChange) {
      notify = onChange;
      return () => {};
    },
    snapshot: () => board,
    take(...changes) {
      board = apply(board, changes);
      act(notify);
    },
  };
}

const rome = {
  type: 'flight',
  flight: { id: 'I768', flight: 'I768', origin: 'Rome', arrival: '10:10', state: 'scheduled' },
} as const;
const live: Change = { type: 'live', at: '2026-01-01T12:00:00Z', timeZone: 'UTC' };

afterEach(cleanup);

it('changes a flight in its own row', () => {
  const store = fakeStore();
  render(<App store={store} />);
  store.take({ type: 'link', link: { phase: 'open' } }, rome, live);
  const row = screen.getByRole('row', { name: /I768/ });

  store.take({ type: 'flight', flight: { ...rome.flight, state: 'landing' } });

  expect(screen.getByRole('row', { name: /I768/ })).toBe(row);
  expect(row.textContent).toBe('RomeI76810:10landing');
});

it('shows text of the topic as text', () => {
  const store = fakeStore();
  render(<App store={store} />);

  store.take({ type: 'flight', flight: { ...rome.flight, origin: '<img src=x onerror=alert(1)>' } });

  expect(screen.getByRole('cell', { name: '<img src=x onerror=alert(1)>' })).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

it('says how fresh the board is', () => {
  const store = fakeStore();
  render(<App store={store} />);
  const said = () => screen.getByRole('status').textContent;
  expect(said()).toBe('Connecting…');

  store.take({ type: 'link', link: { phase: 'open' } }, live);
  expect(said()).toBe('Live');

  store.take({ type: 'stale', since: '2026-01-01T12:03:00Z' });
  expect(said()).toBe('Stale since 12:03');

  store.take({ type: 'link', link: { phase: 'waiting', until: 0 } });
  expect(said()).toBe('Reconnecting…');
});
