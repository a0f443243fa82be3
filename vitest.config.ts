import { configDefaults, defineConfig } from 'vitest/config';

const shared = { pool: 'forks', hookTimeout: 60_000 } as const;
const inBrowser = {
  ...shared,
  globalSetup: ['test/e2e/builtClient.ts'],
  testTimeout: 60_000,
};
/** These measure what a person waits for: nothing else may run beside them. */
const MEASURED = ['test/e2e/manyMachines.test.ts', 'test/e2e/live.test.ts'];

// Projects that differ in their workers run in turn.
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
          // Many of these wait for other processes: one worker would leave a core idle.
          maxWorkers: 3,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...inBrowser,
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...MEASURED],
          // A browser waits as often as it works: two keep two cores busy.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...inBrowser,
          name: 'measured',
          include: MEASURED,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
