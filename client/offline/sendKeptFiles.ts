import { sendFile, sendPhotograph } from '../files/send.ts';
import { type FileToKeep, filled, type KeptFile, readyBlob } from './keptFiles.ts';
import { NotKept } from './notKept.ts';

/**
 * Sends the files of a command that waited, one after the other. Sending the same again is safe: a file has the name of
 * its content.
 * @returns the body with the ids in it.
 * @throws {NotKept} where the browser has thrown a file away; {RequestFailed} as `sendFile`.
 */
export async function sendKeptFiles(body: unknown, files: readonly KeptFile[]): Promise<unknown> {
  const ids = new Map<string, string>();
  for (const { key } of files) {
    const blob = await readyBlob(key);
    if (blob === null || !(await isReadable(blob))) throw new NotKept('unable', null);
    ids.set(key, (await sendFile(blob)).fileId);
  }
  return filled(body, ids);
}

/** A browser may have cleared the bytes and kept the entry: sending them would look like a lost connection. */
const isReadable = (blob: Blob) =>
  blob
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/** As `sendKeptFiles`, for files that were not kept. @throws {RequestFailed} as `sendFile`. */
export async function sendFilesAtOnce(body: unknown, files: readonly FileToKeep[]): Promise<unknown> {
  const ids = new Map<string, string>();
  for (const { key, kind, blob } of files)
    ids.set(key, (await (kind === 'photograph' ? sendPhotograph(blob) : sendFile(blob))).fileId);
  return filled(body, ids);
}
