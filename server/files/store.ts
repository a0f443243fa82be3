import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, opendir, readFile, rename, rm, stat, unlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileType } from '../../shared/files/kinds.ts';
import { cleanPhotograph, isCleanable } from './clean.ts';
import { hasCode } from './errorCode.ts';
import { FILES_FOLDER, folderOfIncoming, isFileId, pathOf } from './places.ts';
import { receive } from './receive.ts';
import { SNIFFED_BYTES, sniff } from './sniff.ts';

/** A file that is kept. */
export interface StoredFile {
  /** SHA-256 of its bytes in lower-case hex. */
  fileId: string;
  type: FileType;
  bytes: number;
}

/** An open file: close it, or read its stream to the end. */
export interface OpenFile extends StoredFile {
  /** From one byte up to and with another. */
  stream(from: number, through: number): Readable;
  close(): Promise<void>;
}

/**
 * Photographs and manuals by the SHA-256 of their bytes. A file appears whole or not at all, and never changes; the
 * same content is kept once.
 */
export interface FileStore {
  /**
   * Takes a file in. `admit` has the last word when all of it is known: where it throws, nothing stays.
   * @throws {FileRefused} for what is not taken; errors of the disk as they are.
   */
  take(content: AsyncIterable<Buffer>, admit: (file: StoredFile) => Promise<void>): Promise<StoredFile>;
  /**
   * The file, which is then kept for another week though nothing names it; null where there is none. Ask right before
   * an event names it: so no sweep takes it away in between.
   */
  claim(fileId: string): Promise<StoredFile | null>;
  open(fileId: string): Promise<OpenFile | null>;
  /** Whether there was one. */
  remove(fileId: string): Promise<boolean>;
  /** Removes it unless it was claimed or taken in since an instant (UTC milliseconds). */
  removeUntouched(fileId: string, since: number): Promise<boolean>;
  /** Ids of files that were neither claimed nor taken in since an instant (UTC milliseconds). */
  untouched(since: number): AsyncIterable<string>;
}

/**
 * Opens the store of a data folder, and clears away what this place's last process left half taken in.
 * @param place number of this process among those of the folder.
 */
export async function openFileStore(dataFolder: string, place: number): Promise<FileStore> {
  const folder = join(dataFolder, FILES_FOLDER);
  const incoming = folderOfIncoming(dataFolder, place);
  await rm(incoming, { recursive: true, force: true }).catch((error: unknown) => {
    // What may only be read today is cleared another day.
    if (!hasCode(error, 'EROFS', 'EACCES', 'EPERM')) throw error;
  });
  const at = (fileId: string) => join(folder, pathOf(fileId));

  const opened = async (fileId: string): Promise<OpenFile | null> => {
    if (!isFileId(fileId)) return null;
    const handle = await open(at(fileId)).catch(nullIfAbsent);
    if (handle === null) return null;
    const start = Buffer.alloc(SNIFFED_BYTES);
    const [{ size }] = await Promise.all([handle.stat(), handle.read(start, 0, SNIFFED_BYTES, 0)]);
    const type = sniff(start);
    if (type === null) {
      await handle.close();
      return null;
    }
    return {
      fileId,
      type,
      bytes: size,
      stream: (start, end) => handle.createReadStream({ start, end }),
      close: () => handle.close(),
    };
  };

  return {
    take: async (content, admit) => {
      await makeFolder(incoming);
      const draft = join(incoming, randomUUID());
      try {
        const received = await receive(content, draft);
        const file = isCleanable(received.type) ? await cleaned(draft, received.type) : received;
        await admit(file);
        await moveInto(folder, draft, at(file.fileId));
        return file;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    claim: async (fileId) => {
      const file = await opened(fileId);
      if (file === null) return null;
      await file.close();
      const now = new Date();
      // A disk that may only be read keeps everything anyway.
      const touched = await utimes(at(fileId), now, now).catch((error: unknown) =>
        hasCode(error, 'EROFS') ? undefined : nullIfAbsent(error),
      );
      return touched === null ? null : { fileId, type: file.type, bytes: file.bytes };
    },
    open: opened,
    remove: async (fileId) =>
      isFileId(fileId) &&
      (await unlink(at(fileId)).then(
        () => true,
        (error: unknown) => nullIfAbsent(error) !== null,
      )),
    removeUntouched: async (fileId, since) => {
      const found = await stat(at(fileId)).catch(nullIfAbsent);
      if (found === null || found.mtimeMs >= since) return false;
      await rm(at(fileId), { force: true });
      return true;
    },
    untouched: (since) => untouched(folder, since),
  };
}

async function* untouched(folder: string, since: number): AsyncGenerator<string> {
  const shelves = await opendir(folder).catch(nullIfAbsent);
  if (shelves === null) return;
  for await (const shelf of shelves) {
    if (!shelf.isDirectory()) continue;
    for await (const { name } of await opendir(join(folder, shelf.name))) {
      if (!isFileId(name)) continue;
      const found = await stat(join(folder, shelf.name, name)).catch(nullIfAbsent);
      if (found !== null && found.mtimeMs < since) yield name;
    }
  }
}

/** Writes the photograph anew without what it tells besides its picture. */
async function cleaned(draft: string, type: Parameters<typeof cleanPhotograph>[0]): Promise<StoredFile> {
  const bytes = cleanPhotograph(type, await readFile(draft));
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { fileId: createHash('sha256').update(bytes).digest('hex'), type, bytes: bytes.length };
}

/** Over a file of the same content: what may have gone bad on the disk is whole again. */
async function moveInto(folder: string, draft: string, place: string): Promise<void> {
  const made = await makeFolder(dirname(place));
  await rename(draft, place);
  await syncFolder(dirname(place));
  if (made) await syncFolder(folder);
}

/**
 * Makes a folder and those above it; the system's own recursive way hides why it could not (a disk that may only be
 * read). @returns whether there was none.
 */
async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    if (!hasCode(error, 'ENOENT')) throw error;
    await makeFolder(dirname(path));
    return makeFolder(path);
  }
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function nullIfAbsent(error: unknown): null {
  if (hasCode(error, 'ENOENT', 'ENOTDIR')) return null;
  throw error;
}
