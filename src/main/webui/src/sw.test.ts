import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';

type Hear = (event: object) => void;

const hearers = new Map<string, Hear>();
const pages: { url: string; focus: () => Promise<void> }[] = [];
const opened: string[] = [];
const focused: string[] = [];
const page = (url: string) => pages.push({ url, focus: async () => void focused.push(url) });

/** Touches a notification, and waits for what comes of it; whether it is gone then. */
async function touch(tag: string): Promise<boolean> {
  let closed = false;
  let done: Promise<unknown> | undefined;
  hearers.get('notificationclick')?.({
    notification: { tag, close: () => (closed = true) },
    waitUntil: (promise: Promise<unknown>) => (done = promise),
  });
  await done;
  return closed;
}

beforeAll(async () => {
  vi.stubGlobal('self', {
    addEventListener: (type: string, hear: Hear) => hearers.set(type, hear),
    clients: {
      matchAll: async () => pages,
      openWindow: async (address: string) => void opened.push(address),
    },
  });
  // No module to the compiler, for it exports nothing.
  await import.meta.glob('./sw.ts')['./sw.ts']?.();
});

beforeEach(() => {
  for (const list of [pages, opened, focused]) list.length = 0;
});

afterAll(() => {
  vi.unstubAllGlobals();
});

it('a notification that is touched leads to the page that is open', async () => {
  page('https://board.example/flights');
  page('https://board.example/?selected=I768');

  expect(await touch('BA 1')).toBe(true);
  expect([focused, opened]).toEqual([['https://board.example/?selected=I768'], []]);
});

it('a notification that is touched opens the page with its flight, where none is open', async () => {
  page('https://board.example/flights');

  expect(await touch('BA 1')).toBe(true);
  expect([focused, opened]).toEqual([[], ['/?selected=BA%201']]);
});
