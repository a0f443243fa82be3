import { configDefaults, defineConfig } from 'vitest/config';
import { COMPILED } from './test/compiledProgram.ts';
import { LongestFirst } from './test/longestFirst.ts';

const shared = {
  pool: 'forks',
  hookTimeout: 120_000,
  // What is waited for comes at once, or the machine is slow; a second would tell the one from the other wrongly.
  expect: { poll: { timeout: 15_000 } },
  // Processes that tests start compile the program once for all of them.
  env: { NODE_COMPILE_CACHE: COMPILED },
} as const;
const ofProgram = {
  ...shared,
  setupFiles: ['test/client/speakEnglish.ts'],
  globalSetup: ['test/compiledProgram.ts'],
  // Many of these wait for other processes: one worker would leave a core idle.
  maxWorkers: 3,
  testTimeout: 60_000,
};
const inBrowser = {
  ...shared,
  globalSetup: ['test/e2e/builtClient.ts'],
  testTimeout: 120_000,
};
/** These put another module in a module's place, which nobody beside them may meet. */
const REPLACING = ['test/client/reading/zod.test.ts'];
/**
 * These measure what a person waits for, or let several hands act at the same moment: nothing else may run beside them.
 */
const MEASURED = ['manyMachines', 'live', 'sameMoment', 'timeline', 'viewer'].map(
  (name) => `test/e2e/${name}.test.ts`,
);

// Projects that differ in their workers run in turn.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...ofProgram,
          name: 'program',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...REPLACING, 'test/e2e/**'],
          // A worker keeps the modules that it has read: reading them anew for each file is a tenth of the time.
          isolate: false,
        },
      },
      {
        test: { ...ofProgram, name: 'replacing', include: REPLACING },
      },
      {
        test: {
          ...inBrowser,
          name: 'browser',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...MEASURED],
          // A worker keeps its browser and its modules: files share nothing else.
          isolate: false,
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
