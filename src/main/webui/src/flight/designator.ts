import { iataCode } from './airlines';

// An airline by two characters of IATA's or three letters of ICAO's, then the number, padded or not, parted or not.
const DESIGNATOR = /^([a-z]{3}|[a-z][a-z0-9]|[0-9][a-z])[\s-]*(?=\d)0*(\d*[a-z]{0,2})$/;

/** A designator in one way of writing, small: `BA117`, `BA0117`, `BA-117` and `BAW117` are all `ba117`. */
export function canonical(designator: string): string | undefined {
  const [, airline, number = ''] = designator.toLowerCase().match(DESIGNATOR) ?? [];
  return airline && iataCode(airline.toUpperCase()).toLowerCase() + number;
}
