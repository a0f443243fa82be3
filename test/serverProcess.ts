import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The real program in a process of its own. */
export interface ServerProcess {
  /** `http://127.0.0.1:{port}`, to be spoken to. */
  base: string;
  /** The origin that it believes to have. */
  origin: string;
  child: ChildProcess;
  /** Resolves with the exit code, or null where a signal ended it. */
  exited: Promise<number | null>;
  kill(): Promise<void>;
  /** As an operator stops it. */
  stop(): Promise<number | null>;
}

const MAIN = join(import.meta.dirname, '../server/main.ts');

/** Starts `server/main.ts` on a free port and waits for the address that it prints. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'error', BACKUP_AT: 'never', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit').then(([code]): number | null => code);
  const origin = await addressOf(child);
  const { port } = new URL(origin);
  return {
    base: `http://127.0.0.1:${port}`,
    origin,
    child,
    exited,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^Commonwright is at (http:\S+)$/.exec(line)?.[1];
    if (address) {
      child.stdout.resume();
      return address;
    }
  }
  throw new Error('the server ended before it had an address');
}
