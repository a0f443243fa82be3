import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { TEST_SECRET } from './testAccounts.ts';

/** Starts `otherProcess.ts` on a database; `ask` sends it an order and waits for the answer. */
export async function forkAccounts(path: string, publicUrl: string) {
  const script = join(import.meta.dirname, 'otherProcess.ts');
  const child: ChildProcess = fork(script, [path, TEST_SECRET, publicUrl], { execArgv: [] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const answer = async (): Promise<unknown> => {
    const [message]: { answer: unknown }[] = await once(child, 'message');
    return message?.answer;
  };
  await answer();
  return {
    ask: (order: Record<string, unknown>) => {
      const answered = answer();
      child.send(order);
      return answered;
    },
  };
}
