/**
 * Lets the commands of one stream follow each other within this process, so that they don't refuse one another's
 * revision. Between processes the store's expected revision decides; this only saves the detour.
 */
export class StreamLocks {
  readonly #tails = new Map<string, Promise<void>>();

  async run<Result>(stream: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#tails.get(stream);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#tails.set(stream, promise);
    if (before) await before;
    try {
      return await work();
    } finally {
      if (this.#tails.get(stream) === promise) this.#tails.delete(stream);
      resolve();
    }
  }
}
