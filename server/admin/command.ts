import type { Writable } from 'node:stream';
import { Refusal } from '../operations/refusal.ts';
import { readOrder } from './commandLine.ts';
import { progressOn } from './progressLine.ts';
import { run } from './run.ts';

/** Where results go, and what is told beside them. */
export interface Streams {
  out: Writable;
  err: Writable & { isTTY?: boolean };
}

/** Reads an operator's command and carries it out. @returns the exit code: 2 for mistakes in the command itself. */
export async function command(
  environment: Readonly<Record<string, string | undefined>>,
  words: readonly string[],
  { out, err }: Streams,
): Promise<0 | 1 | 2> {
  const read = readOrder(environment, words);
  switch (read.outcome) {
    case 'help':
      out.write(read.text);
      return 0;
    case 'mistakes':
      for (const mistake of read.mistakes) err.write(`${mistake}\n`);
      return 2;
    case 'order': {
      const teller = progressOn(err, read.order.progress, () => performance.now());
      try {
        return await run(read.order, { out, teller, clock: Date.now });
      } catch (error) {
        const isDebugged = read.order.configuration.logLevel === 'debug' && !(error instanceof Refusal);
        if (error instanceof Error) teller.say((isDebugged && error.stack) || error.message);
        else teller.say(String(error));
        return 1;
      }
    }
  }
}
