import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What one round sends: to a port of this computer, on each connection these requests one after the other. */
export interface Load {
  port: number;
  /** The status that every answer must have. */
  status: number;
  connections: string[][];
}

/** Sends requests from a process of its own. */
export interface LoadGenerator {
  prepare(load: Load): Promise<void>;
  /** Sends what was prepared; resolves when every answer has come. @throws at an answer of another status. */
  send(): Promise<void>;
  close(): Promise<void>;
}

export function startLoad(): LoadGenerator {
  const child = fork(join(import.meta.dirname, 'load.child.ts'));
  const ended = once(child, 'exit');
  const ask = async (message: Load | 'go', answer: string) => {
    child.send(message);
    const [got] = await Promise.race([once(child, 'message'), ended]);
    if (got !== answer) throw new Error('the load generator has failed');
  };
  return {
    prepare: (load) => ask(load, 'ready'),
    send: () => ask('go', 'done'),
    close: async () => {
      child.kill();
      await ended;
    },
  };
}

/** One HTTP/1.1 request as it stands on the wire. */
export function requestText(path: string, headers: Record<string, string>, body: object): string {
  const text = JSON.stringify(body);
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

/** A reading, as it stands on the wire. */
export function getText(path: string, headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
