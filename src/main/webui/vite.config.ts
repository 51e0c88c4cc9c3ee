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
  },
  test: { restoreMocks: true },
});
