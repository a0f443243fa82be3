import { configDefaults, defineConfig } from 'vitest/config';

const shared = { pool: 'forks', hookTimeout: 60_000 } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'program',
          include: ['test/**/*.test.{ts,tsx}'],
          setupFiles: ['test/client/speakEnglish.ts'],
          exclude: [...configDefaults.exclude, 'test/e2e/**'],
          // Many of these wait for other processes: as many workers as cores would leave one idle.
          maxWorkers: 4,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/builtClient.ts'],
          testTimeout: 60_000,
          // A browser waits as often as it works. Projects that differ in this run in turn.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
