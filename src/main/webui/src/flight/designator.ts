import { iataCode } from './airlines';

// The airline by IATA's two characters or ICAO's three letters, then the number, with or without padding and a gap.
const DESIGNATOR = /^([a-z]{3}|[a-z][a-z0-9]|[0-9][a-z])[\s-]*(?=\d)0*(\d*[a-z]{0,2})$/;

/** A designator in one spelling, in lower case: `BA117`, `BA0117`, `BA-117` and `BAW117` all become `ba117`. */
export function canonical(designator: string): string | undefined {
  const [, airline, number = ''] = designator.toLowerCase().match(DESIGNATOR) ?? [];
  return airline && iataCode(airline.toUpperCase()).toLowerCase() + number;
}
