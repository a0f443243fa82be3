import type { CommandReply } from '../../shared/commandReply.ts';
import { newerFor } from './behind.ts';
import { done, type StoreName, together } from './database.ts';
import { waitsFor, withMade } from './madeBy.ts';
import { readRow, readUnsent, rows, type Unsent, unsent } from './unsent.ts';

type Stores = (name: StoreName) => IDBObjectStore;

async function removeFrom(store: Stores, row: Unsent): Promise<void> {
  await done(store('unsent').delete(row.place));
  for (const { key } of row.files) await done(store('files').delete(key));
}

/** Lets one go, with its files and with what waits for it: it is never sent. */
export async function dropUnsent(place: number): Promise<void> {
  const row = rows.value.find((each) => each.place === place);
  const dropped = row ? [row, ...rows.value.filter((each) => waitsFor(each) === row.commandId)] : [];
  await together(['unsent', 'files'], async (store) => {
    await done(store('unsent').delete(place));
    for (const each of dropped) await removeFrom(store, each);
  });
  await readUnsent();
}

/** Lets go of all that an account has written, as it signs out. */
export async function dropAllUnsent(): Promise<void> {
  for (const { place } of unsent.value) await dropUnsent(place).catch(() => undefined);
}

/** The server has taken it: it goes, and what waits for its id gets it, both or neither. */
export async function settle(row: Unsent, reply: CommandReply): Promise<void> {
  await together(['unsent', 'files'], async (store) => {
    await removeFrom(store, row);
    const kept: unknown[] = await done(store('unsent').getAll());
    for (const each of kept) {
      const read = readRow(each);
      if (read === null) continue;
      const named = waitsFor(read) === row.commandId ? withMade(read, row.commandId, reply.id) : read;
      const next = newerFor(named, row, reply.revision);
      if (next !== read) await done(store('unsent').put(next));
    }
  });
  await readUnsent();
}
