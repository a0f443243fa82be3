import type { Chance } from '../accounts/chance.ts';

/** Chance that is the same for the same seed. Never for secrets. */
export interface SeededChance extends Chance {
  /** At least 0, less than 1. */
  fraction(): number;
  /** A whole number, both ends included. */
  between(from: number, to: number): number;
  /** @throws {RangeError} where there is nothing to choose from. */
  among<Item>(items: readonly Item[]): Item;
}

/** A generator (mulberry32) that starts from a text. */
export function seededChance(seed: string): SeededChance {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => Math.floor(fraction() * 256));
  return {
    fraction,
    bytes,
    between: (from, to) => from + Math.floor(fraction() * (to - from + 1)),
    among: (items) => {
      const item = items[Math.floor(fraction() * items.length)];
      if (item === undefined) throw new RangeError('nothing to choose from');
      return item;
    },
    uuid: () => {
      const hex = Buffer.from(bytes(16)).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}
