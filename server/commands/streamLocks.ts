import { StoreUnavailable } from '../eventstore/port.ts';

/**
 * Lets the commands of one stream follow each other within this process, so that they don't refuse one another's
 * revision. Between processes the store's expected revision decides; this only saves the detour.
 */
export class StreamLocks {
  readonly #tails = new Map<string, Promise<void>>();
  readonly #patienceMilliseconds: number;

  /** @param patienceMilliseconds how long a command waits for those before it: a store that stalls must not add up. */
  constructor(patienceMilliseconds = 10_000) {
    this.#patienceMilliseconds = patienceMilliseconds;
  }

  /** @throws {StoreUnavailable} where those before take too long; `work` was not begun. */
  async run<Result>(stream: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#tails.get(stream);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#tails.set(stream, promise);
    const release = () => {
      if (this.#tails.get(stream) === promise) this.#tails.delete(stream);
      resolve();
    };
    if (before && !(await this.#endsInTime(before))) {
      // The place in the queue stays taken until those before are through.
      void before.then(release);
      throw new StoreUnavailable(`Commands before this one still wait for the log (${stream}).`);
    }
    try {
      return await work();
    } finally {
      release();
    }
  }

  #endsInTime(before: Promise<void>): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), this.#patienceMilliseconds);
      void before.then(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
