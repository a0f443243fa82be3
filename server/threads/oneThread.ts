import { type Transferable, Worker } from 'node:worker_threads';

/** It takes longer, or more memory, than it may. */
export class TooMuch extends Error {
  override name = 'TooMuch';
}

/** So many others wait for theirs that there is no place left. */
export class NoPlaceToWait extends Error {
  override name = 'NoPlaceToWait';
}

export interface OneThread<Order, Answer> {
  /**
   * @param order asked for only when its turn has come: what waits takes no memory.
   * @throws {TooMuch | NoPlaceToWait} and what asking for the order throws.
   */
  ask(order: () => Promise<Order>): Promise<Answer>;
  /** Whoever still waits is refused. */
  close(): Promise<void>;
}

export interface ThreadLimits {
  milliseconds: number;
  /** Orders that may wait at once. */
  waiting: number;
  megabytes: number;
  /** Milliseconds after which a thread without work ends. */
  idle: number;
}

interface Waiting<Order, Answer> {
  order(): Promise<Order>;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
}

/**
 * One thread that carries out one order after the other: its script answers each message with one. It begins with the
 * first, and anew after one that was too much.
 * @param movedWith what goes to the thread with an order rather than being copied.
 */
export function openOneThread<Order, Answer>(
  script: URL,
  { milliseconds, waiting: mostWaiting, megabytes, idle }: ThreadLimits,
  movedWith: (order: Order) => readonly Transferable[] = () => [],
): OneThread<Order, Answer> {
  let worker: Worker | null = null;
  let underWay: Waiting<Order, Answer> | null = null;
  let patience: NodeJS.Timeout | undefined;
  const waiting: Waiting<Order, Answer>[] = [];

  const end = (): Promise<unknown> => {
    clearTimeout(patience);
    const ending = worker;
    worker = null;
    ending?.removeAllListeners();
    // What it says while it ends is of no interest; unheard, it would end the process.
    ending?.on('error', () => {});
    return ending?.terminate() ?? Promise.resolve();
  };
  const settle = (how: (order: Waiting<Order, Answer>) => void): void => {
    const settled = underWay;
    underWay = null;
    clearTimeout(patience);
    if (settled) how(settled);
    next();
  };
  const giveUp = (): void => {
    void end();
    settle(({ reject }) => reject(new TooMuch()));
  };
  const start = (): Worker => {
    const started = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: megabytes } });
    started.on('message', (answer: Answer) => settle(({ resolve }) => resolve(answer)));
    started.on('error', giveUp);
    started.on('exit', giveUp);
    started.unref();
    return started;
  };
  const next = (): void => {
    if (underWay) return;
    underWay = waiting.shift() ?? null;
    if (!underWay) {
      patience = setTimeout(() => void end(), idle);
      patience.unref();
      return;
    }
    clearTimeout(patience);
    const turn = underWay;
    patience = setTimeout(giveUp, milliseconds);
    turn
      .order()
      .then((order) => {
        if (underWay !== turn) return;
        worker ??= start();
        worker.postMessage(order, movedWith(order));
      })
      .catch((error: unknown) => {
        if (underWay === turn) settle(({ reject }) => reject(error));
      });
  };

  return {
    ask: (order) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting) {
          reject(new NoPlaceToWait());
          return;
        }
        waiting.push({ order, resolve, reject });
        next();
      }),
    close: async () => {
      for (const { reject } of [...waiting.splice(0), ...(underWay ? [underWay] : [])]) {
        reject(new NoPlaceToWait());
      }
      underWay = null;
      await end();
    },
  };
}
