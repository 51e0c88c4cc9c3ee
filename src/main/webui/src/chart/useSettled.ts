import { startTransition, useEffect, useRef, useState } from 'react';
import type { Flights } from '../board/board';
import { painted } from '../paint/painted';

// A chart of a day is not read more often, and counting thousands of flights has its price.
const SETTLE_MS = 2_000;

const NONE: Flights = new Map();

/** The flights as they were lately: for what need not follow each change. The first ones come once they are shown. */
export function useSettled(flights: Flights): Flights {
  const [settled, setSettled] = useState(NONE);
  const latest = useRef(flights);
  latest.current = flights;
  const first = settled.size === 0 && flights.size > 0;

  useEffect(() => {
    const settle = () => setSettled(latest.current);
    if (first) void painted().then(() => startTransition(settle));
    const timer = setInterval(settle, SETTLE_MS);
    return () => clearInterval(timer);
  }, [first]);
  return settled;
}
