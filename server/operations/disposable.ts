import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Removes views and snapshots: they are derived from a log that is no longer this one. */
export async function removeDerived(dataFolder: string): Promise<void> {
  for (const name of readdirSync(dataFolder)) {
    if (/^(views-[0-9a-f]+|snapshots)-\d+\.db(-wal|-shm|-journal)?$/.test(name))
      await rm(join(dataFolder, name), { force: true });
  }
}
