import { useEffect } from 'react';

// A wall is a version behind for a few minutes after a deployment, and asks for little.
const ASK_MS = 5 * 60_000;

/** Loads the page again once the service has a newer one. Nobody is there to do it. */
export function useNewest(): void {
  useEffect(() => {
    const timer = setInterval(async () => {
      if (await isNewer()) location.reload();
    }, ASK_MS);
    return () => clearInterval(timer);
  }, []);
}

// The script's name holds the hash of its content.
async function isNewer(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type="module"]')?.getAttribute('src');
  try {
    const response = await fetch('/', { cache: 'no-cache' });
    return response.ok && own != null && !(await response.text()).includes(own);
  } catch {
    return false;
  }
}
