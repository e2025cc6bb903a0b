import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// What the page is served from while one works on it: `weir server`, or the fixture server of test/fixture.
const server = process.env['WEIR_URL'] ?? 'http://127.0.0.1:9347';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: process.env['WEIR_PAGE_OUT'] ?? '../target/page',
    emptyOutDir: true,
    // Not "assets": that is a page.
    assetsDir: 'static',
    // The content security policy of the server refuses data: in scripts and styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: true } } },
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], pool: 'threads', maxWorkers: 2 },
});
