import { startTransition, useEffect, useState } from 'react';
import { firstPaint } from '../paint/firstPaint';
import type { Flights } from './board';
import type { BoardStore } from './store';

// Nobody reads a chart of a day more often, and to count thousands of flights takes time.
const PACE_MS = 2_000;

const NONE: Flights = new Map();

/** The flights, brought up to date only now and then: for parts of the page that need not follow each change. */
export function useFlightsOfLate(store: BoardStore): Flights {
  const [flights, setFlights] = useState(NONE);
  const none = flights.size === 0;

  useEffect(() => {
    const take = () => setFlights(store.board().flights);
    const timer = setInterval(take, PACE_MS);
    const takeFirst = () => {
      if (store.board().flights.size > 0) void firstPaint().then(() => startTransition(take));
    };
    const leave = none ? store.subscribe(takeFirst) : undefined;
    if (none) takeFirst();
    return () => {
      clearInterval(timer);
      leave?.();
    };
  }, [store, none]);
  return flights;
}
