/** Hands on changes in batches: the first change after a quiet spell at once, those that follow it together. */
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
