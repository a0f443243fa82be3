/** What became of a part. */
export type Fate = 'recovered' | 'consumed' | 'scrapped' | 'shelved';

/** A part that is decided. */
export interface Decided {
  /** Of the thing, or of a line of what was only counted. */
  key: string;
  /** For those that have a page. */
  itemId: string | null;
  name: string;
  fate: Fate;
}

const nameOf = (itemId: string) => `taking-apart-${itemId}`;
const FATES: readonly string[] = ['recovered', 'consumed', 'scrapped', 'shelved'];

const isDecided = (value: unknown): value is Decided =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'itemId' in value &&
  (value.itemId === null || typeof value.itemId === 'string') &&
  'name' in value &&
  typeof value.name === 'string' &&
  'fate' in value &&
  FATES.includes(String(value.fate));

/** What this browser remembers of taking a thing apart: it is left, and continued, with its progress. */
export function readDecided(storage: Pick<Storage, 'getItem'>, itemId: string): Decided[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(itemId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isDecided) : [];
  } catch {
    return [];
  }
}

/** Remembers it; a browser without room for it goes on without. */
export function keepDecided(
  storage: Pick<Storage, 'setItem'>,
  itemId: string,
  decided: readonly Decided[],
): void {
  try {
    storage.setItem(nameOf(itemId), JSON.stringify(decided));
  } catch {
    // Full or forbidden: only the progress bar knows less after a reload.
  }
}

/** Without what stands among the open ones again, because it was taken back. */
export const stillDecided = (decided: readonly Decided[], open: readonly string[]): Decided[] =>
  decided.filter(({ key }) => !open.includes(key));
