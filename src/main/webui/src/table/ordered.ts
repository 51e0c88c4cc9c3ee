import type { FlightState } from '../flight/FlightState';
import { type DueAt, inOrder } from '../flight/times';

/**
 * Sorts the flights by time after each change. It starts from the last order, because few flights move and a list that is
 * nearly sorted is sorted in one pass. The result does not depend on that.
 */
export function sorter(): (flights: ReadonlyMap<string, FlightState>, due: DueAt) => readonly FlightState[] {
  let last: readonly FlightState[] = [];
  return (flights, due) => (last = ordered(last, flights, due));
}

export function ordered(
  last: readonly FlightState[],
  flights: ReadonlyMap<string, FlightState>,
  due: DueAt,
): FlightState[] {
  const kept: FlightState[] = [];
  for (const { id } of last) {
    const flight = flights.get(id);
    if (flight) kept.push(flight);
  }
  if (kept.length < flights.size) {
    const ids = new Set(kept.map((flight) => flight.id));
    for (const flight of flights.values()) if (!ids.has(flight.id)) kept.push(flight);
  }
  return kept.sort(inOrder(due));
}
