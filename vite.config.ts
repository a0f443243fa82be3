import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  // Chrome and Firefox of three years ago, Safari 16.4.
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: ['chrome119', 'firefox119', 'safari16.4'],
    rolldownOptions: {
      // `client/schemas.ts` must run before any schema is made, and so stand in the chunk that all others import.
      output: { codeSplitting: { groups: [{ name: 'schemas', test: /zod|client.schemas/ }] } },
    },
  },
  server: { fs: { allow: ['..'] } },
});
