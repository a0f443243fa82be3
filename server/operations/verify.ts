import { join } from 'node:path';
import { ACCOUNTS_FILE, DRAFTS_FILE } from '../accounts/erasureList.ts';
import type { LogLocation } from '../eventstore/open.ts';
import { FILES_FOLDER } from '../files/places.ts';
import { projections } from '../projections.ts';
import { isThere } from './durable.ts';
import { openExistingLog } from './eventsOf.ts';
import { Findings } from './findings.ts';
import { type OnProgress, unheard } from './progress.ts';
import { isSound } from './sqliteCopy.ts';
import { type VerifiedFiles, verifyFiles } from './verifyFiles.ts';
import { type VerifiedLog, verifyLog } from './verifyLog.ts';
import { type VerifiedViews, verifyViews } from './verifyViews.ts';
import { workIn } from './workFolder.ts';

export interface Verified {
  log: VerifiedLog;
  files: VerifiedFiles;
  views: VerifiedViews;
  findings: Findings;
}

/** Checks log, files, drafts and views while servers run; changes nothing. @param now UTC milliseconds. */
export async function verify(
  location: LogLocation,
  now: number,
  onProgress: OnProgress = unheard,
): Promise<Verified> {
  const { dataFolder } = location;
  const store = openExistingLog(location);
  try {
    await using work = await workIn(dataFolder);
    const findings = new Findings();
    const log = await verifyLog(store, join(dataFolder, ACCOUNTS_FILE), findings, onProgress);
    const files = await verifyFiles(join(dataFolder, FILES_FOLDER), log.filesOfLog, findings, onProgress);
    const drafts = join(dataFolder, DRAFTS_FILE);
    if ((await isThere(drafts)) && !isSound(drafts)) {
      findings.add(`${DRAFTS_FILE} is damaged: restore it from a backup.`);
    }
    const scratch = await work.partial('verify');
    const views = await verifyViews({ store, dataFolder, scratch, projections, now, findings, onProgress });
    return { log, files, views, findings };
  } finally {
    await store.close();
  }
}
