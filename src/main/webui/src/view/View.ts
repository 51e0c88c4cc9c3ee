/** What of the board is shown, and how: the page's address holds all of it, so that a link is a board. */
export interface View extends Filters {
  readonly board: BoardName;
  readonly search: string;
  readonly states: readonly string[];
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
  readonly earlier: boolean;
  /** The flight whose details are open, by id. */
  readonly selected?: string | undefined;
  readonly kiosk: boolean;
  /** A language, or, with commas between, those that a wall shows in turn. */
  readonly language?: string | undefined;
  readonly theme?: string | undefined;
}

/** The filters that the service knows; the stream itself is filtered by them. */
export interface Filters {
  readonly terminals: readonly string[];
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
  readonly airlines: readonly string[];
  readonly flights: readonly string[];
  readonly gates: readonly string[];
  readonly belts: readonly string[];
  readonly desks: readonly string[];
}

const BOARDS = ['arrivals', 'departures', 'both'] as const;

export type BoardName = (typeof BOARDS)[number];

// As the address and the service name them.
const FILTERS: readonly (readonly [string, keyof Filters])[] = [
  ['terminal', 'terminals'],
  ['origin', 'origins'],
  ['destination', 'destinations'],
  ['airline', 'airlines'],
  ['flight', 'flights'],
  ['gate', 'gates'],
  ['belt', 'belts'],
  ['desk', 'desks'],
];

export const NO_FILTERS: Filters = {
  terminals: [],
  origins: [],
  destinations: [],
  airlines: [],
  flights: [],
  gates: [],
  belts: [],
  desks: [],
};

export function readView(address: string): View {
  const query = new URLSearchParams(address);
  const sort = query.get('sort');
  return {
    terminals: query.getAll('terminal'),
    origins: query.getAll('origin'),
    destinations: query.getAll('destination'),
    airlines: query.getAll('airline'),
    flights: query.getAll('flight'),
    gates: query.getAll('gate'),
    belts: query.getAll('belt'),
    desks: query.getAll('desk'),
    board: BOARDS.find((name) => name === query.get('board')) ?? 'arrivals',
    search: query.get('search') ?? '',
    states: query.getAll('state'),
    sort: sort ? { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') } : undefined,
    earlier: query.has('earlier'),
    selected: query.get('selected') ?? undefined,
    kiosk: query.has('kiosk'),
    language: query.get('lang') ?? query.get('language') ?? undefined,
    theme: query.get('theme') ?? undefined,
  };
}

/** The address of a view, from the question mark on; empty for the plain board. */
export function addressOf(view: View): string {
  const query = new URLSearchParams();
  if (view.board !== 'arrivals') query.set('board', view.board);
  addFilters(view, query);
  for (const state of view.states) query.append('state', state);
  if (view.search) query.set('search', view.search);
  if (view.sort) query.set('sort', (view.sort.descending ? '-' : '') + view.sort.column);
  if (view.selected) query.set('selected', view.selected);
  if (view.language) query.set('lang', view.language);
  if (view.theme) query.set('theme', view.theme);
  if (view.earlier) query.set('earlier', '');
  if (view.kiosk) query.set('kiosk', '');
  const text = query.toString().replace(/=(?=&|$)/g, '');
  return text && `?${text}`;
}

export function isFiltered(view: View): boolean {
  return view.search !== '' || view.states.length > 0 || FILTERS.some(([, filter]) => view[filter].length > 0);
}

export function addFilters(view: Filters, query: URLSearchParams): void {
  for (const [name, filter] of FILTERS) for (const value of view[filter]) query.append(name, value);
}
