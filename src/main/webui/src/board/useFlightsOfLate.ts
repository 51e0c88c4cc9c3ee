import { startTransition, useEffect, useState } from 'react';
import { firstPaint } from '../paint/firstPaint';
import type { Flights } from './board';
import type { BoardStore } from './store';

// A chart of a day is not read more often, and counting thousands of flights has its price.
const PACE_MS = 2_000;

const NONE: Flights = new Map();

/** The flights as they were lately: for what need not follow each change. The first ones come once they are shown. */
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
