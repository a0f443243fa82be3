import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { NoPlaceToWait, TooMuch } from '../threads/oneThread.ts';
import { type DrawingCache, openDrawingCache } from './cache.ts';
import { type DrawingThread, openDrawingThread } from './drawingThread.ts';
import type { DrawingOrder, Drawn } from './order.ts';

/** A drawing, and the name under which it never changes. */
export interface Drawing {
  key: string;
  /** Null: there is nothing to draw. */
  svg: string | null;
}

/** Line drawings: made once, by a thread of their own, and kept. */
export interface Drawings {
  /**
   * @param of everything that the drawing follows from, besides the program.
   * @param kept on the disk, beyond this process: where there are not many of its kind.
   * @param order asked for only where it is not there yet.
   * @throws {NoPlaceToWait | TooMuch}
   */
  of(of: readonly string[], kept: 'disk' | 'memory', order: () => Promise<DrawingOrder>): Promise<Drawing>;
  close(): Promise<void>;
}

/** Drawings that may be of any number, under way at once: the others shall not wait behind all of them. */
const MOST_FLEETING = 8;
const KEPT_CHARACTERS = 20_000_000;
const KEPT_FAILURES = 1000;
const FAILURE_MILLISECONDS = 3_600_000;

/** Nothing is read, and no thread begins, before the first drawing is asked for. */
export function openDrawings(dataFolder: string, thread: DrawingThread = openDrawingThread()): Drawings {
  let opening: Promise<DrawingCache> | undefined;
  const known = new LRUCache<string, Drawing>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: ({ svg }) => 200 + (svg?.length ?? 0),
  });
  const failed = new LRUCache<string, true>({ max: KEPT_FAILURES, ttl: FAILURE_MILLISECONDS });
  const underWay = new Map<string, Promise<Drawing>>();
  let fleeting = 0;

  const make = async (
    key: string,
    kept: 'disk' | 'memory',
    cache: DrawingCache,
    order: () => Promise<DrawingOrder>,
  ): Promise<Drawing> => {
    const there = kept === 'disk' ? await cache.read(key) : null;
    if (there !== null) return { key, svg: there };
    const { drawing } = kept === 'disk' ? await thread.draw(order) : await fleetingly(order);
    if (kept === 'disk' && drawing !== null) await cache.write(key, drawing);
    return { key, svg: drawing };
  };

  const fleetingly = async (order: () => Promise<DrawingOrder>): Promise<Drawn> => {
    if (fleeting >= MOST_FLEETING) throw new NoPlaceToWait();
    fleeting += 1;
    try {
      return await thread.draw(order);
    } finally {
      fleeting -= 1;
    }
  };

  return {
    of: async (of, kept, order) => {
      opening ??= openDrawingCache(dataFolder).catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      const cache = await opening;
      const key = createHash('sha256')
        .update(JSON.stringify([cache.version, ...of]))
        .digest('hex');
      const before = known.get(key);
      if (before) return before;
      if (failed.has(key)) throw new TooMuch();
      const making = underWay.get(key) ?? make(key, kept, cache, order);
      underWay.set(key, making);
      try {
        const drawing = await making;
        known.set(key, drawing);
        return drawing;
      } catch (error) {
        if (error instanceof TooMuch) failed.set(key, true);
        throw error;
      } finally {
        underWay.delete(key);
      }
    },
    close: () => thread.close(),
  };
}
