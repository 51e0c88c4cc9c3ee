/** The build that a page is of: a hash of all its files, which the build writes into it; none while it is developed. */
export const buildOf = (page: Document): string | undefined =>
  page.querySelector<HTMLMetaElement>('meta[name="build"]')?.content;

/** The page that the service has now; nothing where it does not answer, or something else answers in its place. */
export async function servedPage(): Promise<Document | undefined> {
  try {
    const response = await fetch('/', { cache: 'no-cache' });
    if (!response.ok) return undefined;
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return buildOf(page) ? page : undefined;
  } catch {
    return undefined;
  }
}

// Long enough that a page that fails at once does not overload the service.
const RELOAD_MS = 30_000;

/** Loads the page again soon, but only when the service has it: an error page of a gateway would stay for ever. */
export function reloadSoon(): void {
  setTimeout(async () => {
    if (await servedPage()) location.reload();
    else reloadSoon();
  }, RELOAD_MS);
}
