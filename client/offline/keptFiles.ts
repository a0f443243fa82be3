import { z } from 'zod';
import { done, storeOf, together } from './database.ts';

/** A photograph or a sound that waits with a command. In the command's body its key stands where its id will be. */
export const keptFile = z.object({
  key: z.string(),
  kind: z.enum(['photograph', 'sound']),
  /** As it is kept now. */
  bytes: z.number(),
});
export type KeptFile = z.infer<typeof keptFile>;

/** One that is to be kept. */
export interface FileToKeep {
  key: string;
  kind: KeptFile['kind'];
  blob: Blob;
}

interface FileRow {
  key: string;
  account: string;
  blob: Blob;
  /** As it will be sent: a photograph has been made small. */
  ready: boolean;
}

const isFileRow = (value: unknown): value is FileRow =>
  typeof value === 'object' && value !== null && 'blob' in value && value.blob instanceof Blob;

/** The body with the ids of its files where their keys stood. */
export function filled(body: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof body === 'string') return ids.get(body) ?? body;
  if (Array.isArray(body)) return body.map((each) => filled(each, ids));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, filled(value, ids)]));
}

/** Puts files beside their command, within its transaction. */
export async function putFiles(
  store: IDBObjectStore,
  account: string,
  files: readonly FileToKeep[],
): Promise<void> {
  for (const { key, kind, blob } of files) {
    const row: FileRow = { key, account, blob, ready: kind !== 'photograph' };
    await done(store.put(row));
  }
}

async function rowOf(key: string): Promise<FileRow | null> {
  const row: unknown = await done((await storeOf('files', 'readonly')).get(key));
  return isFileRow(row) ? row : null;
}

/** A file as it is kept here; null where the browser has thrown it away. Rejects where it keeps nothing. */
export const keptBlob = async (key: string): Promise<Blob | null> => (await rowOf(key))?.blob ?? null;

/**
 * A file as it is to be sent. A photograph is made small the first time and kept so: whatever happens in between, the
 * same bytes are sent the next time.
 * @returns null where the browser has thrown it away.
 * @throws {RequestFailed} `file-refused`, where it would tell where it was taken.
 */
export async function readyBlob(key: string): Promise<Blob | null> {
  const row = await rowOf(key);
  if (row === null || row.ready) return row?.blob ?? null;
  const { readyPhotograph } = await import('../files/send.ts');
  const blob = await readyPhotograph(row.blob);
  let standing: Blob | null = null;
  await together(['files'], async (store) => {
    const now: unknown = await done(store('files').get(key));
    if (!isFileRow(now)) return;
    // Another tab was quicker: its bytes may be on their way already.
    standing = now.ready ? now.blob : blob;
    if (!now.ready) await done(store('files').put({ ...now, blob, ready: true }));
  });
  return standing;
}
