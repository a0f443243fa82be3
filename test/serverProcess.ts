import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { childEnvironment } from './childEnvironment.ts';

/** The real program in a process of its own. */
export interface ServerProcess {
  /** `http://127.0.0.1:{port}`, to be spoken to. */
  base: string;
  /** The origin that it believes to have. */
  origin: string;
  /** The one-time code that it printed; null once something is founded. */
  foundingCode: string | null;
  child: ChildProcess;
  /** Resolves with the exit code, or null where a signal ended it. */
  exited: Promise<number | null>;
  kill(): Promise<void>;
  /** As an operator stops it. */
  stop(): Promise<number | null>;
}

const MAIN = join(import.meta.dirname, '../server/main.ts');

/**
 * Starts `server/main.ts` on a free port and waits for the address that it prints.
 * @param wrap makes another command of the one that starts it (`node` and its arguments).
 */
export async function startServerProcess(
  environment: Record<string, string>,
  wrap: (command: string[]) => string[] = (command) => command,
): Promise<ServerProcess> {
  const [program = process.execPath, ...words] = wrap([process.execPath, MAIN]);
  const child = spawn(program, words, {
    env: { ...childEnvironment(), PORT: '0', LOG_LEVEL: 'error', BACKUP_AT: 'never', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit').then(([code]): number | null => code);
  const { origin, foundingCode } = await greetingOf(child);
  const { port } = new URL(origin);
  return {
    base: `http://127.0.0.1:${port}`,
    origin,
    foundingCode,
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

/** What it prints when it listens: its address, then the founding code or (on a log that is founded) nothing. */
function greetingOf(child: ChildProcess): Promise<{ origin: string; foundingCode: string | null }> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const origin = /^Commonwright is at (http:\S+)$/m.exec(printed)?.[1];
      if (origin === undefined) return;
      // Both are written at once; an empty line ends them.
      const foundingCode = /with the code (\S+)$/m.exec(printed)?.[1] ?? null;
      resolve({ origin, foundingCode });
    });
    child.once('exit', () => reject(new Error(`the server ended before it had an address: ${printed}`)));
  });
}
