import type { Readable } from 'node:stream';
import { FileRefused } from '../../files/refusal.ts';
import type { FileStore, StoredFile } from '../../files/store.ts';
import type { Remarks, TreeFile } from './tree.ts';

/** Files of one bringing, at most. */
export const MOST_FILES = 5000;
/** Bytes of one bringing, unpacked. */
export const MOST_BYTES = 2_000_000_000;
/** Seconds that one bringing may take. */
export const MOST_SECONDS = 60;
/** Files that are written at the same moment: each waits for the disk. */
const AT_ONCE = 6;

/** What cannot be brought at all, with a sentence that says why. */
export class BringRefused extends Error {
  override name = 'BringRefused';
}

/** Where files go in. */
export interface Intake {
  store: Pick<FileStore, 'take' | 'claim' | 'open'>;
  /** Has the last word over a file; throws where it may not be taken. */
  admit(file: StoredFile): Promise<void>;
  signal: AbortSignal;
  remarks: Remarks;
}

/** One thing to take in: its path, and how its bytes are had. */
export interface Parcel {
  path: string;
  open(): Promise<Readable>;
}

/**
 * Takes parcels into the file store, a few at a time; one whose content is not taken is told and left out.
 * @throws what the store or `admit` throws otherwise; then nothing names what was taken, and a sweep collects it.
 */
export async function takeIn(intake: Intake, parcels: AsyncIterable<Parcel>): Promise<TreeFile[]> {
  const files: TreeFile[] = [];
  const underWay = new Set<Promise<void>>();
  const failed: { by?: unknown } = {};
  const one = async ({ path, open }: Parcel): Promise<void> => {
    const stream = await open();
    try {
      const stored = await intake.store.take(stream, intake.admit);
      files.push({ path, ...stored });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      intake.remarks.add('lost', path, error.message);
    } finally {
      stream.destroy();
    }
  };
  for await (const parcel of parcels) {
    intake.signal.throwIfAborted();
    if ('by' in failed) break;
    const taking: Promise<void> = one(parcel)
      .catch((error: unknown) => {
        failed.by ??= error;
      })
      .finally(() => underWay.delete(taking));
    underWay.add(taking);
    if (underWay.size >= AT_ONCE) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  if ('by' in failed) throw failed.by;
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** A count of bytes that refuses at the first one too many. */
export class Budget {
  #left: number;
  constructor(bytes: number) {
    this.#left = bytes;
  }
  /** @throws {BringRefused} */
  spend(bytes: number): void {
    this.#left -= bytes;
    if (this.#left < 0) {
      throw new BringRefused(
        `Unpacked this has more than ${MOST_BYTES / 1_000_000_000} GB: bring less at once.`,
      );
    }
  }
}
