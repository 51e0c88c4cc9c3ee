import react from '@vitejs/plugin-react';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

type Bundle = Rolldown.OutputBundle;

const script = (src: string): HtmlTagDescriptor => ({
  tag: 'script',
  attrs: { type: 'module', async: true, crossorigin: true, src: `/${src}` },
  injectTo: 'head-prepend',
});

const chunksOf = (bundle: Bundle, source: string) =>
  Object.values(bundle).flatMap((each) =>
    each.type === 'chunk' && each.moduleIds.some((id) => basename(id) === source) ? [each.fileName] : [],
  );

// What tells builds apart: every file's name, which holds a hash of its content, and the page that names them.
function build(html: string, bundle: Bundle): HtmlTagDescriptor {
  const hash = createHash('sha256');
  for (const part of [html, ...Object.keys(bundle).sort()]) hash.update(part).update('\0');
  return { tag: 'meta', attrs: { name: 'build', content: hash.digest('hex').slice(0, 16) }, injectTo: 'head' };
}

// The flights are asked for by a script of its own, which runs as soon as it has come, while the rest is still on its way;
// and what tries again where one does not come stands apart from them.
const head: Plugin = {
  name: 'head',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle }) =>
      bundle && [
        ...chunksOf(bundle, 'begin.ts').map(script),
        ...chunksOf(bundle, 'shell.ts').map(script),
        build(html, bundle),
      ],
  },
};

const UNHASHED: ReadonlySet<string> = new Set(['shell', 'sw']);

// What the service worker keeps: the build that it is of, and all of its files but itself and the page.
const shell: Plugin = {
  name: 'shell',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler: (_, bundle) => {
      const page = bundle['index.html'];
      const worker = bundle['sw.js'];
      if (page?.type !== 'asset' || worker?.type !== 'chunk') throw new Error('No page, or no service worker');
      const [, build] = /name="build" content="(\w+)"/.exec(String(page.source)) ?? [];
      if (!build || worker.imports.length > 0) throw new Error('No build, or a service worker of several files');
      const files = Object.keys(bundle)
        .filter((file) => file !== 'index.html' && file !== 'sw.js')
        .map((file) => `/${file}`);
      worker.code = worker.code.replace('__BUILD__', build).replace(/(["'`])__FILES__\1/, JSON.stringify(files));
    },
  },
};

export default defineConfig({
  plugins: [react(), head, shell],
  // Quinoa's dev-server.port names the same port and proxies to it; strict, since any other would not be found.
  server: { port: 5471, strictPort: true },
  build: {
    // Inlined assets would need data: sources, which the page's security policy grants to images alone.
    assetsInlineLimit: 0,
    // Preloading is for pages of many chunks; both of this one's are in its head.
    modulePreload: false,
    // Nearly all of it runs before the first flights are shown: told so, Chromium compiles it while it loads, on another
    // thread, instead of function by function as each is called. Others read a comment.
    rolldownOptions: {
      input: { index: 'index.html', begin: 'src/begin.ts', shell: 'src/shell.ts', sw: 'src/sw.ts' },
      output: {
        postBanner: '//# allFunctionsCalledOnLoad',
        // Replicas of two versions must both have them: see shell.ts and sw.ts.
        entryFileNames: ({ name }) => (UNHASHED.has(name) ? `${name}.js` : 'assets/[name]-[hash].js'),
      },
    },
  },
  test: {
    restoreMocks: true,
    // Five times what the longest takes; on a machine that does ten other things, it needs some of that.
    testTimeout: 30_000,
    // A world for each thread instead of one for each file: half of the work.
    pool: 'threads',
    isolate: false,
  },
});
