// The address holds what its link is to show; the storage, what this reader chose last.

/** What the reader chose the last time. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(`flightboard.${name}`) ?? undefined;
  } catch {
    // Storage is forbidden: the address alone counts.
    return undefined;
  }
}

export function remember(name: string, chosen: string): void {
  try {
    localStorage.setItem(`flightboard.${name}`, chosen);
  } catch {
    // The choice lasts as long as the address.
  }
}
