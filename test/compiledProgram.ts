import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from './serverProcess.ts';

/** Where Node keeps what it compiled for the processes that tests start. */
export const COMPILED = join(import.meta.dirname, '../node_modules/.cache/compiled');

/**
 * Starts the program and stops it as an operator does, where that was never done here: Node writes down what it compiled
 * when a process ends by itself, and most of those that tests start are killed. It takes a third off each later start.
 */
export async function setup(): Promise<void> {
  if (existsSync(COMPILED)) return;
  const folder = await mkdtemp(join(tmpdir(), 'commonwright-'));
  const server = await startServerProcess({ DATA_DIR: folder, NODE_COMPILE_CACHE: COMPILED });
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
