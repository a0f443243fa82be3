/** A frame that takes longer is felt, milliseconds; one that takes less leaves time for more. */
const SLOW = 40;
const QUICK = 20;
const SLOW_FRAMES = 3;
const QUICK_FRAMES = 30;
const STEP = 0.75;
/** Coarser than that nobody recognises what turns. */
const COARSEST = 0.5;

/**
 * How sharply to draw while something moves, as a share of the screen's own pixels: on a slow machine coarser, so that the
 * model follows the hand. What rests is always drawn as sharply as the screen can show.
 */
export class Pace {
  share = 1;
  #slow = 0;
  #quick = 0;

  /** @param milliseconds from a frame in which something was drawn to the next that the browser offered. */
  took(milliseconds: number): void {
    this.#slow = milliseconds > SLOW ? this.#slow + 1 : 0;
    this.#quick = milliseconds < QUICK ? this.#quick + 1 : 0;
    if (this.#slow >= SLOW_FRAMES) {
      this.share = Math.max(COARSEST, this.share * STEP);
      this.#slow = 0;
    } else if (this.#quick >= QUICK_FRAMES) {
      this.share = Math.min(1, this.share / STEP);
      this.#quick = 0;
    }
  }
}
