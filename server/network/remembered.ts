/** What took less than this to find out is found out anew whenever something has happened, milliseconds. */
const AT_ONCE = 50;
/** Finding out takes at most this share of the time. */
const SHARE = 0.05;

/**
 * An answer about the whole network: of the newest position where that is quickly found, else one that may be some
 * seconds old, so that looking at it never holds the server up. Whoever asks while it is found out waits for the same.
 */
export class Remembered<Answer> {
  readonly #find: () => Answer | Promise<Answer>;
  #known: { answer: Answer; position: bigint | null; at: number; took: number } | undefined;
  #finding: { answer: Promise<Answer>; position: bigint | null } | undefined;

  constructor(find: () => Answer | Promise<Answer>) {
    this.#find = find;
  }

  /** @param position of the newest event in the views */
  async answer(position: bigint | null): Promise<Answer> {
    const known = this.#known;
    if (known?.position === position) return known.answer;
    const isFresh = known && performance.now() - known.at < known.took / SHARE;
    if (isFresh && known.took > AT_ONCE) return known.answer;
    if (this.#finding?.position === position) return this.#finding.answer;
    const finding = { answer: this.#findOut(position), position };
    this.#finding = finding;
    try {
      return await finding.answer;
    } finally {
      if (this.#finding === finding) this.#finding = undefined;
    }
  }

  async #findOut(position: bigint | null): Promise<Answer> {
    const start = performance.now();
    const answer = await this.#find();
    const at = performance.now();
    this.#known = { answer, position, at, took: at - start };
    return answer;
  }
}
