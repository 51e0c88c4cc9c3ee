import { type Direction, directionOf } from '../flight/direction';
import { hasDesk } from '../flight/desks';
import type { FlightState } from '../flight/FlightState';
import { addFilters, type View } from './View';

/** What a wall shows: a board or both, or what is of one belt, gate or check-in desk, where no board is named. */
export type Screen = 'arrivals' | 'departures' | 'both' | 'belt' | 'gate' | 'desk';

export function screenOf(view: View): Screen {
  if (!view.kiosk) return view.board === 'departures' ? 'departures' : 'arrivals';
  if (view.board !== 'arrivals') return view.board;
  if (view.gates.length > 0) return 'gate';
  if (view.belts.length > 0) return 'belt';
  return view.desks.length > 0 ? 'desk' : 'arrivals';
}

/** Whose flights are on the page that is no wall. */
export const directionShown = (view: View): Direction => (view.board === 'departures' ? 'departure' : 'arrival');

const DIRECTIONS: ReadonlyMap<Screen, Direction> = new Map([
  ['arrivals', 'arrival'],
  ['belt', 'arrival'],
  ['departures', 'departure'],
  ['gate', 'departure'],
  ['desk', 'departure'],
]);

/** The direction that a wall asks the service for; a page that is searched has both at hand. */
const directionAsked = (view: View) => (view.kiosk ? DIRECTIONS.get(screenOf(view)) : undefined);

/** The part of a view that the service filters by, as a query; in one order, so that equal filters share a stream. */
export function filterOf(view: View): string {
  const query = new URLSearchParams();
  addFilters(view, query);
  const direction = directionAsked(view);
  if (direction) query.append('direction', direction);
  query.sort();
  return query.toString();
}

type Text = 'terminal' | 'origin' | 'destination' | 'airline' | 'flight' | 'gate' | 'belt';

/**
 * Whether a flight belongs on the screen. The service has been asked for just these; but one of the version before knows
 * fewer filters, after a change of the view the flights of the last one are still here, and what was kept may be the whole board.
 */
export function belongsTo(view: View): (flight: FlightState) => boolean {
  const { desks } = view;
  const direction = directionAsked(view);
  const tests: ((flight: FlightState) => boolean)[] = [];
  const oneOf = (values: readonly string[], field: Text) => {
    if (values.length > 0) tests.push((flight) => values.includes(flight[field] ?? ''));
  };
  if (direction) tests.push((flight) => directionOf(flight) === direction);
  oneOf(view.terminals, 'terminal');
  oneOf(view.origins, 'origin');
  oneOf(view.destinations, 'destination');
  oneOf(view.airlines, 'airline');
  oneOf(view.flights, 'flight');
  oneOf(view.gates, 'gate');
  oneOf(view.belts, 'belt');
  if (desks.length > 0) tests.push(({ desks: all = '' }) => desks.some((desk) => hasDesk(all, desk)));
  return (flight) => tests.every((test) => test(flight));
}
