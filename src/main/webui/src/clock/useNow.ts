import { useEffect, useState } from 'react';

/** The time at the board, cut to the unit, in milliseconds since the epoch; `skew` is how far its clock is ahead. */
export function useNow(unitMs: number, skew: number): number {
  const read = () => Math.floor((Date.now() + skew) / unitMs) * unitMs;
  const [now, setNow] = useState(read);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(read());
      timer = setTimeout(tick, unitMs - ((Date.now() + skew) % unitMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [unitMs, skew]);
  return now;
}

export const MINUTE_MS = 60_000;
