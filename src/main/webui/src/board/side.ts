import { type Direction, directionOf } from '../flight/direction';
import type { FlightState } from '../flight/FlightState';
import type { Flights } from './board';

/** The arrivals, or the departures, of a board; where there are no others, the board itself. */
export function sideOf(flights: Flights, direction: Direction): Flights {
  const side = new Map<string, FlightState>();
  for (const flight of flights.values()) if (directionOf(flight) === direction) side.set(flight.id, flight);
  return side.size === flights.size ? flights : side;
}
