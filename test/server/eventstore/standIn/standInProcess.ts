import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { fault } from './faults.ts';

export interface StandInProcess {
  port: number;
  connectionString: string;
  /** Asks for a fault to come. */
  fault(coming: z.input<typeof fault>): Promise<void>;
  /** `reset` breaks all connections, `hold` and `release` stop and go on with all traffic, `clear` ends faults to come. */
  control(action: 'reset' | 'hold' | 'release' | 'clear'): Promise<void>;
  /** Ids of the events of clients, in the order of the log. */
  ids(): Promise<string[]>;
  /** `kill -9`. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const ready = z.object({ port: z.int(), control: z.int() });

/**
 * A stand-in as a process of its own, so that several server processes can share it.
 *
 * @param settings `port` 0 or none takes any free one; `file` keeps the log over restarts.
 */
export async function startStandInProcess(
  settings: { port?: number; file?: string } = {},
): Promise<StandInProcess> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const args = [main, '--port', String(settings.port ?? 0)];
  if (settings.file !== undefined) args.push('--file', settings.file);
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    ended.then(([code]) => {
      throw new Error(`The stand-in ended with ${code} before it listened.`);
    }),
  ]);
  const { port, control } = ready.parse(JSON.parse(String(line)));
  const ask = async (method: 'GET' | 'POST', path: string, body?: string): Promise<Response> => {
    const response = await fetch(`http://127.0.0.1:${control}/${path}`, { method, ...(body && { body }) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response;
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    port,
    connectionString: `esdb://127.0.0.1:${port}?tls=false`,
    fault: async (coming) => void (await ask('POST', 'faults', JSON.stringify(coming))),
    control: async (action) => void (await ask('POST', action)),
    ids: async () => z.array(z.string()).parse(await (await ask('GET', 'log')).json()),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}
