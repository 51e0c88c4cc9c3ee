import { useTurn } from '../clock/useTurn';
import type { FlightState } from '../flight/FlightState';

// Long enough to be read twice, short enough that four of them pass while one waits.
const TURN_MS = 4_000;

/** The designators that a flight is sold under, one after the other. */
export function Designator({ flight }: { readonly flight: FlightState }) {
  const all = [flight.flight, ...(flight.codeshares ?? [])];
  const turn = useTurn(all.length > 1 ? TURN_MS : 0);
  return <bdi>{all[turn % all.length]}</bdi>;
}
