import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { command } from '../../../server/admin/command.ts';
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

/** A command of the operator within this process, which spares its start. */
export async function admin(dataDir: string, ...words: string[]): Promise<Ended> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const told = Promise.all([text(out), text(err)]);
  const code = await command({ ...childEnvironment(), DATA_DIR: dataDir }, words, { out, err });
  out.end();
  err.end();
  const [outText, errText] = await told;
  return { code, out: outText, err: errText };
}
