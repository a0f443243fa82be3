/** Counts how often each name came, so that things of one name can be told apart. */
export class Occurrences {
  readonly #counts = new Map<string, number>();

  /** How often the name came before. */
  next(name: string): number {
    const before = this.#counts.get(name) ?? 0;
    this.#counts.set(name, before + 1);
    return before;
  }
}
