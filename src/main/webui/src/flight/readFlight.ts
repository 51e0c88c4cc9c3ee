import type { FlightState } from './FlightState';

const OPTIONAL_TEXTS = [
  'direction',
  'origin',
  'destination',
  'scheduled',
  'estimated',
  'actual',
  'arrival',
  'departure',
  'airline',
  'terminal',
  'gate',
  'belt',
  'desks',
  'remark',
] as const;
const OPTIONAL_LISTS = ['via', 'codeshares'] as const;

/**
 * The flight that a JSON value is, or nothing where it is none: everything behind this relies on the types. What it need
 * not have and has of another type is left out.
 */
export function readFlight(json: unknown): FlightState | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const flight = json as Record<string, unknown>;
  if (typeof flight['flight'] !== 'string' || typeof flight['state'] !== 'string') return undefined;
  if (typeof flight['id'] !== 'string' || flight['id'] === '') return undefined;
  for (const field of OPTIONAL_TEXTS) {
    if (flight[field] !== undefined && typeof flight[field] !== 'string') delete flight[field];
  }
  for (const field of OPTIONAL_LISTS) {
    if (flight[field] !== undefined && !isListOfTexts(flight[field])) delete flight[field];
  }
  return flight as unknown as FlightState;
}

const isListOfTexts = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string');
