import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { defined } from '../views/shelfViews.ts';

const WAIT = { timeout: 20_000, interval: 50 };

async function scene() {
  const folder = await temporaryFolder();
  const store = openSqliteEventStore({ path: join(folder, 'log.db') });
  onTestFinished(() => store.close());
  const [mirror, memberId, workshopId] = [randomUUID(), randomUUID(), randomUUID()];
  const happened = async (name: string) => {
    const event = defined(randomUUID(), name, workshopId);
    await store.append(`workshop-${workshopId}`, [event], 'any');
  };
  const mirrored = async () => {
    const events = await store.read(`workshop-${mirror}`, { limit: 1000 });
    return events.map((event) => String(event.data.name));
  };
  const notices = () => {
    const accounts = new DatabaseSync(join(folder, 'accounts.db'), { readOnly: true });
    try {
      return accounts.prepare('select params from notices where memberId = ? order by params').all(memberId);
    } finally {
      accounts.close();
    }
  };
  const start = async (how: 'lives' | 'killed') => {
    const child = fork(join(import.meta.dirname, 'reactor.child.ts'), [folder, mirror, memberId, how], {
      execArgv: [],
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    const exited = once(child, 'exit');
    await Promise.race([once(child, 'message'), exited]);
    return { child, exited };
  };
  return { happened, mirrored, notices, start };
}

describe('reactions', () => {
  it('follow an event exactly once although the process was killed between event and checkpoint', async () => {
    const { happened, mirrored, notices, start } = await scene();
    await happened('laser');
    const first = await start('killed');
    await first.exited;
    expect(await mirrored()).toEqual(['laser']);
    expect(notices()).toHaveLength(0);
    await start('lives');
    await vi.waitFor(() => expect(notices()).toHaveLength(1), WAIT);
    await happened('kiln');
    await vi.waitFor(() => expect(notices()).toHaveLength(2), WAIT);
    expect(await mirrored()).toEqual(['laser', 'kiln']);
  });

  it('follow each event once in two processes, also when the one that holds the lease is killed', async () => {
    const { happened, mirrored, notices, start } = await scene();
    const names = Array.from({ length: 20 }, (_, n) => `saw ${String(n).padStart(2, '0')}`);
    const [first] = [await start('lives'), await start('lives')];
    for (const name of names.slice(0, 10)) await happened(name);
    await vi.waitFor(() => expect(notices()).toHaveLength(10), WAIT);
    first.child.kill('SIGKILL');
    for (const name of names.slice(10)) await happened(name);
    await vi.waitFor(() => expect(notices()).toHaveLength(20), WAIT);
    expect(await mirrored()).toEqual(names);
  });
});
