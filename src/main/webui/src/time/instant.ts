const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

/** An ISO-8601 instant in milliseconds since the epoch; nothing where it is none. Browsers read much else, each in its own way. */
export function instant(text: unknown): number | undefined {
  const time = typeof text === 'string' && INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
