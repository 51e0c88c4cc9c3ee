import type { FlightState } from '../flight/FlightState';
import { inOrder } from '../flight/times';

/**
 * The flights in order of time. Starts from the order of last time: what is sorted already is sorted again in one pass,
 * and few flights move.
 */
export function ordered(last: readonly FlightState[], flights: ReadonlyMap<string, FlightState>): FlightState[] {
  const kept: FlightState[] = [];
  for (const { id } of last) {
    const flight = flights.get(id);
    if (flight) kept.push(flight);
  }
  if (kept.length < flights.size) {
    const ids = new Set(kept.map((flight) => flight.id));
    for (const flight of flights.values()) if (!ids.has(flight.id)) kept.push(flight);
  }
  return kept.sort(inOrder);
}
