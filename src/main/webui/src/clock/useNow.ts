import { useEffect, useState } from 'react';
import { dayTime, type Replay } from '../time/replay';

// However fast a day is played, what is drawn anew with its time need not be more often.
const LEAST_MS = 1_000;

/**
 * The time at the board, cut to the unit, in milliseconds since the epoch; `skew` is how far its clock is ahead. Of a day
 * that is played again, the time of that day.
 */
export function useNow(unitMs: number, skew: number, replay?: Replay): number {
  const [now, setNow] = useState(() => nowIn(unitMs, skew, replay));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(nowIn(unitMs, skew, replay));
      const left = unitMs - (dayTime(Date.now() + skew, replay) % unitMs);
      timer = setTimeout(tick, replay ? Math.max(left / replay.speed, LEAST_MS) : left);
    };
    tick();
    return () => clearTimeout(timer);
  }, [unitMs, skew, replay]);
  return now;
}

const nowIn = (unitMs: number, skew: number, replay?: Replay) =>
  Math.floor(dayTime(Date.now() + skew, replay) / unitMs) * unitMs;
