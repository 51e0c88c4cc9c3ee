import type { ReactNode } from 'react';
import type { FlightState } from '../flight/FlightState';
import { Place } from '../table/cells';
import { Designator } from '../table/Designator';
import { When } from './When';

interface Props {
  readonly flight: FlightState;
  /** What comes after its place: how far it is. */
  readonly children: ReactNode;
}

/** A flight as one line of a screen with few of them. */
export function FlightLine({ flight, children }: Props) {
  return (
    <>
      <span className="spotTime">
        <When flight={flight} />
      </span>
      <b className="designator">
        <Designator flight={flight} />
      </b>
      <span className="spotPlace">
        <Place flight={flight} />
      </span>
      {children}
    </>
  );
}
