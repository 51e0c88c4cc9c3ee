import { describe, expect, it } from 'vitest';
import type { FlightState } from '../flight/FlightState';
import type { Change } from '../stream/Change';
import { arrives, connecting, flight, live, lost, open, reset, stale } from '../test/changes';
import { apply, changesFor, EMPTY, lastRight } from './board';

const whole = apply(EMPTY, [open, reset, arrives('A1'), arrives('B2'), live]);

const states = (board: { flights: ReadonlyMap<string, FlightState> }) =>
  [...board.flights.values()].map((each) => `${each.id} ${each.state}`);

describe('board', () => {
  it('holds the latest state of each flight', () => {
    const board = apply(whole, [arrives('A1', { state: 'landing' }), arrives('A1', { state: 'landed' })]);

    expect(states(board)).toEqual(['A1 landed', 'B2 scheduled']);
  });

  it('forgets a removed flight', () => {
    const board = apply(whole, [{ type: 'removed', id: 'A1' }]);

    expect(states(board)).toEqual(['B2 scheduled']);
  });

  it('takes the removal of a flight that it never had, and is the same', () => {
    const board = apply(whole, [{ type: 'removed', id: '__proto__' }]);

    expect(board.flights).toBe(whole.flights);
  });

  it('keeps the old flights in sight after a reset until the new board is whole', () => {
    const meanwhile = apply(whole, [reset, arrives('C3')]);
    const after = apply(meanwhile, [arrives('D4'), live]);

    expect(states(meanwhile)).toEqual(['A1 scheduled', 'B2 scheduled']);
    expect(states(after)).toEqual(['C3 scheduled', 'D4 scheduled']);
  });

  it('shows the new board also where it comes from a service that is stale', () => {
    const board = apply(whole, [reset, arrives('C3'), stale]);

    expect(states(board)).toEqual(['C3 scheduled']);
    expect(board.live).toBe(false);
  });

  it('starts over when the stream breaks off amid a reset and resets again', () => {
    const board = apply(whole, [reset, arrives('C3'), reset, arrives('D4'), live]);

    expect(states(board)).toEqual(['D4 scheduled']);
  });

  it('never changes a board that was handed out', () => {
    apply(whole, [arrives('A1', { state: 'landed' }), { type: 'removed', id: 'B2' }]);

    expect(states(whole)).toEqual(['A1 scheduled', 'B2 scheduled']);
  });

  it('is live from live to the loss of the stream, and again from the next live', () => {
    const away = apply(whole, [lost(7)]);
    const opened = apply(away, [open]);

    expect([whole, away, opened, apply(opened, [live])].map((board) => board.live)).toEqual([true, false, false, true]);
  });

  it('says since when it is stale, until the next live', () => {
    const old = apply(whole, [stale]);

    expect(old).toMatchObject({ live: false, staleSince: '2026-01-01T12:03:00.000Z' });
    expect(apply(old, [live])).toMatchObject({ live: true, staleSince: undefined });
  });

  it('knows its zone also where it was never live', () => {
    const board = apply(EMPTY, [open, reset, arrives('A1'), { ...stale, timeZone: 'Europe/Rome' } as Change]);

    expect(board).toMatchObject({ live: false, timeZone: 'Europe/Rome' });
    expect(apply(EMPTY, changesFor(board))).toEqual(board);
  });

  it('is not live with another filter, nor its flights those of it, until they have come', () => {
    const other = apply(whole, [{ type: 'filter' }]);

    expect(other).toMatchObject({ live: false, former: true, flights: whole.flights });
    expect(apply(other, [reset, arrives('C3')])).toMatchObject({ former: true, flights: whole.flights });
    expect(apply(other, [reset, arrives('C3'), live])).toMatchObject({ live: true, former: false });
    expect(apply(apply(EMPTY, [{ type: 'filter' }]), [reset, arrives('C3')]).former).toBe(false);
  });

  it.each([
    [whole, undefined],
    [apply(whole, [lost(7)]), 7],
    [apply(whole, [stale]), Date.parse('2026-01-01T12:03:00Z')],
    [apply(whole, [stale, lost(Date.parse('2026-01-01T12:10:00Z'))]), Date.parse('2026-01-01T12:03:00Z')],
  ])('was right when it was lost, or became stale, whichever came first', (board, at) => {
    expect(lastRight(board)).toBe(at);
  });

  it('is stale since it was first lost, whatever a service that cannot read its topic says later', () => {
    const later: Change = { type: 'stale', since: '2026-01-01T13:00:00.000Z' };
    const lostAt = Date.parse('2026-01-01T12:10:00Z');

    expect(apply(whole, [stale, lost(lostAt), open, later]).staleSince).toBe('2026-01-01T12:03:00.000Z');
    expect(apply(whole, [lost(lostAt), open, later]).staleSince).toBe('2026-01-01T12:10:00.000Z');
    expect(apply(whole, [stale, reset, arrives('C3'), later]).staleSince).toBe(later.since);
    expect(apply(whole, [stale, live, later]).staleSince).toBe(later.since);
  });

  it('keeps what is remembered, and its age, while a service that cannot read its topic has no flights', () => {
    const last = { at: 5, flights: [flight('OLD')], timeZone: 'UTC', skew: 0 };

    const board = apply(EMPTY, [{ type: 'remembered', last }, open, stale]);

    expect(board).toMatchObject({ live: false, remembered: true, lostAt: 5 });
    expect(states(board)).toEqual(['OLD scheduled']);
  });

  it('remembers when it was lost over vain attempts to return', () => {
    const board = apply(whole, [lost(7), connecting, lost(9)]);

    expect(board.lostAt).toBe(7);
    expect(apply(board, [open, live]).lostAt).toBeUndefined();
  });

  it('shows a first board while it is coming', () => {
    const board = apply(EMPTY, [open, reset, arrives('A1')]);

    expect(states(board)).toEqual(['A1 scheduled']);
    expect(board.live).toBe(false);
  });

  it('shows a board that was kept until there is a part of a new one, and never as live', () => {
    const last = { at: 5, flights: [flight('OLD')], timeZone: 'UTC', skew: 0 };
    const kept = apply(EMPTY, [connecting, { type: 'remembered', last }]);
    const vain = apply(kept, [lost(9), connecting, reset, connecting]);
    const part = apply(vain, [reset, arrives('A1')]);

    expect(states(kept)).toEqual(['OLD scheduled']);
    expect(vain).toMatchObject({ live: false, remembered: true, lostAt: 5 });
    expect(states(vain)).toEqual(['OLD scheduled']);
    expect(part).toMatchObject({ live: false, remembered: false, lostAt: undefined });
    expect(states(part)).toEqual(['A1 scheduled']);
    expect(apply(vain, [reset, live])).toMatchObject({ live: true, remembered: false, lostAt: undefined });
    expect(apply(vain, [reset, stale])).toMatchObject({ live: false, remembered: false });
  });

  it('takes no board that was kept once the service has told one', () => {
    const last = { at: 5, flights: [flight('OLD')], timeZone: 'UTC', skew: 0 };

    expect(apply(whole, [{ type: 'remembered', last }])).toEqual(whole);
    expect(apply(apply(EMPTY, [reset, live]), [{ type: 'remembered', last }]).flights.size).toBe(0);
  });

  it.each([
    ['live', whole],
    ['stale', apply(whole, [stale])],
    ['amid a reset', apply(whole, [reset, arrives('C3')])],
    ['lost', apply(whole, [lost(7)])],
    ['of another day', apply(whole, [{ ...live, replay: { began: 1, from: 2, until: 3, speed: 60 } } as Change])],
  ])('can be told to somebody who comes later: %s', (_, board) => {
    expect(apply(EMPTY, changesFor(board))).toEqual(board);
    expect(apply(apply(EMPTY, [arrives('X9'), live]), changesFor(board))).toEqual(board);
  });
});
