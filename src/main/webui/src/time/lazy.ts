/** Made when first asked for: a phone takes some 10 ms for one of Intl's, and many a page never needs it. */
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
