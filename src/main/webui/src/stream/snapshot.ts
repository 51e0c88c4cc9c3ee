import { readFlight } from '../flight/readFlight';
import type { FlightState } from '../flight/FlightState';
import type { Change } from './Change';

export interface Snapshot {
  readonly flights: readonly FlightState[];
  /** The cursor from which the stream goes on; empty where a proxy took the header off. */
  readonly cursor: string;
}

/** The whole board as it is now; or, where it cannot be had, after how many milliseconds to ask again at the earliest. */
export async function fetchSnapshot(filter: string, signal: AbortSignal): Promise<Snapshot | { refused: number }> {
  try {
    const response = await fetch(filter ? `/flights?${filter}` : '/flights', { signal });
    // Jittered, because many are refused at once and told the same time.
    if (!response.ok) return { refused: seconds(response.headers.get('Retry-After')) * (1 + Math.random() / 2) };
    // On a network that first asks for a password, something else answers in the service's place.
    const flights: unknown = await response.json();
    if (!Array.isArray(flights)) return { refused: 0 };
    return { flights: flights.flatMap((each) => readFlight(each) ?? []), cursor: cursorOf(response) };
  } catch {
    return { refused: 0 };
  }
}

/** The changes that make the board of it; none where it has no cursor, because the stream will then tell everything. */
export function changesOf({ flights, cursor }: Snapshot): Change[] {
  if (!cursor) return [];
  return [{ type: 'reset' }, ...flights.map((flight): Change => ({ type: 'flight', flight }))];
}

const cursorOf = (response: Response) => response.headers.get('Last-Event-ID') ?? '';

// The time that the service names is taken up to this, a little more than the longest back-off: an hour would be an outage.
const MOST_MS = 60_000;

const seconds = (text: string | null) => Math.min(Math.max(1_000 * (Number(text) || 0), 0), MOST_MS);
