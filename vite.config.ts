import { join } from 'node:path';
import { defineConfig } from 'vite';
import { earlyLinks } from './build/earlyLinks.ts';
import { listOfFiles } from './build/listOfFiles.ts';

/** Our own small pieces and the libraries that all pages stand on; square codes are for few. */
const shared = (id: string) =>
  /[\\/](client|shared)[\\/]|[\\/]@?preact|[\\/]@tabler[\\/]/.test(id) &&
  !/[\\/](timeline|booking|pages|catalogue)[\\/]|qrCode|\.css$/.test(id);

export default defineConfig({
  root: 'client',
  plugins: [earlyLinks('begin'), listOfFiles('worker')],
  // The same schemas in two kilobytes: see there.
  resolve: { alias: [{ find: /^zod$/, replacement: join(import.meta.dirname, 'client/reading/zod.ts') }] },
  // Chrome and Firefox of three years ago, Safari 16.4.
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome119', 'firefox119', 'safari16.4'],
    rolldownOptions: {
      input: { index: 'client/index.html', worker: 'client/offline/worker.ts' },
      output: {
        // The worker's address is its identity: it stays, and stands above all pages.
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        // What several pages share is one file, so that a slow connection waits once and not for forty small ones.
        codeSplitting: {
          groups: [
            // Stands before everything: `main.tsx` needs it to fetch the texts.
            { name: 'texts', test: /catalogue[\\/](text|language)\.ts|client[\\/]theme\.ts/, priority: 2 },
            { name: 'common', test: shared, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { fs: { allow: ['..'] } },
});
