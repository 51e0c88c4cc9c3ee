import { startTransition, useEffect, useRef, useState } from 'react';
import type { Flights } from '../board/board';

// A chart of a day is not read more often, and counting thousands of flights has its price.
const SETTLE_MS = 2_000;

/** The flights as they were lately: for what need not follow each change. The first ones come once they are shown. */
export function useSettled(flights: Flights): Flights {
  const [settled, setSettled] = useState(flights);
  const latest = useRef(flights);
  latest.current = flights;
  const first = settled.size === 0 && flights.size > 0;

  useEffect(() => {
    if (first) startTransition(() => setSettled(latest.current));
    const timer = setInterval(() => setSettled(latest.current), SETTLE_MS);
    return () => clearInterval(timer);
  }, [first]);
  return settled;
}
