import { airlineName } from './airlines';
import { place } from './airports';
import { canonical } from './designator';
import type { FlightState } from './FlightState';
import { plain } from './plain';

// A designator that is typed with a gap in it: `BA 117`.
const PARTED = /(^|\s)([a-z]{3}|[a-z][a-z0-9]|[0-9][a-z])[\s-]+(?=\d)/g;

const texts = new WeakMap<FlightState, string>();

/**
 * A test of whether a flight holds every word, in its designators, cities, airline or gate. Accents and case are one, and
 * so are all ways to write a designator.
 */
export function search(words: string): (flight: FlightState) => boolean {
  const typed = plain(words);
  const asTyped = wordsOf(typed);
  const joined = wordsOf(typed.replace(PARTED, '$1$2'));
  return (flight) => {
    const text = textOf(flight);
    const holds = (word: readonly string[]) => word.some((way) => text.includes(way));
    return asTyped.every(holds) || joined.every(holds);
  };
}

/** The words, each as it is and, where it is a designator, as a whole line's beginning in its one way of writing. */
function wordsOf(text: string): string[][] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const designator = canonical(word);
      return designator ? [word, `\n${designator}`] : [word];
    });
}

function textOf(flight: FlightState): string {
  let text = texts.get(flight);
  if (text === undefined) {
    const ends = [flight.origin, flight.destination, ...(flight.via ?? [])].map((each) => place(each ?? ''));
    const airline = flight.airline ?? '';
    const designators = [flight.flight, ...(flight.codeshares ?? [])];
    const words = [
      ...designators,
      ...designators.map(canonical),
      ...ends.flatMap(({ city, code }) => [city, code]),
      airlineName(airline),
      airline,
      flight.gate,
    ];
    text = `\n${plain(words.filter(Boolean).join('\n'))}`;
    texts.set(flight, text);
  }
  return text;
}
