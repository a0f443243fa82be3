import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { childEnvironment } from '../../childEnvironment.ts';

const MAIN = join(import.meta.dirname, '../../../server/admin/main.ts');

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Begins a command of the operator as a process of its own, on this data folder. */
export function startAdmin(dataDir: string, ...words: string[]) {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { ...childEnvironment(), DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = (async (): Promise<Ended> => {
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { code: child.exitCode, out, err };
  })();
  return { child, ended };
}

export const admin = (dataDir: string, ...words: string[]): Promise<Ended> =>
  startAdmin(dataDir, ...words).ended;
