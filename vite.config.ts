import { defineConfig } from 'vite';

export default defineConfig({
  root: 'client',
  // Chrome and Firefox of three years ago, Safari 16.4.
  build: { outDir: '../dist', emptyOutDir: true, target: ['chrome119', 'firefox119', 'safari16.4'] },
  server: { fs: { allow: ['..'] } },
});
