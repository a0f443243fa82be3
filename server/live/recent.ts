/** Events of which positions and streams are remembered for those who come back. */
export const REMEMBERED_EVENTS = 1000;

interface Step {
  position: bigint;
  streams: ReadonlySet<string>;
}

/** The last steps of the log, so that a viewer who was away for a moment need not fetch everything again. */
export class RecentSteps {
  readonly #steps: Step[] = [];
  #size = 0;
  /** Everything after this position is remembered. */
  #floor: bigint;
  #head: bigint;

  constructor(position: bigint) {
    this.#floor = position;
    this.#head = position;
  }

  get head(): bigint {
    return this.#head;
  }

  add(step: Step): void {
    this.#steps.push(step);
    this.#size += step.streams.size;
    this.#head = step.position;
    while (this.#size > REMEMBERED_EVENTS) {
      const oldest = this.#steps.shift();
      if (oldest === undefined) return;
      this.#size -= oldest.streams.size;
      this.#floor = oldest.position;
    }
  }

  /** The streams that moved after a position; null where that is not remembered, or not known at all. */
  since(position: bigint): Set<string> | null {
    if (position < this.#floor || position > this.#head) return null;
    const streams = new Set<string>();
    for (const step of this.#steps) {
      if (step.position > position) for (const stream of step.streams) streams.add(stream);
    }
    return streams;
  }
}
