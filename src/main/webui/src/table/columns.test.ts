import { describe, expect, it } from 'vitest';
import type { FlightState } from '../flight/FlightState';
import { clockOf } from './clock';
import { columns } from './columns';
import { inOrder } from './inOrder';

const flight = (rest: Partial<FlightState>): FlightState => ({ id: 'x', flight: 'BA1', state: 'scheduled', ...rest });

const cell = (id: string, of: FlightState) => {
  const found = columns(clockOf('America/Chicago')).find((each) => each.id === id);
  return found && 'accessorFn' in found ? found.accessorFn?.(of, 0) : undefined;
};

describe('columns', () => {
  it('show arrival as people read it, else the scheduled time in the zone of the board', () => {
    expect(cell('arrival', flight({ arrival: '10:10', scheduled: '2026-01-01T18:05:00Z' }))).toBe('10:10');
    expect(cell('arrival', flight({ scheduled: '2026-01-01T18:05:00Z' }))).toBe('12:05');
  });

  it('show the actual time rather than the estimate, and nothing where neither is known', () => {
    const estimated = '2026-01-01T18:05:00Z';

    expect(cell('expected', flight({ estimated, actual: '2026-01-01T18:07:30Z' }))).toBe('12:07');
    expect(cell('expected', flight({ estimated }))).toBe('12:05');
    expect(cell('expected', flight({}))).toBeUndefined();
  });

  it('show midnight as 00:00', () => {
    expect(cell('expected', flight({ actual: '2026-01-01T06:00:00Z' }))).toBe('00:00');
  });
});

describe('order', () => {
  it('is that of time, then of designator, with flights of no known time last', () => {
    const flights = [
      flight({ id: 'none' }),
      flight({ id: 'local', arrival: '08:00' }),
      flight({ id: 'b', flight: 'B', scheduled: '2026-01-01T18:05:00Z' }),
      flight({ id: 'a', flight: 'A', scheduled: '2026-01-01T18:05:00Z' }),
      flight({ id: 'early', scheduled: '2026-01-01T02:05:00Z' }),
    ];

    expect(inOrder(flights).map((each) => each.id)).toEqual(['early', 'a', 'b', 'local', 'none']);
  });
});
