import { describe, expect, it } from 'vitest';
import type { FlightState } from '../flight/FlightState';
import { apply, type Change, EMPTY } from './board';

const flight = (id: string, state = 'scheduled'): FlightState => ({ id, flight: id, state });
const arrives = (id: string, state?: string): Change => ({ type: 'flight', flight: flight(id, state) });
const open: Change = { type: 'link', link: { phase: 'open' } };
const reset: Change = { type: 'reset' };
const live: Change = { type: 'live', at: '2026-01-01T12:00:00Z', timeZone: 'Europe/Rome' };
const whole = apply(EMPTY, [open, reset, arrives('A1'), arrives('B2'), live]);

const states = (board: { flights: ReadonlyMap<string, FlightState> }) =>
  [...board.flights.values()].map((each) => `${each.id} ${each.state}`);

describe('board', () => {
  it('holds the latest state of each flight', () => {
    const board = apply(whole, [arrives('A1', 'landing'), arrives('A1', 'landed')]);

    expect(states(board)).toEqual(['A1 landed', 'B2 scheduled']);
  });

  it('forgets a removed flight', () => {
    const board = apply(whole, [{ type: 'removed', id: 'A1' }]);

    expect(states(board)).toEqual(['B2 scheduled']);
  });

  it('keeps the old flights in sight after a reset until the new board is whole', () => {
    const meanwhile = apply(whole, [reset, arrives('C3')]);
    const after = apply(meanwhile, [arrives('D4'), live]);

    expect(states(meanwhile)).toEqual(['A1 scheduled', 'B2 scheduled']);
    expect(states(after)).toEqual(['C3 scheduled', 'D4 scheduled']);
  });

  it('starts over when the stream breaks off amid a reset and resets again', () => {
    const board = apply(whole, [reset, arrives('C3'), reset, arrives('D4'), live]);

    expect(states(board)).toEqual(['D4 scheduled']);
  });

  it('never changes a board that was handed out', () => {
    apply(whole, [arrives('A1', 'landed'), { type: 'removed', id: 'B2' }]);

    expect(states(whole)).toEqual(['A1 scheduled', 'B2 scheduled']);
  });

  it('is live from live to the loss of the stream, and again from the next live', () => {
    const lost = apply(whole, [{ type: 'link', link: { phase: 'waiting', until: 1 } }]);
    const opened = apply(lost, [open]);

    expect([whole, lost, opened, apply(opened, [live])].map((board) => board.live)).toEqual([true, false, false, true]);
  });

  it('says since when it is stale, until the next live', () => {
    const stale = apply(whole, [{ type: 'stale', since: '2026-01-01T12:03:00Z' }]);

    expect(stale).toMatchObject({ live: false, staleSince: '2026-01-01T12:03:00Z' });
    expect(apply(stale, [live])).toMatchObject({ live: true, staleSince: undefined });
  });
});
