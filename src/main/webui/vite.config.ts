import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// The flights are asked for by a script of its own, which runs as soon as it has come, while the rest is still on its way.
const begin: Plugin = {
  name: 'begin',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) =>
      Object.values(bundle)
        .filter((each) => each.type === 'chunk' && each.name === 'begin')
        .map(({ fileName }) => ({
          tag: 'script',
          attrs: { type: 'module', async: true, crossorigin: true, src: `/${fileName}` },
          injectTo: 'head-prepend',
        })),
  },
};

export default defineConfig({
  plugins: [react(), begin],
  // React has it since 18; TanStack's shim is for those before.
  resolve: { alias: { 'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector' } },
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
      input: { index: 'index.html', begin: 'src/begin.ts' },
      output: { postBanner: '//# allFunctionsCalledOnLoad' },
    },
  },
  test: { restoreMocks: true },
});
