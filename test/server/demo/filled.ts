import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openAccounts } from '../../../server/accounts/accounts.ts';
import { fillWithDemoRegion } from '../../../server/demo/fill.ts';
import { digestLog } from '../../../server/eventstore/digest.ts';
import { logFile } from '../../../server/eventstore/open.ts';
import { openSqliteEventStore } from '../../../server/eventstore/sqlite/store.ts';
import { projections } from '../../../server/projections.ts';
import { openViews } from '../../../server/views/views.ts';
import { TEST_SECRET } from '../accounts/testAccounts.ts';

/** A Sunday afternoon in Hamburg, and Monday already in Hobart. */
export const NOW = Date.UTC(2026, 10, 22, 13, 37);

export const fill = (dataFolder: string, seed?: string) =>
  fillWithDemoRegion({ dataFolder, eventStoreUrl: null, now: NOW, ...(seed === undefined ? {} : { seed }) });

/** What a filled folder holds, opened to be looked at; closed when the test has finished. */
export async function look(folder: string) {
  const store = openSqliteEventStore({ path: logFile(folder) });
  const views = await openViews({ store, folder, slot: 9, projections, clock: () => NOW });
  const accounts = await openAccounts({
    path: join(folder, 'accounts.db'),
    secret: TEST_SECRET,
    publicUrl: 'http://localhost:8080',
    clock: () => new Date(NOW),
  });
  onTestFinished(async () => {
    await views.close();
    await accounts.close();
    await store.close();
  });
  return { store, views: views.reader, accounts };
}

export async function digestOf(folder: string): Promise<string> {
  const store = openSqliteEventStore({ path: logFile(folder) });
  try {
    return await digestLog(store);
  } finally {
    await store.close();
  }
}
