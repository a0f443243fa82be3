import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Kept in the data folder and in each backup folder, so that restoring an older backup erases anew. */
export const ERASURE_LIST = 'erasures.jsonl';
export const ACCOUNTS_FILE = 'accounts.db';
/** Drafts of designs: personal too. It stands beside the accounts, in the data folder and in backups. */
export const DRAFTS_FILE = 'drafts.db';

const erasure = z.object({ memberId: z.uuid(), textIds: z.array(z.string()), at: z.iso.datetime() });
/** One line of the list: random ids and an instant, nothing personal. */
export type Erasure = z.infer<typeof erasure>;

/** Adds a line durably. */
export async function appendErasure(folder: string, line: Erasure): Promise<void> {
  const file = await open(join(folder, ERASURE_LIST), 'a', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(line)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The lines of a list; a missing file is empty, and a line cut off by a crash is passed over. */
export async function readErasures(path: string): Promise<Erasure[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const parsed = erasure.safeParse(parse(line));
    return parsed.success ? [parsed.data] : [];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Every `accounts.db` below a backup folder, at most three folders deep. A missing folder has none. */
export async function accountsFilesBelow(folder: string, depth = 3): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return depth > 0 ? accountsFilesBelow(path, depth - 1) : [];
      return entry.name === ACCOUNTS_FILE ? [path] : [];
    }),
  );
  return found.flat();
}
