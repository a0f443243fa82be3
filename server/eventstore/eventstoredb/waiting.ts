import { setTimeout as sleep } from 'node:timers/promises';
import { StoreUnavailable } from '../port.ts';

/** Waits, or less when the signal comes first. Never throws. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch {
    // The signal came: whoever waits looks at it next.
  }
}

/** Pauses that double from `first` to `most` milliseconds, each shortened by up to a quarter so that many do not march in step. */
export class GrowingPause {
  readonly #first: number;
  readonly #most: number;
  #next: number;

  constructor(first: number, most: number) {
    this.#first = first;
    this.#most = most;
    this.#next = first;
  }

  async wait(signal: AbortSignal): Promise<void> {
    const milliseconds = this.#next * (1 - Math.random() / 4);
    this.#next = Math.min(this.#next * 2, this.#most);
    await pause(milliseconds, signal);
  }

  reset(): void {
    this.#next = this.#first;
  }
}

/**
 * The client's own deadline starts only when its call does, and not while it looks for the leader.
 *
 * @throws {StoreUnavailable} when the promise takes longer; it goes on unseen.
 */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new StoreUnavailable(`The event store did not answer within ${milliseconds} ms.`)),
    milliseconds,
  );
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
