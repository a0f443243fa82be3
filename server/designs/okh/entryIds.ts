import { createHash } from 'node:crypto';

/**
 * Ids of entries that come out of what they say: the same manifest, read again, has the same ones, so that bringing it
 * again compares line by line.
 */
export class EntryIds {
  readonly #turns = new Map<string, number>();

  /** @param words what the entry is known by; where two say the same, the order tells. */
  of(...words: string[]): string {
    const known = JSON.stringify(words);
    const turn = this.#turns.get(known) ?? 0;
    this.#turns.set(known, turn + 1);
    return `okh-${createHash('sha256').update(`${known}${turn}`).digest('hex').slice(0, 16)}`;
  }
}
