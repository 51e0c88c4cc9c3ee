/** The browser's caches, as far as the page uses them: what is put there is there for the next page. */
export class FakeCaches {
  readonly #caches = new Map<string, Map<string, Response>>();

  async open(name: string) {
    const entries = this.#caches.get(name) ?? new Map<string, Response>();
    this.#caches.set(name, entries);
    return {
      keys: async () => [...entries.keys()].map((key) => ({ url: `http://localhost${key}` })),
      delete: async ({ url }: { url: string }) => entries.delete(url.replace('http://localhost', '')),
      put: async (key: string, response: Response) => {
        entries.delete(key);
        entries.set(key, response);
      },
    };
  }

  async match(key: string, { cacheName }: { cacheName: string }) {
    return this.#caches.get(cacheName)?.get(key)?.clone();
  }
}
