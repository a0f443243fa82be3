import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { eventStoreContract } from './contract.ts';

eventStoreContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'commonwright-log-'));
  const path = join(folder, 'log.db');
  const store = openSqliteEventStore({ path });
  return {
    store,
    fresh: true,
    second: async () => openSqliteEventStore({ path }),
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});
