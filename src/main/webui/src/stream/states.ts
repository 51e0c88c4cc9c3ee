/** The states of the connection to the service. The cursor says up to where the board has been told; empty where none is valid. */
export type State =
  /** The whole board is being asked for, as JSON. */
  | { readonly at: 'loading'; readonly attempt: number }
  /** A stream is being opened; without a cursor it tells the whole board. */
  | { readonly at: 'opening'; readonly cursor: string; readonly attempt: number }
  /** The stream has told something, or at least answered. */
  | { readonly at: 'open'; readonly cursor: string; readonly attempt: number }
  /** Between a reset and what ends it only a part of the board has come: no cursor may claim the rest. */
  | { readonly at: 'resetting'; readonly attempt: number }
  /** Until the next attempt. */
  | { readonly at: 'waiting'; readonly cursor: string; readonly attempt: number; readonly retryAfter: number }
  /** For ever. */
  | { readonly at: 'closed' };

/** What can happen to the connection; `cursor` is the event's, or empty where it has none. */
export type Happening =
  /** The board has come as JSON. */
  | { readonly type: 'board'; readonly cursor: string }
  /** It has not; and is not to be asked for again before `retryAfter`, in milliseconds. */
  | { readonly type: 'refused'; readonly retryAfter: number }
  /** The stream has answered. */
  | { readonly type: 'opened' }
  /** A flight was told, or its removal, or something that cannot be read. */
  | { readonly type: 'told'; readonly cursor: string }
  | { readonly type: 'reset' }
  /** `live` or `stale`: all up to here has been told. */
  | { readonly type: 'settled'; readonly cursor: string }
  /** The stream has ended, or was refused, or is none. */
  | { readonly type: 'lost' }
  /** Nothing was heard for so long that the other side may be gone. */
  | { readonly type: 'silent' }
  /** The wait is over. */
  | { readonly type: 'due' }
  /** The network is back, or somebody asks. */
  | { readonly type: 'retry' }
  | { readonly type: 'close' };

type Of<S extends State['at']> = Extract<State, { at: S }>;
type On<H extends Happening['type']> = Extract<Happening, { type: H }>;
type Table = {
  readonly [S in State['at']]: { readonly [H in Happening['type']]: (state: Of<S>, happening: On<H>) => State };
};

const stay = (state: State) => state;
const close = (): State => ({ at: 'closed' });
const wait = (cursor: string, attempt: number, retryAfter = 0): State => ({
  at: 'waiting',
  cursor,
  attempt: attempt + 1,
  retryAfter,
});
/** Goes on from the cursor; where there is none, from the beginning. */
const goOn = ({ cursor, attempt }: Of<'waiting'>): State =>
  cursor ? { at: 'opening', cursor, attempt } : { at: 'loading', attempt };

type Streaming = Of<'opening'> | Of<'open'>;

const STREAMING = {
  board: stay,
  refused: stay,
  told: ({ cursor, attempt }: Streaming, told: On<'told'>): State => ({
    at: 'open',
    cursor: told.cursor || cursor,
    attempt,
  }),
  reset: ({ attempt }: Streaming): State => ({ at: 'resetting', attempt }),
  settled: ({ cursor }: Streaming, settled: On<'settled'>): State => ({
    at: 'open',
    cursor: settled.cursor || cursor,
    attempt: 0,
  }),
  lost: ({ cursor, attempt }: Streaming): State => wait(cursor, attempt),
  due: stay,
  retry: stay,
  close,
};

/** The next state for each state and each event. Where a state stays the same, the event came late or says nothing new. */
const TABLE: Table = {
  loading: {
    board: ({ attempt }, { cursor }) => ({ at: 'opening', cursor, attempt }),
    refused: ({ attempt }, { retryAfter }) => wait('', attempt, retryAfter),
    opened: stay,
    told: stay,
    reset: stay,
    settled: stay,
    lost: stay,
    silent: ({ attempt }) => wait('', attempt),
    due: stay,
    retry: stay,
    close,
  },
  opening: {
    ...STREAMING,
    opened: ({ cursor, attempt }) => ({ at: 'open', cursor, attempt }),
    silent: ({ cursor, attempt }) => wait(cursor, attempt),
  },
  open: {
    ...STREAMING,
    opened: stay,
    // The service may still be there, so the reader is told nothing.
    silent: ({ cursor, attempt }) => ({ at: 'opening', cursor, attempt }),
  },
  resetting: {
    board: stay,
    refused: stay,
    opened: stay,
    told: stay,
    reset: stay,
    settled: (_, { cursor }) => ({ at: 'open', cursor, attempt: 0 }),
    lost: ({ attempt }) => wait('', attempt),
    silent: ({ attempt }) => ({ at: 'loading', attempt }),
    due: stay,
    retry: stay,
    close,
  },
  waiting: {
    board: stay,
    refused: stay,
    opened: stay,
    told: stay,
    reset: stay,
    settled: stay,
    lost: stay,
    silent: stay,
    due: goOn,
    retry: goOn,
    close,
  },
  closed: {
    board: stay,
    refused: stay,
    opened: stay,
    told: stay,
    reset: stay,
    settled: stay,
    lost: stay,
    silent: stay,
    due: stay,
    retry: stay,
    close: stay,
  },
};

/** The next state; the same object where it does not change. */
export function next(state: State, happening: Happening): State {
  // The table's type has one cell for each pair, which the compiler cannot see through a pair that it does not know.
  const cell = TABLE[state.at][happening.type] as (state: State, happening: Happening) => State;
  return cell(state, happening);
}
