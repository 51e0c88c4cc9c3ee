/** What of the board is shown, and how: the page's address holds all of it, so that a link is a board. */
export interface View {
  readonly search: string;
  readonly states: readonly string[];
  /** The filters that the service knows; the stream itself is filtered by them. */
  readonly terminals: readonly string[];
  readonly origins: readonly string[];
  readonly airlines: readonly string[];
  readonly flights: readonly string[];
  readonly sort?: { readonly column: string; readonly descending: boolean } | undefined;
  readonly earlier: boolean;
  /** The flight whose details are open, by id. */
  readonly selected?: string | undefined;
  readonly kiosk: boolean;
  readonly language?: string | undefined;
  readonly theme?: string | undefined;
}

export function readView(address: string): View {
  const query = new URLSearchParams(address);
  const sort = query.get('sort');
  return {
    search: query.get('search') ?? '',
    states: query.getAll('state'),
    terminals: query.getAll('terminal'),
    origins: query.getAll('origin'),
    airlines: query.getAll('airline'),
    flights: query.getAll('flight'),
    sort: sort ? { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') } : undefined,
    earlier: query.has('earlier'),
    selected: query.get('selected') ?? undefined,
    kiosk: query.has('kiosk'),
    language: query.get('lang') ?? undefined,
    theme: query.get('theme') ?? undefined,
  };
}

/** The address of a view, from the question mark on; empty for the plain board. */
export function addressOf(view: View): string {
  const query = filterQuery(view);
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

/** The part of a view that the service filters by, as a query; in one order, so that equal filters share a stream. */
export function filterOf(view: View): string {
  const query = filterQuery(view);
  query.sort();
  return query.toString();
}

export function isFiltered(view: View): boolean {
  return view.search !== '' || view.states.length > 0 || filterOf(view) !== '';
}

function filterQuery(view: View): URLSearchParams {
  const query = new URLSearchParams();
  const add = (name: string, values: readonly string[]) => {
    for (const value of values) query.append(name, value);
  };
  add('terminal', view.terminals);
  add('origin', view.origins);
  add('airline', view.airlines);
  add('flight', view.flights);
  return query;
}
