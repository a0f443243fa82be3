import { createHash, randomUUID } from 'node:crypto';
import {
  type FileHandle,
  mkdir,
  open,
  opendir,
  readFile,
  rename,
  rm,
  stat,
  unlink,
  utimes,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  type FilePurpose,
  type FileType,
  isPhotograph,
  type PhotographType,
} from '../../shared/files/kinds.ts';
import { cleanPhotograph } from './clean.ts';
import { hasCode } from './errorCode.ts';
import { FILES_FOLDER, folderOfIncoming, isFileId, pathOf } from './places.ts';
import { receive, typeOfWhole } from './receive.ts';
import { type Sample, SNIFFED_BYTES, sniff, TAIL_BYTES } from './sniff.ts';

/** A file that is kept. */
export interface StoredFile {
  /** SHA-256 of its bytes in lower-case hex. */
  fileId: string;
  type: FileType;
  bytes: number;
}

/** Whether a file that is known now is kept: throws where it is not. */
export type Admit = (file: StoredFile) => Promise<void>;

/** An open file: close it, or read its stream to the end. */
export interface OpenFile extends StoredFile {
  /** From one byte up to and with another. */
  stream(from: number, through: number): Readable;
  close(): Promise<void>;
}

/**
 * Files by the SHA-256 of their bytes. A file appears whole or not at all, and never changes; the same content is kept
 * once.
 */
export interface FileStore {
  /**
   * Takes a file in. `admit` has the last word when all of it is known: where it throws, nothing stays.
   * @param purpose default `design`: anything up to 500 MB.
   * @throws {FileRefused} for what is not taken; errors of the disk as they are.
   */
  take(content: AsyncIterable<Buffer>, admit: Admit, purpose?: FilePurpose): Promise<StoredFile>;
  /**
   * Takes in a file of a design that lies on the data folder's disk already, whole and durable; it is there no more
   * afterwards. Where this throws, it stays.
   * @param sha256 of its bytes, in lower-case hex.
   * @throws {FileRefused} as `take`.
   */
  adopt(path: string, sha256: string, admit: Admit): Promise<StoredFile>;
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
    const sample = await sampleOf(handle);
    return {
      fileId,
      type: sniff(sample),
      bytes: sample.bytes,
      stream: (start, end) => handle.createReadStream({ start, end }),
      close: () => handle.close(),
    };
  };

  return {
    take: async (content, admit, purpose = 'design') => {
      await makeFolder(incoming);
      const draft = join(incoming, randomUUID());
      try {
        const received = await receive(content, draft, purpose);
        const file = isPhotograph(received.type) ? await cleaned(draft, received.type, draft) : received;
        await admit(file);
        await moveInto(folder, draft, at(file.fileId));
        return file;
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    adopt: async (path, sha256, admit) => {
      const sample = await sampleAt(path);
      const type = typeOfWhole(sample, 'design');
      const whole = { fileId: sha256, type, bytes: sample.bytes };
      if (!isPhotograph(type)) {
        await admit(whole);
        await moveInto(folder, path, at(sha256));
        return whole;
      }
      await makeFolder(incoming);
      const draft = join(incoming, randomUUID());
      try {
        const file = await cleaned(path, type, draft);
        await admit(file);
        await moveInto(folder, draft, at(file.fileId));
        await rm(path, { force: true });
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

async function sampleAt(path: string): Promise<Sample> {
  const handle = await open(path);
  try {
    return await sampleOf(handle);
  } finally {
    await handle.close();
  }
}

async function sampleOf(handle: FileHandle): Promise<Sample> {
  const { size } = await handle.stat();
  const start = Buffer.alloc(Math.min(size, SNIFFED_BYTES));
  const tail = Buffer.alloc(Math.min(size, TAIL_BYTES));
  await handle.read(start, 0, start.length, 0);
  await handle.read(tail, 0, tail.length, size - tail.length);
  return { start, tail, bytes: size };
}

/** Writes the photograph anew without what it tells besides its picture. */
async function cleaned(from: string, type: PhotographType, to: string): Promise<StoredFile> {
  const bytes = cleanPhotograph(type, await readFile(from));
  const handle = await open(to, 'w', 0o600);
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
