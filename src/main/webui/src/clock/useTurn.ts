import { useEffect, useState } from 'react';

// Since the page was loaded: what turns on a wall turns together.
const turns = (ms: number) => (ms > 0 ? Math.floor(performance.now() / ms) : 0);

/** How often that span of time has passed since the page was loaded; 0 for ever where it is none. */
export function useTurn(ms: number): number {
  const [turn, setTurn] = useState(() => turns(ms));

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setTurn(turns(ms));
      if (ms > 0) timer = setTimeout(tick, ms - (performance.now() % ms));
    };
    tick();
    return () => clearTimeout(timer);
  }, [ms]);
  return turn;
}
