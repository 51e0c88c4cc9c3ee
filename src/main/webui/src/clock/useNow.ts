import { useEffect, useState } from 'react';

/** The time at the board, cut to the unit, in milliseconds since the epoch; `skew` is how far its clock is ahead. */
export function useNow(unitMs: number, skew: number): number {
  const [now, setNow] = useState(() => nowIn(unitMs, skew));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(nowIn(unitMs, skew));
      timer = setTimeout(tick, unitMs - ((Date.now() + skew) % unitMs));
    };
    tick();
    return () => clearTimeout(timer);
  }, [unitMs, skew]);
  return now;
}

const nowIn = (unitMs: number, skew: number) => Math.floor((Date.now() + skew) / unitMs) * unitMs;
