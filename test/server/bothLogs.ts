import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type RunningApplication, startApplication } from './application.ts';
import { startStandInProcess } from './eventstore/standIn/standInProcess.ts';

type Closing = (() => Promise<unknown>)[];
/** Where a log is kept: the address of the store, null for the embedded one. */
type OpenLog = (closing: Closing) => Promise<string | null>;

/** The two kinds of log by name, for `describe.each`. */
export const bothLogs: [name: string, open: OpenLog][] = [
  ['a log in SQLite', async () => null],
  [
    'a log on EventStoreDB (its stand-in)',
    async (closing) => {
      const standIn = await startStandInProcess();
      closing.push(standIn.stop);
      return standIn.connectionString;
    },
  ],
];

/** Starts the program on such a log, in `beforeAll`; all is closed after the last test of the block. */
export function programOn(open: OpenLog, clock?: () => number): () => Promise<RunningApplication> {
  const closing: Closing = [];
  afterAll(async () => {
    for (const close of closing) await close();
  });
  return async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonwright-both-'));
    const eventStoreUrl = await open(closing);
    const app = await startApplication({
      dataDir,
      configuration: { eventStoreUrl },
      ...(clock === undefined ? {} : { clock }),
    });
    closing.unshift(app.close, () => rm(dataDir, { recursive: true, force: true }));
    return app;
  };
}
