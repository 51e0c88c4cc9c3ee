import { useEffect } from 'react';
import { buildOf, servedPage } from './reload';

// A wall is a version behind for a few minutes after a deployment, and asks for little.
const ASK_MS = 5 * 60_000;

/** Loads the page again once the service has another one. Nobody is there to do it. */
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
