import { createHash } from 'node:crypto';

/**
 * Ids of entries that come out of what they say: the same manifest, read again, has the same ones, so that bringing it
 * again compares line by line.
 */
export class EntryIds {
  readonly #given = new Set<string>();

  /** @param words what the entry is known by; where two say the same, the order tells. */
  of(...words: string[]): string {
    for (let turn = 0; ; turn += 1) {
      const digest = createHash('sha256')
        .update(JSON.stringify([...words, turn]))
        .digest('hex');
      const id = `okh-${digest.slice(0, 12)}`;
      if (this.#given.has(id)) continue;
      this.#given.add(id);
      return id;
    }
  }
}
