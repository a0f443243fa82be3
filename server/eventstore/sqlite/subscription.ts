import type { RecordedEvent, SubscribeOptions, Subscription } from '../port.ts';
import type { Scan } from './reader.ts';

const BATCH = 1000;
const FIRST_PAUSE_MILLISECONDS = 20;
const LONGEST_PAUSE_MILLISECONDS = 5000;

/** Tells subscriptions that there may be more to read. */
export class Bell {
  readonly #listeners = new Set<() => void>();

  get heard(): boolean {
    return this.#listeners.size > 0;
  }

  ring(): void {
    for (const listener of this.#listeners) listener();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

type ScanFrom = (after: number, limit: number, filter: SubscribeOptions['filter']) => Promise<Scan>;

/** Reads from where the last batch ended until nothing is left, then waits for the bell. */
export function follow(
  scan: ScanFrom,
  bell: Bell,
  options: SubscribeOptions,
  handler: (events: RecordedEvent[]) => Promise<void>,
): Subscription {
  let closed = false;
  let rung = false;
  let wake: (() => void) | null = null;
  const stopListening = bell.listen(() => {
    rung = true;
    wake?.();
  });

  /** Until the bell rings (or it rang since the last look), or the pause is over, or the end. */
  async function rest(milliseconds: number | null): Promise<void> {
    if (closed || (milliseconds === null && rung)) return;
    await new Promise<void>((resolve) => {
      const timer = milliseconds === null ? undefined : setTimeout(resolve, milliseconds);
      wake = () => {
        if (milliseconds !== null && !closed) return;
        clearTimeout(timer);
        resolve();
      };
    });
    wake = null;
  }

  /** Repeats what fails, with a growing pause. */
  async function insist<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
    for (
      let pause = FIRST_PAUSE_MILLISECONDS;
      !closed;
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLISECONDS)
    ) {
      try {
        return await work();
      } catch {
        await rest(pause);
      }
    }
    return undefined;
  }

  async function run(): Promise<void> {
    let after = Number(options.after ?? 0n);
    while (!closed) {
      rung = false;
      const from = after;
      const found = await insist(() => scan(from, BATCH, options.filter));
      if (found === undefined) return;
      if (found.events.length > 0) await insist(() => handler(found.events));
      const ended = found.through === after;
      after = found.through;
      if (ended) await rest(null);
    }
  }

  const running = run();
  return {
    async close() {
      closed = true;
      stopListening();
      wake?.();
      await running;
    },
  };
}
