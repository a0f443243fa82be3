import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type LogLocation, logFile, openLog } from '../eventstore/open.ts';
import { FILES_FOLDER } from '../files/places.ts';
import { claimSlot } from '../views/slot.ts';
import { hourOf } from './calendarOfDays.ts';
import { copyLog, moveDatabase, moveFiles } from './publish.ts';
import { writeRegion } from './write.ts';

export interface DemoOptions extends LogLocation {
  /** UTC milliseconds; the region is made for the hour that it lies in. */
  now: number;
  /** The same seed and hour make the same region. */
  seed?: string;
}

const SEED = 'commonwright';
/** Holds the region while it is being made; as long as it is there, the region is not whole. */
const WORKSHOP_FOLDER = 'demo-in-the-making';

/**
 * Fills an empty data folder (and log) with the demo region; anything else stays as it is. The region is made aside
 * and appears at once: the log comes last, so that after a kill it is simply made again.
 * @throws where another server uses the folder meanwhile.
 */
export async function fillWithDemoRegion(options: DemoOptions): Promise<'filled' | 'notEmpty'> {
  const { dataFolder, eventStoreUrl, now, seed = SEED } = options;
  mkdirSync(dataFolder, { recursive: true });
  const slot = claimSlot(dataFolder);
  try {
    const making = join(dataFolder, WORKSHOP_FOLDER);
    const begun = existsSync(making);
    if (!(await isEmpty(options, begun))) return 'notEmpty';
    if (slot.number !== 0)
      throw new Error(`another server uses ${dataFolder}, so the demo was not filled in`);

    const hour = hourToFill(making, begun, options, hourOf(now));
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making);
    writeFileSync(join(making, 'hour'), String(hour));
    await writeRegion({
      folder: making,
      now: hour,
      seed,
      secret: randomBytes(32).toString('base64url'),
      publish: (store) => (eventStoreUrl === null ? store.head() : copyLog(store, openLog(options))),
    });
    moveDatabase(join(making, 'accounts.db'), join(dataFolder, 'accounts.db'));
    moveFiles(join(making, FILES_FOLDER), join(dataFolder, FILES_FOLDER));
    if (eventStoreUrl === null) moveDatabase(logFile(making), logFile(dataFolder));
    rmSync(making, { recursive: true });
    return 'filled';
  } finally {
    slot.release();
  }
}

/**
 * Nothing in the log, and nobody in the accounts. Of a region that was begun, a log in a file has appeared whole or not
 * at all; a log on a cluster may hold the beginning, and the same copy goes on behind it.
 */
async function isEmpty({ dataFolder, eventStoreUrl }: DemoOptions, begun: boolean): Promise<boolean> {
  if (!begun && hasPeople(join(dataFolder, 'accounts.db'))) return false;
  if (eventStoreUrl === null && !existsSync(logFile(dataFolder))) return true;
  if (eventStoreUrl !== null && begun) return true;
  const store = openLog({ dataFolder, eventStoreUrl });
  try {
    return (await store.head()) === null;
  } finally {
    await store.close();
  }
}

function hasPeople(path: string): boolean {
  if (!existsSync(path)) return false;
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return database.prepare('select 1 from user limit 1').get() !== undefined;
  } finally {
    database.close();
  }
}

/** A copy that was cut off on a cluster has to go on with the very same events. */
function hourToFill(making: string, begun: boolean, { eventStoreUrl }: DemoOptions, hour: number): number {
  const path = join(making, 'hour');
  if (!begun || eventStoreUrl === null || !existsSync(path)) return hour;
  const before = Number(readFileSync(path, 'utf8'));
  return Number.isSafeInteger(before) && before > 0 ? before : hour;
}
