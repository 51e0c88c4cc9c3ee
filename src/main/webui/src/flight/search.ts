import { airlineName } from './airlines';
import { place, plain } from './airports';
import type { FlightState } from './FlightState';

const texts = new WeakMap<FlightState, string>();

/** A test of whether a flight holds every word, in its designators, city, airline or gate; accents and case are one. */
export function search(words: string): (flight: FlightState) => boolean {
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return (flight) => {
    const text = textOf(flight);
    return wanted.every((word) => text.includes(word));
  };
}

function textOf(flight: FlightState): string {
  let text = texts.get(flight);
  if (text === undefined) {
    const { city, code } = place(flight.origin ?? '');
    const airline = flight.airline ?? '';
    const words = [flight.flight, ...(flight.codeshares ?? []), city, code, airlineName(airline), airline, flight.gate];
    text = plain(words.filter(Boolean).join('\n'));
    texts.set(flight, text);
  }
  return text;
}
