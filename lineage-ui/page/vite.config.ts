import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// What the page is served from while one works on it: `weir server`, or the fixture server of test/fixture.
const server = process.env['WEIR_URL'] ?? 'http://127.0.0.1:9347';

/** What every visit needs beside the script it begins with. */
const SHARED: readonly string[] = ['app', 'shared', 'rolldown-runtime'];
const isShared = (file: { readonly name?: string | undefined }): boolean => SHARED.includes(file.name ?? '');

/** Read by the tab of columns, and by the lineage once an asset is open there: no other visit pays for it. */
const COLUMNS = /src\/columns\//;

/** Scripts that every visit needs are asked for with the first, rather than by it. */
const together: Plugin = {
  name: 'together',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) =>
      Object.values(bundle ?? {})
        .filter((file) => file.type === 'chunk' && isShared(file))
        .map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` }, injectTo: 'head' })),
  },
};

/** Has Chromium compile a script while it comes in, off the page's own thread, where nearly all of it is called at once anyway. */
const compiledEarly: Plugin = {
  name: 'compiled-early',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler: (_, bundle) => {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk' && (isShared(file) || file.name.endsWith('Page'))) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      }
    },
  },
};

/** Beside each file the same made smaller, so that the server has no work with it. */
const zipped: Plugin = {
  name: 'zipped',
  writeBundle: async ({ dir }, bundle) => {
    for (const name of Object.keys(bundle)) {
      const path = join(dir!, name);
      await writeFile(`${path}.gz`, gzipSync(await readFile(path), { level: 9 }));
    }
  },
};

export default defineConfig({
  plugins: [react(), together, compiledEarly, zipped],
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
    rolldownOptions: {
      output: {
        // A page is four scripts, all asked for at once: what begins, two that all pages share, and its own. Many small ones wait for each other.
        codeSplitting: {
          groups: [
            { name: 'begin', tags: ['$initial'], priority: 3 },
            { name: 'shared', test: (id) => !COLUMNS.test(id), minShareCount: 2, priority: 2 },
            { name: 'columns', test: COLUMNS, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: true } } },
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], pool: 'threads', maxWorkers: 2 },
});
