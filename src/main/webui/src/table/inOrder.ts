import type { FlightState } from '../flight/FlightState';

/** The flights in order of time, those of the same minute by designator; the ones without a time come last. */
export function inOrder(flights: Iterable<FlightState>): FlightState[] {
  return [...flights].sort((a, b) => compare(time(a), time(b)) || compare(a.flight, b.flight) || compare(a.id, b.id));
}

// "~" is after every digit; instants carry a date and so go before bare local times of no known day.
const time = (flight: FlightState) => flight.scheduled ?? (flight.arrival ? `A${flight.arrival}` : '~');

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
