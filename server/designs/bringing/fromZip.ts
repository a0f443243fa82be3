import { Readable, Transform } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import type { FileStore } from '../../files/store.ts';
import { Paths, printable } from './cleaning.ts';
import { BringRefused, Budget, type Intake, MOST_BYTES, MOST_FILES, type Parcel, takeIn } from './intake.ts';
import type { TreeFile } from './tree.ts';

/** Deflate reaches 1,032 to 1 on zeros; real folders stay far below this over all. */
const MOST_RATIO = 200;
/** Below so many bytes unpacked no ratio is a danger. */
const HARMLESS_BYTES = 50_000_000;
const LOCAL_HEADER_BYTES = 30;
const ENCRYPTED = 0x1;
const SYMLINK = 0o120000;
const KIND_OF_FILE = 0o170000;
const MADE_ON_UNIX = 3;

/** Reads the archive from the file store, range by range. */
class StoredArchive extends RandomAccessReader {
  readonly #store: Pick<FileStore, 'open'>;
  readonly #fileId: string;
  constructor(store: Pick<FileStore, 'open'>, fileId: string) {
    super();
    this.#store = store;
    this.#fileId = fileId;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(start < end ? rangeOf(this.#store, this.#fileId, start, end - 1) : []);
  }
}

/** Each range opens the file anew: a stream closes what it reads from. */
async function* rangeOf(store: Pick<FileStore, 'open'>, fileId: string, start: number, through: number) {
  const file = await store.open(fileId);
  if (file === null) throw new Error('the archive has gone');
  yield* file.stream(start, through);
}

/**
 * Takes the files of a zip archive in. Nothing is written but into the file store, whatever its names say.
 * @throws {BringRefused} where it is no archive, is encrypted, overlaps itself, or unfolds into too much.
 */
export async function filesOfZip(intake: Intake, fileId: string): Promise<TreeFile[]> {
  const { store, signal } = intake;
  const found = await store.claim(fileId);
  if (found === null) throw new BringRefused('This archive is not here: send it in first.');
  const archive = await opened(new StoredArchive(store, fileId), found.bytes);
  try {
    const entries = await entriesOf(archive, signal);
    assertPlausible(entries, found.bytes);
    return await takeIn(intake, parcelsOf(archive, entries, intake));
  } finally {
    archive.close();
  }
}

async function opened(reader: StoredArchive, bytes: number): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true };
  try {
    return await fromRandomAccessReaderPromise(reader, bytes, options);
  } catch {
    throw new BringRefused('This is no zip archive, or it is cut off: pack it again.');
  }
}

async function entriesOf(archive: ZipFile, signal: AbortSignal): Promise<Entry[]> {
  if (archive.entryCount > MOST_FILES * 2) throw tooMany();
  const entries: Entry[] = [];
  try {
    for await (const entry of archive.eachEntry()) {
      signal.throwIfAborted();
      entries.push(entry);
      if (entries.length > MOST_FILES * 2) throw tooMany();
    }
  } catch (error) {
    if (error instanceof BringRefused || signal.aborted) throw error;
    throw new BringRefused('The list of files in this archive is damaged: pack it again.');
  }
  return entries;
}
const tooMany = () =>
  new BringRefused(`This archive holds more than ${MOST_FILES} files: bring less at once.`);

/** @throws {BringRefused} for what no honest program packs. */
function assertPlausible(entries: readonly Entry[], archiveBytes: number): void {
  if (entries.some(({ generalPurposeBitFlag }) => generalPurposeBitFlag & ENCRYPTED)) {
    throw new BringRefused('This archive is encrypted: pack it without a password.');
  }
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (unpacked > MOST_BYTES) new Budget(MOST_BYTES).spend(unpacked);
  if (unpacked > HARMLESS_BYTES && unpacked > archiveBytes * MOST_RATIO) {
    throw new BringRefused(
      `This archive unfolds to more than ${MOST_RATIO} times its size: it is not unpacked.`,
    );
  }
  const placed = entries.toSorted(
    (one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader,
  );
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, compressedSize } of placed) {
    if (start < end) throw new BringRefused('Files in this archive overlap each other: it is not unpacked.');
    end = start + LOCAL_HEADER_BYTES + compressedSize;
  }
}

async function* parcelsOf(
  archive: ZipFile,
  entries: readonly Entry[],
  intake: Intake,
): AsyncGenerator<Parcel> {
  const { remarks, signal } = intake;
  const paths = new Paths(remarks);
  const budget = new Budget(MOST_BYTES);
  let count = 0;
  for (const entry of entries) {
    const name = nameIn(entry);
    if (name.endsWith('/') || name.endsWith('\\')) continue;
    if (isSymlink(entry)) {
      remarks.add('lost', printable(name), 'It is a link to another file: bring the file itself.');
      continue;
    }
    const path = paths.admit(name);
    if (path === null) continue;
    count += 1;
    if (count > MOST_FILES) throw tooMany();
    if (!entry.canDecodeFileData()) {
      remarks.add('lost', path, 'It is packed in a way that cannot be read here: use deflate.');
      continue;
    }
    yield { path, open: () => contentOf(archive, entry, path, { budget, signal }) };
  }
  paths.tellJunk();
}

/** Names are UTF-8 where the archive says so, else as the packer's system wrote them. */
function nameIn(entry: Entry): string {
  // The typings say a string; undecoded it is the bytes.
  const raw: unknown = entry.fileName;
  const bytes = Buffer.isBuffer(raw) ? raw : entry.fileNameRaw;
  const { generalPurposeBitFlag, extraFields } = entry;
  try {
    // Many packers write UTF-8 and forget to say so.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, bytes, extraFields, false);
  }
}

const isSymlink = ({ versionMadeBy, externalFileAttributes }: Entry): boolean =>
  versionMadeBy >>> 8 === MADE_ON_UNIX && ((externalFileAttributes >>> 16) & KIND_OF_FILE) === SYMLINK;

async function contentOf(
  archive: ZipFile,
  entry: Entry,
  path: string,
  { budget, signal }: { budget: Budget; signal: AbortSignal },
): Promise<Readable> {
  const stream = await archive.openReadStreamPromise(entry).catch(() => {
    throw damaged(path);
  });
  let sum = 0;
  const checked = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      try {
        signal.throwIfAborted();
        budget.spend(chunk.length);
        sum = crc32(chunk, sum);
        pass(null, chunk);
      } catch (error) {
        pass(error instanceof Error ? error : new Error('stopped'));
      }
    },
    flush: (done) => done(sum === entry.crc32 ? null : damaged(path)),
  });
  // An error of the archive (a size that lies, a broken block) reaches whoever reads; one that comes when nobody reads
  // any more must not end the process.
  stream.on('error', () => checked.destroy(damaged(path)));
  checked.on('error', () => {});
  checked.once('close', () => stream.destroy());
  return stream.pipe(checked);
}

const damaged = (path: string) => new BringRefused(`${path} in this archive is damaged: pack it again.`);
