import type { FlightState } from './FlightState';

/** Which way a flight goes, seen from the airport of the board. */
export type Direction = 'arrival' | 'departure';

export const directionOf = (flight: FlightState): Direction =>
  flight.direction === 'departure' ? 'departure' : 'arrival';

/** The other end of the journey, as the flight has it; empty where it does not say. */
export const otherEnd = (flight: FlightState): string =>
  (directionOf(flight) === 'departure' ? flight.destination : flight.origin) ?? '';

/** The time by schedule as people at the airport read it, if the flight says so. */
export const localTime = (flight: FlightState): string | undefined =>
  directionOf(flight) === 'departure' ? flight.departure : flight.arrival;
