import { describe, expect, it } from 'vitest';
import { type Happening, next, type State } from './states';

const STATES: Record<State['at'], State> = {
  loading: { at: 'loading', attempt: 3 },
  opening: { at: 'opening', cursor: 'old', attempt: 3 },
  open: { at: 'open', cursor: 'old', attempt: 3 },
  resetting: { at: 'resetting', attempt: 3 },
  waiting: { at: 'waiting', cursor: 'old', attempt: 3, retryAfter: 0 },
  closed: { at: 'closed' },
};

const HAPPENINGS: Record<Happening['type'], Happening> = {
  board: { type: 'board', cursor: 'new' },
  refused: { type: 'refused', retryAfter: 9 },
  opened: { type: 'opened' },
  told: { type: 'told', cursor: 'new' },
  reset: { type: 'reset' },
  settled: { type: 'settled', cursor: 'new' },
  lost: { type: 'lost' },
  silent: { type: 'silent' },
  due: { type: 'due' },
  retry: { type: 'retry' },
  close: { type: 'close' },
};

// What follows: the state, with its cursor and its number of failed attempts; a dot where nothing does.
const TABLE = `
              loading         opening         open            resetting       waiting         closed
  board       opening,new,3   .               .               .               .               .
  refused     waiting,,4      .               .               .               .               .
  opened      .               open,old,3      .               .               .               .
  told        .               open,new,3      open,new,3      .               .               .
  reset       .               resetting,3     resetting,3     .               .               .
  settled     .               open,new,0      open,new,0      open,new,0      .               .
  lost        .               waiting,old,4   waiting,old,4   waiting,,4      .               .
  silent      waiting,,4      waiting,old,4   opening,old,3   loading,3       .               .
  due         .               .               .               .               opening,old,3   .
  retry       .               .               .               .               opening,old,3   .
  close       closed          closed          closed          closed          closed          .
`;

const [heads = [], ...rows] = TABLE.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([happening = '', ...follow]) =>
  follow.map((then, column) => [heads[column] as State['at'], happening as Happening['type'], then] as const),
);

const say = (state: State) =>
  [state.at, ...('cursor' in state ? [state.cursor] : []), ...('attempt' in state ? [state.attempt] : [])].join();

describe('states', () => {
  it.each(cells)('%s, on %s, is followed by %s', (at, type, then) => {
    const state = STATES[at];
    const followed = next(state, HAPPENINGS[type]);

    if (then === '.') expect(followed).toBe(state);
    else expect(say(followed)).toBe(then);
  });

  it('are all in the table, with all that can happen', () => {
    const pairs = Object.keys(STATES).flatMap((at) => Object.keys(HAPPENINGS).map((type) => `${at} ${type}`));

    expect(cells.map(([at, type]) => `${at} ${type}`).sort()).toEqual(pairs.sort());
  });

  it('keep the cursor over events without one', () => {
    const told = next(STATES.open, { type: 'told', cursor: '' });

    expect(say(told)).toBe('open,old,3');
    expect(say(next(told, { type: 'settled', cursor: '' }))).toBe('open,old,0');
  });

  it('begin anew after a wait without a cursor', () => {
    const waiting = next(STATES.resetting, { type: 'lost' });

    expect(say(next(waiting, { type: 'due' }))).toBe('loading,4');
  });

  it('wait as long as a refusal says', () => {
    expect(next(STATES.loading, HAPPENINGS.refused)).toMatchObject({ retryAfter: 9 });
  });
});
