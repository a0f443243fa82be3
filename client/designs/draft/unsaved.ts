import { z } from 'zod';
import { type Batch, batch } from './batches.ts';

/** What was typed and has not arrived yet, kept in this browser so that its crash loses nothing. */
export interface UnsavedStore {
  /** Keeps exactly these. @returns whether this browser did. */
  keep(batches: readonly Batch[]): boolean;
  /** What earlier pages of this draft left behind; theirs no longer. */
  take(): Batch[];
}

const PREFIX = 'commonwright-unsaved';

/** @param tab names this page: two of one browser must not overwrite each other. */
export function unsavedIn(storage: Storage, account: string, draftId: string, tab: string): UnsavedStore {
  const start = `${PREFIX}:${account}:${draftId}:`;
  const own = `${start}${tab}`;
  return {
    keep(batches) {
      try {
        if (batches.length === 0) storage.removeItem(own);
        else storage.setItem(own, JSON.stringify(batches));
        return true;
      } catch {
        return batches.length === 0;
      }
    },
    take() {
      try {
        const keys = Array.from({ length: storage.length }, (_none, index) => storage.key(index) ?? '');
        return keys
          .filter((key) => key.startsWith(start))
          .flatMap((key) => {
            const found = readBatches(storage.getItem(key));
            storage.removeItem(key);
            return found;
          });
      } catch {
        return [];
      }
    },
  };
}

function readBatches(text: string | null): Batch[] {
  try {
    const read = z.array(batch).safeParse(JSON.parse(text ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

/** For a browser that keeps nothing. */
export const keepsNothing: UnsavedStore = { keep: (batches) => batches.length === 0, take: () => [] };
