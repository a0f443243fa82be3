import { hash } from 'node:crypto';

/** Of a code of 48 bits, two among ten thousand parts meet once in six million lists. */
const LENGTH = 8;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS = Uint8Array.from({ length: 128 }, (_, character) =>
  Math.max(0, ALPHABET.indexOf(String.fromCharCode(character))),
);

/** Different parts as eight characters each, one after the other. */
export const codesOf = (kinds: Iterable<string>): string =>
  Array.from(kinds, (kind) => hash('sha1', kind, 'base64url').slice(0, LENGTH)).join('');

/**
 * Counts different codes among many lists. A table of numbers with open addressing: a set of a hundred thousand short
 * strings takes ten times as long, and that is what a tractor's roll-up holds.
 */
export class DistinctCodes {
  #slots = new Float64Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(codes: string): void {
    for (let at = 0; at + LENGTH <= codes.length; at += LENGTH) {
      const high = bitsAt(codes, at);
      const low = bitsAt(codes, at + 4);
      // Zero is an empty slot.
      this.#enter(high * 0x1000000 + low + 1, low);
    }
  }

  #enter(code: number, spread: number): void {
    const mask = this.#slots.length - 1;
    let slot = spread & mask;
    for (let there = this.#slots[slot]; there !== 0; there = this.#slots[slot]) {
      if (there === code) return;
      slot = (slot + 1) & mask;
    }
    this.#slots[slot] = code;
    this.#count++;
    if (this.#count * 2 > this.#slots.length) this.#grow();
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Float64Array(old.length * 4);
    this.#count = 0;
    for (const code of old) if (code !== 0) this.#enter(code, (code - 1) % 0x1000000);
  }
}

/** Four characters: 24 bits. */
const bitsAt = (codes: string, at: number): number =>
  (bitsOf(codes, at) << 18) |
  (bitsOf(codes, at + 1) << 12) |
  (bitsOf(codes, at + 2) << 6) |
  bitsOf(codes, at + 3);
const bitsOf = (codes: string, at: number): number => BITS[codes.charCodeAt(at) & 127] ?? 0;

/** The codes one by one. */
export const singleCodes = (codes: string): string[] =>
  Array.from({ length: Math.floor(codes.length / LENGTH) }, (_, at) =>
    codes.slice(at * LENGTH, (at + 1) * LENGTH),
  );
