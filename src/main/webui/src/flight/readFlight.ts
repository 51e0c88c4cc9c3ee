import type { FlightState } from './FlightState';

const OPTIONAL_TEXTS = [
  'origin',
  'scheduled',
  'estimated',
  'actual',
  'arrival',
  'airline',
  'terminal',
  'gate',
  'belt',
] as const;

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
  const { codeshares } = flight;
  if (
    codeshares !== undefined &&
    !(Array.isArray(codeshares) && codeshares.every((each) => typeof each === 'string'))
  ) {
    delete flight['codeshares'];
  }
  return flight as unknown as FlightState;
}
