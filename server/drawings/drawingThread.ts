import { openOneThread, type ThreadLimits } from '../threads/oneThread.ts';
import type { DrawingOrder, Drawn } from './order.ts';

export interface DrawingThread {
  /**
   * @param order asked for only when its turn has come: what waits takes no memory.
   * @throws {TooMuch | NoPlaceToWait} and what asking for the order throws.
   */
  draw(order: () => Promise<DrawingOrder>): Promise<Drawn>;
  /** Whoever still waits is refused. */
  close(): Promise<void>;
}

const USUAL: ThreadLimits = { milliseconds: 20_000, waiting: 60, megabytes: 768, idle: 60_000 };

/** One thread that draws one order after the other. */
export function openDrawingThread(limits: Partial<ThreadLimits> = {}): DrawingThread {
  const thread = openOneThread<DrawingOrder, Drawn>(
    new URL('./drawingWorker.ts', import.meta.url),
    { ...USUAL, ...limits },
    (order) => (order.kind === 'design' ? order.files.map(({ bytes }) => bytes) : []),
  );
  return { draw: thread.ask, close: thread.close };
}
