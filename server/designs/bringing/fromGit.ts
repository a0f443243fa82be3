import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { INCOMING_FOLDER } from '../../files/places.ts';
import { Paths } from './cleaning.ts';
import type { GitFiles, GitOrder } from './gitClone.ts';
import { assertReachable, type GitReach, NotReachable } from './gitHttp.ts';
import { BringRefused, type Intake, MOST_SECONDS, type Parcel, takeIn } from './intake.ts';
import type { TreeFile } from './tree.ts';

/** Bytes that may come over the network for one repository. */
const MOST_FETCHED = 200_000_000;
/** What a repository may unfold to in memory before its fetching is given up. */
const MOST_MEMORY = 1_500_000_000;
const WATCH_MILLISECONDS = 200;
const HEAP = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

export interface GitSurroundings {
  dataFolder: string;
  reach: GitReach;
}

/**
 * Takes the files of a public repository's newest state in.
 * @throws {BringRefused} where it cannot be reached, is too large, or takes too long.
 */
export async function filesOfGit(
  intake: Intake,
  url: string,
  { dataFolder, reach }: GitSurroundings,
): Promise<TreeFile[]> {
  try {
    assertReachable(url, reach);
  } catch (error) {
    throw refusalOf(error);
  }
  const incoming = join(dataFolder, INCOMING_FOLDER);
  await mkdir(incoming, { recursive: true });
  await clearAbandoned(incoming);
  const folder = await mkdtemp(join(incoming, PREFIX));
  try {
    const found = await fetched({ url, folder, reach, mostBytes: MOST_FETCHED }, intake.signal);
    for (const { kind, at, sentence } of found.remarks) intake.remarks.add(kind, at, sentence);
    return await takeIn(intake, parcelsOf(found, intake));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a process that was killed left behind: nothing of it is older than a bringing may take. */
async function clearAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(incoming, name);
    const begun = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (begun < Date.now() - 5 * MOST_SECONDS * 1000) await rm(path, { recursive: true, force: true });
  }
}
const PREFIX = 'git-';

async function* parcelsOf({ files }: GitFiles, { remarks }: Intake): AsyncGenerator<Parcel> {
  const paths = new Paths(remarks);
  for (const { path: asGiven, at } of files) {
    const path = paths.admit(asGiven);
    if (path !== null) yield { path, open: async () => createReadStream(at) };
  }
  paths.tellJunk();
}

/** In a thread of its own: unfolding a repository is hard work, and it can be ended at any moment. */
function fetched(order: GitOrder, signal: AbortSignal): Promise<GitFiles> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./gitWorker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: HEAP,
    });
    const memoryBefore = process.memoryUsage.rss();
    const stop = (sentence: string) => {
      void worker.terminate();
      reject(new BringRefused(sentence));
    };
    const giveUp = () => stop('Fetching the repository took too long: bring it as a zip archive.');
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - memoryBefore > MOST_MEMORY) {
        stop('The repository unfolds into too much: bring it as a zip archive.');
      }
    }, WATCH_MILLISECONDS);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    worker.on('message', (message: { found: GitFiles } | { refusal: string }) => {
      if ('found' in message) resolve(message.found);
      else reject(new BringRefused(message.refusal));
    });
    worker.once('error', () => reject(new BringRefused('This repository cannot be read.')));
    worker.once('exit', () => {
      clearInterval(watch);
      signal.removeEventListener('abort', giveUp);
      reject(new BringRefused('This repository cannot be read.'));
    });
  });
}

const refusalOf = (error: unknown): unknown =>
  error instanceof NotReachable ? new BringRefused(error.message) : error;
