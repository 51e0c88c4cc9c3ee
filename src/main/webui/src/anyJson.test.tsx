// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { App } from './App';
import { apply, changesFor, EMPTY } from './board/board';
import { BoardStore } from './board/store';
import { figures, quarters } from './chart/quarters';
import { search } from './flight/search';
import { dueAt } from './flight/times';
import { parse } from './stream/StreamEvent';
import { sortedBy, COLUMNS } from './table/columns';
import { withDays } from './table/lines';
import { ordered } from './table/ordered';
import { open } from './test/changes';
import { FakeService } from './test/FakeService';
import { events } from './test/wire';
import { zoneOf } from './time/zone';

const NOW = Date.parse('2026-01-02T00:30:00Z');
// A minute of it by RUNS=100000.
const RUNS = Number(process.env['RUNS'] ?? 300);

it('no stream makes a board that cannot be told, put in order, searched, sorted or counted', () => {
  fc.assert(
    fc.property(fc.array(events), fc.string(), (told, words) => {
      const board = apply(EMPTY, [open, ...told.flatMap((event) => parse(event) ?? [])]);
      const all = [...board.flights.values()];
      const zone = zoneOf(board.timeZone ?? 'UTC');
      const due = dueAt(NOW, zone);

      expect(apply(EMPTY, changesFor(board))).toEqual(board);
      const inOrder = ordered([], board.flights, due);
      expect(inOrder).toHaveLength(all.length);
      expect(ordered(inOrder, board.flights, due)).toEqual(inOrder);
      expect(withDays(inOrder, due, zone, NOW).length).toBeGreaterThanOrEqual(all.length);
      const columns = [...COLUMNS.arrival, ...COLUMNS.departure];
      for (const column of columns) expect(sortedBy(inOrder, column, true, due)).toHaveLength(all.length);
      all.filter(search(words));
      const bars = quarters(all, NOW);
      expect(bars.length).toBeLessThanOrEqual(96);
      expect(Object.values(figures(all, bars)).reduce((sum, each) => sum + each)).toBeLessThanOrEqual(all.length);
    }),
    { numRuns: RUNS },
  );
});

// Each draws all of the page: some 20 ms.
it.each([
  '/',
  '/?kiosk',
  '/?kiosk&board=both',
  '/?kiosk&gate=B7',
  '/?kiosk&belt=4',
  '/?kiosk&desk=12',
  '/?lang=de&sort=-expected',
  '/?board=departures&selected=A1',
  '/?sort=__proto__&state=constructor&search=__proto__',
])('no stream is too much for the page at %s', (address) => {
  const complaints = vi.spyOn(console, 'error');
  fc.assert(
    fc.property(fc.array(events, { maxLength: 8 }), (told) => {
      history.replaceState(null, '', address);
      localStorage.setItem('flightboard.followed', '["__proto__", "A1"]');
      const service = new FakeService();
      render(<App store={new BoardStore(service.source)} />);
      for (const event of told) act(() => service.give([parse(event) ?? []].flat()));
      const failed = document.querySelectorAll('[data-failed], [role="alert"], .failed').length;
      cleanup();

      expect([failed, complaints.mock.calls]).toEqual([0, []]);
    }),
    { numRuns: RUNS / 10 },
  );
});
