import { useEffect } from 'react';
import { buildOf, servedPage } from './reload';

// After a deployment a wall shows the old version for a few minutes at most; asking costs little.
const ASK_MS = 5 * 60_000;

/** Loads the page again when the service has a new version of it, because nobody is there to do it. */
export function useReloadOnNewVersion(): void {
  useEffect(() => {
    const own = buildOf(document);
    const timer = setInterval(async () => {
      const served = await servedPage();
      if (own && served && buildOf(served) !== own) location.reload();
    }, ASK_MS);
    return () => clearInterval(timer);
  }, []);
}
