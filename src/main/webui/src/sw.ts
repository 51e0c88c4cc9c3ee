// The service worker: a page that cannot reach the service starts with the files that it had. All of it is in this one
// file, and its name holds no hash: a browser asks for it by this name for ever.

// Both are put in by the build: see vite.config.ts.
const BUILD: string = '__BUILD__';
const FILES = '__FILES__' as unknown as readonly string[];

const PREFIX = 'shell ';
const SHELL = PREFIX + BUILD;
// The one before stays: its page may be loading at this very moment.
const SHELLS = 2;
// Longer than a network of use takes for the page, and short enough that a board is there within three seconds.
const PATIENCE_MS = 1_000;

interface Lasting extends Event {
  waitUntil(done: Promise<unknown>): void;
}

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Touched extends Lasting {
  readonly notification: { readonly tag: string; close(): void };
}

interface OpenPage {
  readonly url: string;
  focus(): Promise<unknown>;
}

// The compiler knows this file as a part of the page; in truth `self` is a ServiceWorkerGlobalScope.
const scope = self as unknown as {
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly OpenPage[]>;
    openWindow(address: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', hear: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', hear: (event: Fetching) => void): void;
  addEventListener(type: 'notificationclick', hear: (event: Touched) => void): void;
};

scope.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => scope.skipWaiting())));
scope.addEventListener('activate', (event) => event.waitUntil(forgetOld().then(() => scope.clients.claim())));

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, searchParams } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (pathname === '/') event.respondWith(newest(request, '/', searchParams.has('kiosk')));
  } else if (pathname === '/shell.js') event.respondWith(newest(request, pathname, false));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOr(request));
});

// On Android a notification is the worker's, and a touch of it does nothing by itself, not even take it away.
scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(showPage(event.notification.tag));
});

/** The page that was used last, as it is; where none is open, a new one with the flight's details. */
async function showPage(id: string): Promise<void> {
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = open.find(({ url }) => new URL(url).pathname === '/');
  await (page ? page.focus() : scope.clients.openWindow(`/?selected=${encodeURIComponent(id)}`));
}

/** All files of this build, and its page last: only a shell that is whole has one. */
async function keepShell(): Promise<void> {
  const page = await fetch('/', { cache: 'no-cache' });
  // As amid a rolling update: the browser tries again when it asks for this file the next time.
  if (!page.ok || !(await isOurs(page, BUILD))) throw new Error(`The page is not of build ${BUILD}`);
  const shell = await caches.open(SHELL);
  await shell.addAll([...FILES]);
  await shell.put('/', page);
}

async function forgetOld(): Promise<void> {
  const shells = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== SHELL);
  await Promise.all(shells.slice(0, shells.length - SHELLS + 1).map((name) => caches.delete(name)));
}

/**
 * What the service has, as long as it answers in time; else what was kept. A wall, where nobody would log in to a network
 * or read an error, is given nothing but its page.
 */
async function newest(request: Request, path: string, isWall: boolean): Promise<Response> {
  const answer = fetch(request);
  const kept = await caches.match(path, { cacheName: SHELL, ignoreVary: true });
  if (!kept) return answer;
  const inTime = await Promise.race([answer.catch(() => undefined), patience()]);
  if (!inTime) return kept;
  if (isWall) return inTime.ok && (await isOurs(inTime, 'name="build"')) ? inTime : kept;
  return inTime.ok || inTime.type === 'opaqueredirect' ? inTime : kept;
}

async function keptOr(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}

const isOurs = async (page: Response, mark: string) => (await page.clone().text()).includes(mark);

const patience = () => new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
