import type { Lease } from '../accounts/reactionState.ts';
import type { RunningLook } from '../operations/namedFilesInWorker.ts';
import { lastMoment } from '../operations/nightly.ts';
import type { FileStore } from './store.ts';

/** Name of the lease: one process at a time sweeps. */
const SWEEP = 'sweepFiles';
const LEASE_MILLISECONDS = 30 * 60_000;
/** Local wall time: after the nightly backup. */
const AT = '04:30';
const LOOK_EVERY_MILLISECONDS = 60_000;
/** So long a file is kept that no event names: a draft that is worked on, an upload whose command is to come. */
const KEPT_MILLISECONDS = 7 * 86_400_000;

export interface SweepOptions {
  files: Pick<FileStore, 'untouched' | 'removeUntouched'>;
  /** Those of the files that some event names. */
  namedOf(fileIds: readonly string[]): RunningLook;
  /** Files that some draft names, as no event does yet. */
  drafted(): ReadonlySet<string>;
  /** What comes in pieces and never became whole. @returns how many were removed. */
  sweepPieces(): Promise<number>;
  lease: Lease;
  /** This process, by a random name. */
  holder: string;
  /** UTC milliseconds since 1970. */
  clock(): number;
  log(level: 'info' | 'warn' | 'error', message: string): void;
}

/** Removes, once a night, the files that no event has named for a week. */
export function startSweeps(options: SweepOptions): { close(): Promise<void> } {
  const { lease, holder, clock, log } = options;
  /** Named once is named for ever: the log is read again only for others. */
  const known = new Set<string>();
  const running: { look?: RunningLook } = {};
  let sweptAt = clock();
  let sweeping: Promise<void> | undefined;
  const sweep = async () => {
    if (!(await lease.acquire(SWEEP, holder, LEASE_MILLISECONDS))) return;
    try {
      const removed = await sweepOnce({ ...options, known, running });
      if (removed > 0) log('info', `Files that nothing names: ${removed} removed.`);
      const broken = await options.sweepPieces();
      if (broken > 0) log('info', `Files that never became whole: ${broken} removed.`);
    } finally {
      await lease.release(SWEEP, holder);
    }
  };
  const timer = setInterval(() => {
    if (sweeping !== undefined || lastMoment(AT, clock()) <= sweptAt) return;
    sweptAt = clock();
    sweeping = sweep()
      .catch(() => log('warn', 'The files that nothing names could not be swept away.'))
      .finally(() => {
        sweeping = undefined;
      });
  }, LOOK_EVERY_MILLISECONDS).unref();
  return {
    close: async () => {
      clearInterval(timer);
      await running.look?.stop();
      await sweeping;
    },
  };
}

/** @returns how many files were removed. */
export async function sweepOnce({
  files,
  namedOf,
  drafted,
  clock,
  known = new Set(),
  running = {},
}: Pick<SweepOptions, 'files' | 'namedOf' | 'drafted' | 'clock'> & {
  known?: Set<string>;
  running?: { look?: RunningLook };
}): Promise<number> {
  const since = clock() - KEPT_MILLISECONDS;
  const doubtful: string[] = [];
  for await (const fileId of files.untouched(since)) if (!known.has(fileId)) doubtful.push(fileId);
  if (doubtful.length === 0) return 0;
  running.look = namedOf(doubtful);
  const named = await running.look.named;
  let removed = 0;
  const ofDrafts = drafted();
  for (const fileId of doubtful) {
    if (named.has(fileId)) known.add(fileId);
    else if (ofDrafts.has(fileId)) continue;
    else if (await files.removeUntouched(fileId, since)) removed++;
  }
  return removed;
}
