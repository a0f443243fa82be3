import type { Lease } from '../accounts/reactionState.ts';
import type { BackupSource } from './backup.ts';
import { backUpInWorker, type RunningBackup } from './backupInWorker.ts';
import { backupsIn, timeOfBackup } from './backupNames.ts';
import type { BackupOrder } from './backupNow.ts';

/** Name of the lease: one process at a time makes the nightly backup. */
export const BACKUP = 'backup';
const LEASE_MILLISECONDS = 5 * 60_000;
const RENEW_MILLISECONDS = 60_000;
const RETRY_MILLISECONDS = 60 * 60_000;

export interface NightlyBackups {
  source: BackupSource;
  /** Local wall time `03:30`, null for never; how many are kept. */
  at: string | null;
  keep: number;
  lease: Lease;
  /** This process, by a random name. */
  holder: string;
  /** UTC milliseconds since 1970. */
  clock(): number;
  log(level: 'info' | 'warn' | 'error', message: string): void;
  /** How often it is looked whether one is due; default a minute. */
  checkEveryMilliseconds?: number;
  /** Makes one; default in a worker. */
  run?(order: BackupOrder): RunningBackup;
}

/**
 * Makes a backup each night, and at once where the last due one was missed (the server was down, or there never was
 * one). After a failure it tries again within the hour.
 */
export function startNightlyBackups(options: NightlyBackups): { close(): Promise<void> } {
  const { source, at, keep, lease, holder, clock, log, run = backUpInWorker } = options;
  if (at === null) return { close: async () => {} };
  const folder = source.backupFolder;
  let running: RunningBackup | undefined;
  let closed = false;
  let notBefore = Number.NEGATIVE_INFINITY;

  const isDue = async () => {
    const [newest] = await backupsIn(folder);
    const madeAt = newest === undefined ? null : timeOfBackup(newest);
    return madeAt === null || madeAt < lastMoment(at, clock());
  };

  const make = async () => {
    const renewing = setInterval(() => {
      lease.renew(BACKUP, holder, LEASE_MILLISECONDS).catch(() => {});
    }, RENEW_MILLISECONDS).unref();
    try {
      running = run({ source, folder, now: clock(), keep });
      if (closed) await running.stop();
      log('info', `The nightly backup is ${await running.path}.`);
    } finally {
      clearInterval(renewing);
      running = undefined;
    }
  };

  const look = async () => {
    if (closed || clock() < notBefore || !(await isDue())) return;
    if (!(await lease.acquire(BACKUP, holder, LEASE_MILLISECONDS))) return;
    try {
      // Another process may have made it just before it gave the lease back.
      if (!closed && (await isDue())) await make();
    } finally {
      await lease.release(BACKUP, holder);
    }
  };

  let looking: Promise<void> | undefined;
  const tick = () => {
    looking ??= look()
      .catch((error: unknown) => {
        if (closed) return;
        notBefore = clock() + RETRY_MILLISECONDS;
        log('error', `The nightly backup failed: ${error instanceof Error ? error.message : String(error)}`);
      })
      .finally(() => {
        looking = undefined;
      });
  };
  const timer = setInterval(tick, options.checkEveryMilliseconds ?? 60_000).unref();
  tick();
  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      await running?.stop();
      await looking;
    },
  };
}

/**
 * The newest moment, not after `now`, at which clocks here showed this wall time (where the clocks leap over it, the
 * hour after). UTC milliseconds.
 */
export function lastMoment(wallTime: string, now: number): number {
  const [hours = 0, minutes = 0] = wallTime.split(':').map(Number);
  const moment = new Date(now);
  moment.setHours(hours, minutes, 0, 0);
  if (moment.getTime() > now) {
    moment.setDate(moment.getDate() - 1);
    moment.setHours(hours, minutes, 0, 0);
  }
  return moment.getTime();
}
