import { CannotBeDone } from './done.ts';
import type { Answer, Asked, JobName, Jobs } from './worker.ts';

type AskedOf<Name extends JobName> = Parameters<Jobs[Name]>[0];
type ToldBy<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>['told'];

interface Options {
  /** Buffers that move to the worker rather than being copied. */
  moved?: ArrayBuffer[];
  /** After these it is given up, with everything else that this worker had to do. */
  seconds?: number;
}

/** A worker that reads models and makes solids, so that the page never waits. */
export interface Models {
  /** @throws {CannotBeDone} `kind` says why; `outOfTime`, `outOfMemory` and `unexpected` are the worker's own. */
  ask<Name extends JobName>(job: Name, asked: AskedOf<Name>, options?: Options): Promise<ToldBy<Name>>;
  /** Whoever still waits is told `ended`. */
  end(): void;
}

const USUAL_SECONDS = 60;

/** Starts a worker at once, so that it is there when the bytes of a file are; another one after one that was lost. */
export function openModels(): Models {
  let last = 0;
  const waiting = new Map<number, { resolve(told: unknown): void; reject(error: Error): void }>();
  const fail = (kind: string) => {
    worker?.terminate();
    worker = null;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(new CannotBeDone(kind));
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'models' });
    started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const asker = waiting.get(data.id);
      waiting.delete(data.id);
      if ('kind' in data) asker?.reject(new CannotBeDone(data.kind, data.said));
      else asker?.resolve(data.told);
    });
    // A worker that cannot go on says no more than this.
    started.addEventListener('error', () => fail('outOfMemory'));
    started.addEventListener('messageerror', () => fail('unexpected'));
    return started;
  };
  let worker: Worker | null = start();
  return {
    async ask<Name extends JobName>(job: Name, asked: AskedOf<Name>, options: Options = {}) {
      worker ??= start();
      last += 1;
      const id = last;
      const { moved = [], seconds = USUAL_SECONDS } = options;
      const told = new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.postMessage({ id, job, asked } satisfies Asked, moved);
      const timer = setTimeout(() => fail('outOfTime'), seconds * 1000);
      try {
        // The worker answers a job with what that job tells.
        return (await told) as ToldBy<Name>;
      } finally {
        clearTimeout(timer);
      }
    },
    end: () => fail('ended'),
  };
}
