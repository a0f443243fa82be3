/** Instances, mates and parameters that are reckoned through all levels, at most; equal ones of a design are reckoned once. */
export const MOST_RECKONED = 100_000;
/** Characters of formulas that are read through all levels, at most; what is written twice in one content is read once. */
const MOST_READ = 1_000_000;

/** What is left of the work that one assembly may ask for, whatever its content and the designs in it say. */
export class Effort {
  #things = MOST_RECKONED;
  #characters = MOST_READ;

  /** Counts what is reckoned in any case. */
  count(things: number): void {
    this.#things -= things;
  }

  /** Whether so many more may be reckoned; then they are counted. */
  take(things: number): boolean {
    if (things > this.#things) return false;
    this.#things -= things;
    return true;
  }

  /** Whether so many more characters may be read; then they are counted. */
  read(characters: number): boolean {
    if (characters > this.#characters) return false;
    this.#characters -= characters;
    return true;
  }
}
