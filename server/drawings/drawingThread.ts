import { Worker } from 'node:worker_threads';
import type { DrawingOrder, Drawn } from './order.ts';

/** It takes longer, or more memory, than a drawing may. */
export class TooMuchToDraw extends Error {
  override name = 'TooMuchToDraw';
}

/** So many others wait for theirs that there is no place left. */
export class NoPlaceToWait extends Error {
  override name = 'NoPlaceToWait';
}

export interface DrawingThread {
  /**
   * @param order asked for only when its turn has come: what waits takes no memory.
   * @throws {TooMuchToDraw | NoPlaceToWait} and what asking for the order throws.
   */
  draw(order: () => Promise<DrawingOrder>): Promise<Drawn>;
  /** Whoever still waits is refused. */
  close(): Promise<void>;
}

interface Limits {
  milliseconds: number;
  /** Orders that may wait at once. */
  waiting: number;
  megabytes: number;
  /** Milliseconds after which a thread without work ends. */
  idle: number;
}
const USUAL: Limits = { milliseconds: 20_000, waiting: 60, megabytes: 768, idle: 60_000 };

interface Waiting {
  order(): Promise<DrawingOrder>;
  resolve(drawn: Drawn): void;
  reject(error: unknown): void;
}

/** One thread that draws one order after the other. It begins with the first, and anew after one that was too much. */
export function openDrawingThread(limits: Partial<Limits> = {}): DrawingThread {
  const { milliseconds, waiting: mostWaiting, megabytes, idle } = { ...USUAL, ...limits };
  let worker: Worker | null = null;
  let drawing: Waiting | null = null;
  let patience: NodeJS.Timeout | undefined;
  const waiting: Waiting[] = [];

  const end = (): Promise<unknown> => {
    clearTimeout(patience);
    const ending = worker;
    worker = null;
    ending?.removeAllListeners();
    // What it says while it ends is of no interest; unheard, it would end the process.
    ending?.on('error', () => {});
    return ending?.terminate() ?? Promise.resolve();
  };
  const settle = (how: (order: Waiting) => void): void => {
    const settled = drawing;
    drawing = null;
    clearTimeout(patience);
    if (settled) how(settled);
    next();
  };
  const giveUp = (): void => {
    void end();
    settle(({ reject }) => reject(new TooMuchToDraw()));
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./drawingWorker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    started.on('message', (drawn: Drawn) => settle(({ resolve }) => resolve(drawn)));
    started.on('error', giveUp);
    started.on('exit', giveUp);
    started.unref();
    return started;
  };
  const next = (): void => {
    if (drawing) return;
    drawing = waiting.shift() ?? null;
    if (!drawing) {
      patience = setTimeout(() => void end(), idle);
      patience.unref();
      return;
    }
    clearTimeout(patience);
    const turn = drawing;
    patience = setTimeout(giveUp, milliseconds);
    turn
      .order()
      .then((order) => {
        if (drawing !== turn) return;
        worker ??= start();
        worker.postMessage(order, order.kind === 'design' ? order.files.map(({ bytes }) => bytes) : []);
      })
      .catch((error: unknown) => {
        if (drawing === turn) settle(({ reject }) => reject(error));
      });
  };

  return {
    draw: (order) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= mostWaiting) {
          reject(new NoPlaceToWait());
          return;
        }
        waiting.push({ order, resolve, reject });
        next();
      }),
    close: async () => {
      for (const { reject } of [...waiting.splice(0), ...(drawing ? [drawing] : [])]) {
        reject(new NoPlaceToWait());
      }
      drawing = null;
      await end();
    },
  };
}
