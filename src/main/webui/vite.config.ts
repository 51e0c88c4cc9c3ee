import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // Quinoa's dev-server.port names the same port and proxies to it; strict, since any other would not be found.
  server: { port: 5471, strictPort: true },
  build: {
    // Inlined assets would need data: sources, which the page's security policy grants to images alone.
    assetsInlineLimit: 0,
    // Preloading is for pages of many chunks; this one has a single script.
    modulePreload: false,
    // Nearly all of it runs before the first flights are shown: told so, Chromium compiles it while it loads, on another
    // thread, instead of function by function as each is called. Others read a comment.
    rolldownOptions: { output: { postBanner: '//# allFunctionsCalledOnLoad' } },
  },
  test: { restoreMocks: true },
});
