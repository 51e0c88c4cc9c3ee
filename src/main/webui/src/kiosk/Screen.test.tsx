// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App } from '../App';
import { BoardStore } from '../board/store';
import { loadWords } from '../i18n/languages';
import type { Change } from '../stream/Change';
import { arrives, departs, live, open, reset } from '../test/changes';
import { FakeService } from '../test/FakeService';

let service: FakeService;

const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const give = (...changes: Change[]) => act(() => service.give(changes));
const wall = (address: string, ...changes: Change[]) => {
  history.replaceState(null, '', address);
  service = new FakeService();
  render(<App store={new BoardStore(service.source)} />);
  give(open, reset, ...changes, live);
};
const text = () => document.querySelector('main')?.textContent ?? '';
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('a wall of departures asks for them alone, and shows no arrival that it is given', () => {
  wall('/?kiosk&board=departures', arrives('A1'), departs('D1', { destination: 'Oslo' }));

  expect(service.filters).toEqual(['direction=departure']);
  expect(text()).toContain('D1');
  expect(text()).not.toContain('A1');
  expect(document.documentElement.dataset['screen']).toBe('departures');
});

it('a wall of both boards has a table of each', () => {
  wall('/?kiosk&board=both', arrives('A1'), departs('D1'));

  const tables = screen
    .getAllByRole('table')
    .map((table) => [table.getAttribute('aria-label'), within(table).getAllByRole('link').length]);
  expect(tables).toEqual([
    ['Arrivals', 1],
    ['Departures', 1],
  ]);
  expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual([
    'Arrivals',
    'Departures',
  ]);
});

it.each(['landed', 'arrived'])(
  'a wall of a terminal shows nothing of the day before, where flights end as %s',
  (state) => {
    const each = (index: number) => arrives(`A${index}`, { terminal: '2', state, scheduled: soon(-45 * index - 40) });
    wall('/?kiosk&terminal=2', ...Array.from({ length: 60 }, (_, index) => each(index)));

    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('2');
    expect(text()).toContain('A0');
  },
);

it('a wall of a day that is played again shows what is near the time of that day', () => {
  const day = Date.parse('2023-01-11T12:00:00Z');
  const at = (minutes: number) => new Date(day + minutes * 60_000).toISOString();
  const replay = { began: Date.now(), from: day, until: day + 86_400_000, speed: 1 };
  const come = Array.from({ length: 20 }, (_, index) =>
    arrives(`A${index}`, { state: 'arrived', scheduled: at(-40 * index - 30) }),
  );
  wall('/?kiosk', ...come, arrives('S1', { scheduled: at(50) }));
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('22');

  give({ type: 'live', timeZone: 'UTC', skew: 0, replay });
  expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('3');
});

it('a wall whose flights have all come says so in words that passengers know', () => {
  wall('/?kiosk', arrives('A1', { state: 'closed', scheduled: soon(-180) }));
  expect(text()).toContain('No flight here at the moment.');

  give({ type: 'removed', id: 'A1' });
  expect(text()).toContain('No flights yet. They appear here by themselves.');
});

it('a belt says whose bags come, have come, and are all there', () => {
  const at = (id: string, state: string) => arrives(id, { belt: '4', state, scheduled: soon(-5), origin: 'Rome' });
  wall('/?kiosk&belt=4', at('B1', 'bags'), at('C1', 'closed'), at('L1', 'landed'), arrives('X1', { belt: '14' }));

  expect(service.filters).toEqual(['belt=4&direction=arrival']);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Belt 4');
  const lines = screen.getAllByRole('listitem').map((each) => each.textContent ?? '');
  expect(lines.map((line) => line.match(/[A-Z]1.*/)?.[0])).toEqual([
    'B1RomeROMFirst bag',
    'L1RomeROMBags expected',
    'C1RomeROMLast bag',
  ]);
});

it('a gate shows its flight with the way of its states, then the next, and says what changes', () => {
  const at = (id: string, minutes: number, state: string) =>
    departs(id, { gate: 'B7', state, scheduled: soon(minutes), destination: 'LHR' });
  wall('/?kiosk&gate=B7', at('D1', 20, 'scheduled'), at('D2', 80, 'scheduled'), departs('X1', { gate: 'B8' }));
  expect(service.filters).toEqual(['direction=departure&gate=B7']);
  expect(screen.getByRole('article').textContent).toContain('D1');
  expect(screen.getByRole('region', { name: 'Next flight' }).textContent).toContain('D2');

  give(at('D1', 20, 'boarding'));

  expect(document.querySelector('[aria-current="step"]')?.textContent).toBe('Boarding');
  expect(screen.getAllByRole('status').map((each) => each.textContent)).toContain('D1 London: Boarding, Gate B7');
  expect(text()).not.toContain('X1');

  give(at('D1', 20, 'departed'));
  expect(screen.getByRole('article').textContent).toContain('D2');
});

it('a check-in desk shows the flights of its rows of desks', () => {
  wall('/?kiosk&desk=12', departs('D1', { desks: '10-14', state: 'check-in' }), departs('X1', { desks: '112' }));

  expect(service.filters).toEqual(['desk=12&direction=departure']);
  expect(screen.getAllByRole('listitem').map((each) => each.textContent)).toEqual([' D1Check-in']);
});

it.each(['belt=4', 'gate=B7', 'desk=12'])('a screen of %s that has no flight says so', (place) => {
  wall(`/?kiosk&${place}`);

  expect(text()).toContain('No flight here at the moment.');
});

it('codeshares take turns on a wall', () => {
  wall('/?kiosk&board=departures', departs('D1', { flight: 'BA1', codeshares: ['IB2', 'QR3'] }));
  const designator = () => within(screen.getByRole('table')).getByRole('link').textContent;
  const seen = new Set<string | null>();

  for (let turn = 0; turn < 3; turn++, pass(4_000)) seen.add(designator());

  expect(seen).toEqual(new Set(['BA1', 'IB2', 'QR3']));
});

it('languages take turns on a wall, and with them the way of writing', async () => {
  await loadWords('ar');
  wall('/?kiosk&language=en,ar');
  const seen = new Set<string>();

  for (let turn = 0; turn < 2; turn++, pass(6_000)) {
    seen.add(`${document.documentElement.dir} ${screen.getByRole('heading', { level: 1 }).textContent}`);
  }

  expect(seen).toEqual(new Set(['ltr Arrivals', 'rtl الوصول']));
});
