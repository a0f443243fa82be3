import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { type AccountsDatabase, BUSY_TIMEOUT_MS, guarded, WRITER_PRAGMAS } from './database.ts';
import { emptyLog, eraseRows, pendingIn, rewrite } from './eraseRows.ts';
import { accountsFilesBelow, appendErasure, DRAFTS_FILE, readErasures } from './erasureList.ts';

const RETRY_MS = 100;
const BACKGROUND_RETRY_MS = 1_000;
const DEFAULT_PATIENCE_MS = 30_000;

/** What became of an erasure. The rows are gone in any case. */
export interface ErasureOutcome {
  /** False while somebody still reads an older state of the live database: it goes on in the background. */
  vanished: boolean;
  /** Copies that could not be opened or written, by path: to be erased by hand, or on restore by the list. */
  failedCopies: string[];
}

export interface ErasureSettings {
  clock: () => Date;
  /** Where `erasures.jsonl` stands. */
  dataFolder: string;
  /** Folders below which backups lie, each with its own list. */
  backupFolders: readonly string[];
  /** Called when the rows are gone. */
  catchUp: () => void;
}

export interface Erasures {
  /** Forgets a member, in the live database and in every backup. Resolves when their bytes are gone. */
  erase(memberId: string, patienceMs?: number): Promise<ErasureOutcome>;
  /** Finishes what an earlier run began, and erases whom a restored older backup brought back. */
  resume(): Promise<void>;
  close(): Promise<void>;
}

export function erasuresOf(database: AccountsDatabase, settings: ErasureSettings): Erasures {
  const { clock, dataFolder, backupFolders, catchUp } = settings;
  let closed = false;
  /** Waiting for others is done between the tries: within SQLite it would stop the whole process. */
  const impatiently = (work: (writer: DatabaseSync) => boolean) =>
    database.exclusively((writer) => {
      writer.exec(`pragma busy_timeout = ${RETRY_MS}`);
      try {
        return work(writer);
      } finally {
        writer.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
      }
    });
  const untilVanished = async (patienceMs: number, retryMs: number): Promise<boolean> => {
    const deadline = performance.now() + patienceMs;
    let rewritten = false;
    while (!closed) {
      rewritten ||= await impatiently(rewrite);
      if (rewritten && (await impatiently(emptyLog))) {
        await database.exclusively((writer) => writer.exec('delete from erasuresPending'));
        return true;
      }
      if (performance.now() > deadline) break;
      await pause(retryMs);
    }
    return false;
  };
  /** Rows go at once; where another process reads, the bytes go with the next erasure or the next start. */
  const eraseDrafts = async (erasures: Parameters<typeof eraseAll>[1]): Promise<boolean> => {
    const path = join(dataFolder, DRAFTS_FILE);
    if (erasures.length === 0 || !(await isFile(path))) return true;
    try {
      eraseAll(path, erasures);
      return true;
    } catch {
      return false;
    }
  };
  let background: Promise<unknown> = Promise.resolve();
  const vanishSoon = async (patienceMs: number): Promise<boolean> => {
    if (await untilVanished(patienceMs, RETRY_MS)) return true;
    // Failing here changes nothing: the note in the database has the next start try again.
    background = untilVanished(Number.POSITIVE_INFINITY, BACKGROUND_RETRY_MS).catch(() => {});
    return false;
  };
  return {
    erase: async (memberId, patienceMs = DEFAULT_PATIENCE_MS) => {
      // The intention first: a crash from here on is made good by `resume`.
      const line = { memberId, textIds: [], at: clock().toISOString() };
      await appendErasure(dataFolder, line);
      const textIds = await database.exclusively((writer) => eraseRows(writer, memberId, []));
      const draftsVanished = await eraseDrafts([{ memberId, textIds }]);
      catchUp();
      await appendErasure(dataFolder, { ...line, textIds });
      const failedCopies: string[] = [];
      for (const folder of backupFolders) {
        if (!(await isFolder(folder))) continue;
        await appendErasure(folder, { ...line, textIds });
        for (const path of await accountsFilesBelow(folder)) {
          for (const copy of await withDraftsBeside(path)) {
            try {
              eraseFromFile(copy, memberId, textIds);
            } catch {
              failedCopies.push(copy);
            }
          }
        }
      }
      const vanished = await vanishSoon(patienceMs);
      return { vanished: draftsVanished && vanished, failedCopies };
    },
    resume: async () => {
      const list = await readErasures(`${dataFolder}/erasures.jsonl`);
      const pending = await database.exclusively((writer) => {
        const present = writer.prepare(PRESENT);
        for (const { memberId, textIds } of list) {
          if (present.get(memberId, JSON.stringify(textIds))) eraseRows(writer, memberId, textIds);
        }
        return pendingIn(writer).length > 0;
      });
      await eraseDrafts(list);
      if (pending) await vanishSoon(2_000);
    },
    close: async () => {
      closed = true;
      await background;
    },
  };
}

const PRESENT = `select 1 from user where id = ?1 union all select 1 from texts where author = ?1 or subject = ?1
  or id in (select value from json_each(?2)) union all select 1 from notices where memberId = ?1
  union all select 1 from outbox where memberId = ?1 limit 1`;

/**
 * Erases a member from a closed copy of `accounts.db` and makes the bytes vanish from it.
 *
 * @returns whether there was anything of them in it
 * @throws {AccountsUnavailable} the copy is in use, damaged, or may not be written
 */
export function eraseFromFile(path: string, memberId: string, textIds: readonly string[]): boolean {
  return eraseAll(path, [{ memberId, textIds }]);
}

/**
 * Applies lists of erasures to a copy of `accounts.db`: for a backup just made or about to be restored.
 *
 * @returns how many lines the lists hold
 */
export async function reapplyErasures(
  accountsPath: string,
  erasureLists: readonly string[],
): Promise<number> {
  const lines = (await Promise.all(erasureLists.map(readErasures))).flat();
  if (lines.length > 0) eraseAll(accountsPath, lines);
  return lines.length;
}

function eraseAll(
  path: string,
  erasures: readonly { memberId: string; textIds: readonly string[] }[],
): boolean {
  return guarded(() => {
    const copy = new DatabaseSync(path);
    try {
      const mode = String(copy.prepare('pragma journal_mode').get()?.journal_mode);
      copy.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}; ${WRITER_PRAGMAS}`);
      for (const { memberId, textIds } of erasures) eraseRows(copy, memberId, textIds);
      const found = pendingIn(copy).length > 0;
      if (found && !(rewrite(copy) && emptyLog(copy))) throw new Error('The copy is in use.');
      copy.exec('delete from erasuresPending');
      if (mode !== 'wal') copy.exec(`pragma journal_mode = ${mode}`);
      return found;
    } finally {
      copy.close();
    }
  });
}

/** A copy of the accounts, and of the drafts where one stands beside it. */
async function withDraftsBeside(accountsPath: string): Promise<string[]> {
  const drafts = join(dirname(accountsPath), DRAFTS_FILE);
  return (await isFile(drafts)) ? [accountsPath, drafts] : [accountsPath];
}

const isFile = (path: string) =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
