/** A value that is made when it is first asked for: a phone takes 10 ms for each of Intl's objects, and may not need it. */
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
