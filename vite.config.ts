import { defineConfig } from 'vite';

/** Our own small pieces and the libraries that all pages stand on; square codes are for few. */
const shared = (id: string) =>
  /[\\/]client[\\/]|[\\/]@?preact|[\\/]@tabler[\\/]/.test(id) &&
  !/[\\/](timeline|booking|pages)[\\/]|qrCode|\.css$/.test(id);

export default defineConfig({
  root: 'client',
  // Chrome and Firefox of three years ago, Safari 16.4.
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome119', 'firefox119', 'safari16.4'],
    rolldownOptions: {
      // `client/schemas.ts` must run before any schema is made, and so stand in the chunk that all others import.
      // What several pages share is one file, so that a slow connection waits once and not for forty small ones.
      output: {
        codeSplitting: {
          groups: [
            { name: 'schemas', test: /zod|client.schemas|[\\/]shared[\\/]/, priority: 2 },
            { name: 'common', test: shared, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: { fs: { allow: ['..'] } },
});
