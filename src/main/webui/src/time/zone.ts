/** The clock of the board's place; times are milliseconds since the epoch. */
export interface Zone {
  readonly name: string;
  /** Whether this browser knows the zone by its name. */
  readonly known: boolean;
  /** How far the zone's clock is ahead of UTC at that time, in milliseconds. */
  readonly offset: (at: number) => number;
  /** The local day, counted from 1 January 1970. */
  readonly day: (at: number) => number;
}

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

// Before 1970 zones had the mean time of their town, seconds and all, and JavaScript reads years below 100 as those of
// the last century; after 2100 nobody knows. Flights of such years have the offset of these.
const EARLIEST = 0;
const LATEST = Date.UTC(2100, 0);
const QUARTER_MS = 15 * MINUTE_MS;
// The quarters of an hour in ten days. A board covers less. On a page that is open for months all are forgotten, and known anew.
const MOST_QUARTERS = 1_000;

/** The zone of that name; or, where the browser does not know it, one that is as far from UTC all year as is told. */
export function zoneOf(name: string, offsetIfUnknown = 0): Zone {
  const found = name === 'UTC' ? () => 0 : offsets(name);
  const offset = found ?? (() => offsetIfUnknown);
  return { name, known: found !== undefined, offset, day: (at) => Math.floor((at + offset(at)) / DAY_MS) };
}

function offsets(name: string): ((at: number) => number) | undefined {
  let format: Intl.DateTimeFormat;
  try {
    const numeric = 'numeric';
    format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
    });
  } catch {
    return undefined;
  }
  const known = new Map<number, number>();
  // Clocks change on the hour, or on a half or quarter of it in zones whose offset has one.
  return (at) => {
    const quarter = QUARTER_MS * Math.floor(Math.min(Math.max(at, EARLIEST), LATEST) / QUARTER_MS);
    let offset = known.get(quarter);
    if (offset === undefined) {
      if (known.size > MOST_QUARTERS) known.clear();
      known.set(quarter, (offset = local(format, quarter) - quarter));
    }
    return offset;
  };
}

function local(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/** `+02:00`, for what is said of an offset. */
export function sayOffset(offset: number): string {
  return `${offset < 0 ? '−' : '+'}${clock(Math.abs(offset))}`;
}

/** `HH:mm` of a local time: 24 hours in every language, so that a column of times lines up. */
export function clock(localTime: number): string {
  const minutes = Math.floor(localTime / MINUTE_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(modulo(Math.floor(minutes / 60), 24))}:${two(modulo(minutes, 60))}`;
}

const modulo = (value: number, by: number) => ((value % by) + by) % by;
