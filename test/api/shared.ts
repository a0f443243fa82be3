import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { type RunningApplication, type StartOptions, startApplication } from '../server/application.ts';

/** One program for all tests of a file (or `describe`), in a folder of its own; both are gone after the last. */
export function sharedApplication(options: Omit<StartOptions, 'dataDir'> = {}): () => RunningApplication {
  let app: RunningApplication | undefined;
  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonwright-'));
    const started = await startApplication({ ...options, dataDir });
    app = started;
    return async () => {
      await started.close();
      await rm(dataDir, { recursive: true, force: true });
    };
  });
  return () => {
    if (app === undefined) throw new Error('not started yet');
    return app;
  };
}
