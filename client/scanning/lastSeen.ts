/** A code that was out of sight for so long is read anew, milliseconds. */
const AGAIN_AFTER = 3000;

/** The same code stays before the camera for a while; it is read once. */
export class LastSeen {
  #code = '';
  #at = Number.NEGATIVE_INFINITY;

  /** Whether it has only now come before the camera. @param at milliseconds that only rise */
  isNew(code: string, at: number): boolean {
    const isNew = code !== this.#code || at - this.#at > AGAIN_AFTER;
    this.#code = code;
    this.#at = at;
    return isNew;
  }
}
