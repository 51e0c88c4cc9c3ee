import type { FlightState } from '../flight/FlightState';
import type { Change } from '../stream/Change';

export const flight = (id: string, rest: Partial<FlightState> = {}): FlightState => ({
  id,
  flight: id,
  state: 'scheduled',
  ...rest,
});

export const arrives = (id: string, rest: Partial<FlightState> = {}): Change => ({
  type: 'flight',
  flight: flight(id, rest),
});

export const departs = (id: string, rest: Partial<FlightState> = {}): Change =>
  arrives(id, { direction: 'departure', ...rest });

export const open: Change = { type: 'link', link: { phase: 'open' } };
export const connecting: Change = { type: 'link', link: { phase: 'connecting' } };
export const lost = (at: number): Change => ({ type: 'link', link: { phase: 'waiting', at, until: at + 2_000 } });
export const reset: Change = { type: 'reset' };
export const live: Change = { type: 'live', timeZone: 'UTC', skew: 0 };
export const stale: Change = { type: 'stale', since: '2026-01-01T12:03:00.000Z' };
