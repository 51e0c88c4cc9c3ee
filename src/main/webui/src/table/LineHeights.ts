/** Where lines stand, in pixels from the top of the first: those of flights are of one height, those of days of another. */
export class LineHeights {
  readonly #count: number;
  /** The indexes of the days' lines, in order. */
  readonly #days: readonly number[];
  readonly #flight: number;
  readonly #day: number;

  constructor(count: number, days: readonly number[], flightHeight: number, dayHeight: number) {
    this.#count = count;
    this.#days = days;
    this.#flight = flightHeight;
    this.#day = dayHeight;
  }

  get total(): number {
    return this.top(this.#count);
  }

  top(index: number): number {
    const days = firstNotBelow(this.#days.length, (at) => (this.#days[at] ?? 0) >= index);
    return index * this.#flight - days * (this.#flight - this.#day);
  }

  /** The line at a height; the first or last one beyond the ends. */
  at(height: number): number {
    const next = firstNotBelow(this.#count, (index) => this.top(index) > height);
    return Math.max(0, next - 1);
  }
}

/** The first index of which it is true, which from there on it is; `count` if there is none. */
function firstNotBelow(count: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
