import type { MomentEntry } from '../../shared/network/momentViews.ts';

/**
 * How many parts of each line were taken out of a thing and not put back, while it stood in the picture or elsewhere:
 * whatever it goes into later, it comes without them.
 */
export class Missing {
  /** By the thing that they were in, then by line. */
  readonly #counts = new Map<string, Map<string, number>>();

  entered(entry: MomentEntry): void {
    this.#change(entry, -1);
  }

  left(entry: MomentEntry): void {
    this.#change(entry, 1);
  }

  /** Of each line of a thing how many are missing. */
  of(thing: string | null): Iterable<[line: string, count: number]> {
    return (thing === null ? undefined : this.#counts.get(thing)) ?? [];
  }

  #change({ into, line }: MomentEntry, by: 1 | -1): void {
    if (into === null || line === null) return;
    const counts = this.#counts.get(into) ?? new Map<string, number>();
    this.#counts.set(into, counts.set(line, Math.max(0, (counts.get(line) ?? 0) + by)));
  }
}
