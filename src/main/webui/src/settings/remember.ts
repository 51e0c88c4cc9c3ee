// The address has what its link must show. The storage has what this reader chose last.

/** What the reader chose the last time. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(`flightboard.${name}`) ?? undefined;
  } catch {
    // Storage is forbidden: only the address counts.
    return undefined;
  }
}

export function remember(name: string, chosen: string): void {
  try {
    localStorage.setItem(`flightboard.${name}`, chosen);
  } catch {
    // Without storage, the choice lasts only as long as it is in the address.
  }
}
