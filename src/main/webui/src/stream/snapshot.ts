import { readFlight } from '../flight/readFlight';
import type { FlightState } from '../flight/FlightState';
import type { Change } from './Change';

export interface Snapshot {
  readonly flights: readonly FlightState[];
  /** Where the stream goes on; empty where something on the way took the header off. */
  readonly cursor: string;
}

/** The whole board as it is now; or, where it cannot be had, after how many milliseconds to ask again at the earliest. */
export async function fetchSnapshot(filter: string, signal: AbortSignal): Promise<Snapshot | { refused: number }> {
  try {
    const response = await fetch(filter ? `/flights?${filter}` : '/flights', { signal });
    // Jittered, since all who were refused are told the same.
    if (!response.ok) return { refused: seconds(response.headers.get('Retry-After')) * (1 + Math.random() / 2) };
    // A network that wants a password first answers for the service.
    const flights: unknown = await response.json();
    if (!Array.isArray(flights)) return { refused: 0 };
    return { flights: flights.flatMap((each) => readFlight(each) ?? []), cursor: cursorOf(response) };
  } catch {
    return { refused: 0 };
  }
}

/** What makes a board of it: nothing where the stream cannot go on from here, and so will tell all again. */
export function changesOf({ flights, cursor }: Snapshot): Change[] {
  if (!cursor) return [];
  return [{ type: 'reset' }, ...flights.map((flight): Change => ({ type: 'flight', flight }))];
}

const cursorOf = (response: Response) => response.headers.get('Last-Event-ID') ?? '';

// What is told is believed as far as the longest back-off, and somewhat over it: an hour would be an outage.
const MOST_MS = 60_000;

const seconds = (text: string | null) => Math.min(Math.max(1_000 * (Number(text) || 0), 0), MOST_MS);
