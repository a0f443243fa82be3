/** Between two keys of a scanner, milliseconds; nobody types so fast. */
const FAST = 60;
/** No label's code is shorter. */
const SHORTEST = 4;
const LONGEST = 200;

/**
 * Tells a scanner that types like a keyboard, fast and ending with Enter, from a person at the keys. Time is given, so
 * that it needs no clock.
 */
export class Wedge {
  #typed = '';
  #at = Number.NEGATIVE_INFINITY;

  /** How many keys of the present burst have gone by: what they did elsewhere is to be taken back when a code comes. */
  get length(): number {
    return this.#typed.length;
  }

  /** @param at milliseconds that only rise @returns the code that this key ends, else null */
  key(key: string, at: number): string | null {
    // Shift is held for capitals, and is no letter.
    if (key !== 'Enter' && [...key].length !== 1) return null;
    const isFast = at - this.#at <= FAST;
    this.#at = at;
    if (key !== 'Enter') {
      this.#typed = ((isFast ? this.#typed : '') + key).slice(0, LONGEST);
      return null;
    }
    const code = isFast ? this.#typed.trim() : '';
    this.#typed = '';
    return code.length >= SHORTEST ? code : null;
  }
}
