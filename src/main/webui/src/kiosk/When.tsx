import type { FlightState } from '../flight/FlightState';
import { times } from '../flight/times';
import { Expected, Scheduled } from '../table/cells';

/** The time by schedule, and the one that is expected where it is another. */
export function When({ flight }: { readonly flight: FlightState }) {
  return (
    <>
      <Scheduled flight={flight} /> {times(flight).delay !== 0 && <Expected flight={flight} />}
    </>
  );
}
