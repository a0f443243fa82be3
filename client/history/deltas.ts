/** What changes with each moment, so that one may walk it in both directions: those of moment m stand at `from[m]` up to `from[m + 1]`. */
export interface Deltas {
  readonly from: Uint32Array;
  readonly which: Uint32Array;
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** Notes changes of numbered states, moment by moment. What changes there and back within a moment did not change. */
export class DeltaNotes {
  /** As they stand now. */
  readonly states: Int32Array;
  readonly #settled: Int32Array;
  readonly #isTouched: Uint8Array;
  #touched: number[] = [];
  readonly #from: number[] = [0];
  readonly #which: number[] = [];
  readonly #before: number[] = [];
  readonly #after: number[] = [];

  constructor(count: number) {
    this.states = new Int32Array(count);
    this.#settled = new Int32Array(count);
    this.#isTouched = new Uint8Array(count);
  }

  set(which: number, state: number): void {
    this.states[which] = state;
    if (this.#isTouched[which]) return;
    this.#isTouched[which] = 1;
    this.#touched.push(which);
  }

  /** The moment is over. */
  endMoment(): void {
    for (const which of this.#touched) {
      this.#isTouched[which] = 0;
      const [before, after] = [this.#settled[which] ?? 0, this.states[which] ?? 0];
      if (before === after) continue;
      this.#which.push(which);
      this.#before.push(before);
      this.#after.push(after);
      this.#settled[which] = after;
    }
    this.#touched = [];
    this.#from.push(this.#which.length);
  }

  done(): Deltas {
    return {
      from: Uint32Array.from(this.#from),
      which: Uint32Array.from(this.#which),
      before: Int32Array.from(this.#before),
      after: Int32Array.from(this.#after),
    };
  }
}
