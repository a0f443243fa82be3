/** What took less than this to find out is found out anew whenever something has happened, milliseconds. */
const AT_ONCE = 50;
/** Finding out takes at most this share of the time. */
const SHARE = 0.05;

/**
 * An answer about the whole network: of the newest position where that is quickly found, else one that may be some
 * seconds old, so that looking at it never holds the server up.
 */
export class Remembered<Answer> {
  readonly #find: () => Answer;
  #known: { answer: Answer; position: bigint | null; at: number; took: number } | undefined;

  constructor(find: () => Answer) {
    this.#find = find;
  }

  /** @param position of the newest event in the views */
  answer(position: bigint | null): Answer {
    const now = performance.now();
    const known = this.#known;
    if (known?.position === position) return known.answer;
    if (known && known.took > AT_ONCE && now - known.at < known.took / SHARE) return known.answer;
    const answer = this.#find();
    this.#known = { answer, position, at: now, took: performance.now() - now };
    return answer;
  }
}
