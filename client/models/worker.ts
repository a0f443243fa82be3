import '../olderBrowsers.ts';
import { CannotBeDone, type Done } from './done.ts';
import { assemble } from './jobs/assemble.ts';
import { assembleMany } from './jobs/assembleMany.ts';
import { check, repair } from './jobs/check.ts';
import { compare } from './jobs/compare.ts';
import { draw } from './jobs/draw.ts';
import { interfere } from './jobs/interfere.ts';
import { modelOfModule } from './jobs/modelOfModule.ts';
import { read, warmSolidReader } from './jobs/read.ts';
import { shop, shopFiles } from './jobs/shop.ts';
import { write } from './jobs/write.ts';

/** What the worker can do; what is large is loaded when it is first asked for. */
const jobs = {
  check,
  compare,
  assemble,
  assembleMany,
  draw,
  interfere,
  modelOfModule,
  read,
  repair,
  shop,
  shopFiles,
  warmSolidReader,
  write,
};
export type Jobs = typeof jobs;
export type JobName = keyof Jobs;

export interface Asked {
  id: number;
  job: JobName;
  asked: unknown;
}
export type Answer =
  | { id: number; told: unknown }
  | { id: number; kind: string; said: Readonly<Record<string, string | number>> };

async function answer({ id, job, asked }: Asked): Promise<void> {
  try {
    // The page asks through `openModels`, which knows what each job takes.
    const work = jobs[job] as (asked: unknown) => Promise<Done<unknown>>;
    const { told, moved } = await work(asked);
    self.postMessage({ id, told } satisfies Answer, { transfer: moved });
  } catch (error) {
    const { kind, said } =
      error instanceof CannotBeDone ? error : new CannotBeDone('unexpected', { what: String(error) });
    self.postMessage({ id, kind, said } satisfies Answer);
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  answer(data);
});
