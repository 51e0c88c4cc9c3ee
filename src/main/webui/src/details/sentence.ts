import { place } from '../flight/airports';
import { directionOf, otherEnd } from '../flight/direction';
import type { FlightState } from '../flight/FlightState';
import { LATE_MINUTES, times } from '../flight/times';
import type { Locale } from '../i18n/locale';
import { instant } from '../time/instant';

/** What a flight is called in a sentence: its designator and the other end of the journey. */
export const titleOf = (flight: FlightState) => [flight.flight, place(otherEnd(flight)).city].filter(Boolean).join(' ');

/** What somebody wants to be told of who waits for the flight: to pick up its passengers, or to board it. */
export function sentence(flight: FlightState, { words, stateOf, time, minutes }: Locale): string {
  const { expected, delay = 0 } = times(flight);
  const { gate, belt } = flight;
  const departs = directionOf(flight) === 'departure';
  // What does not take place is expected at no time, whatever was reported of it before.
  const takesPlace = flight.state !== 'cancelled';
  const name = instant(flight.actual) === undefined ? words.columns.expected : words.actual;
  return [
    stateOf(flight),
    takesPlace && expected !== undefined && `${name} ${time(expected)}`,
    takesPlace && departs && delay >= LATE_MINUTES && words.delayed(minutes(delay)),
    gate && `${words.columns.gate} ${gate}`,
    !departs && belt && `${words.columns.belt} ${belt}`,
  ]
    .filter(Boolean)
    .join(', ');
}
