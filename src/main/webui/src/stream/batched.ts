/** Hands on what it is given in batches: the first after a quiet spell at once, the next ones together. */
export function batched<T>(paceMs: number, flush: (batch: T[]) => void): (each: T) => void {
  let batch: T[] = [];
  let flushedAt = Number.NEGATIVE_INFINITY;

  const hand = () => {
    flushedAt = performance.now();
    const full = batch;
    batch = [];
    flush(full);
  };
  return (each) => {
    if (batch.length === 0) setTimeout(hand, Math.max(0, flushedAt + paceMs - performance.now()));
    batch.push(each);
  };
}
