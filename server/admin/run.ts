import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { openAccounts } from '../accounts/accounts.ts';
import { accountsSettingsOf } from '../accountsSettings.ts';
import type { Configuration } from '../configuration.ts';
import { FILES_FOLDER } from '../files/places.ts';
import type { BackupSource } from '../operations/backup.ts';
import { backUp } from '../operations/backupNow.ts';
import { openExistingLog } from '../operations/eventsOf.ts';
import { exportLog } from '../operations/exportLog.ts';
import { exportToFile } from '../operations/exportToFile.ts';
import { importLog } from '../operations/importLog.ts';
import { leave } from '../operations/leave.ts';
import { digestOf, type LogDigest } from '../operations/logDigest.ts';
import { assertNotHalfRestored } from '../operations/placing.ts';
import { rebuildOffline } from '../operations/rebuildOffline.ts';
import { Refusal } from '../operations/refusal.ts';
import { restore } from '../operations/restore.ts';
import { type Verified, verify } from '../operations/verify.ts';
import type { Order } from './commandLine.ts';
import { approveFounding } from './foundings.ts';
import { counted, type Teller } from './progressLine.ts';

export interface Surroundings {
  /** Results go to `out`; all else is told. */
  out: Writable;
  teller: Teller;
  /** UTC milliseconds since 1970. */
  clock(): number;
}

/** Carries an order out. @returns the exit code. @throws {Refusal} with sentences for the operator. */
export async function run(order: Order, surroundings: Surroundings): Promise<0 | 1> {
  const { command, configuration, from, to, word } = order;
  const { out, teller, clock } = surroundings;
  const { onProgress, say } = teller;
  const print = (line: string) => out.write(`${line}\n`);
  const source = sourceOf(configuration);
  const createAccounts = (path: string) => createAccountsAt(path, configuration);
  const needed = (path: string | null): string => {
    if (path === null) throw new Refusal(`${command} needs a path.`);
    return path;
  };
  if (command !== 'restore') assertNotHalfRestored(source.dataFolder);

  switch (command) {
    case 'backup': {
      const folder = to ?? source.backupFolder;
      const { path, manifest } = await backUp({ source, folder, now: clock(), keep: null }, onProgress);
      say(`${told(manifest.log)}; ${counted(manifest.files.length)} files.`);
      if (folder !== source.backupFolder)
        say(
          'When somebody is erased, this backup keeps them until it is restored: only BACKUP_DIR is reached.',
        );
      print(path);
      return 0;
    }
    case 'restore': {
      const restored = await restore({
        from: needed(from),
        target: source,
        clock,
        createAccounts,
        onProgress,
      });
      if (restored.outcome === 'finishedEarlier') {
        print('The earlier restore that was cut off is finished. Nothing else was restored.');
        return 0;
      }
      print(
        `Restored what was backed up at ${restored.manifest.madeAt}: ${told(restored.manifest.log)}, equal.`,
      );
      if (restored.erasedAnew > 0)
        print(`${counted(restored.erasedAnew)} erased since: erased again. Now ${told(restored.log)}.`);
      for (const note of restored.notes) say(note);
      return 0;
    }
    case 'verify':
      return report(await verify(source, clock(), onProgress), print);
    case 'digest': {
      const store = openExistingLog(source);
      const log = await digestOf(store, { onProgress }).finally(() => store.close());
      say(`${counted(log.events)} events`);
      print(log.digest);
      return 0;
    }
    case 'rebuild-views': {
      const { path, events } = await rebuildOffline(source, clock(), onProgress);
      print(`${path}: rebuilt from ${counted(events)} events.`);
      return 0;
    }
    case 'export': {
      const store = openExistingLog(source);
      const files = join(source.dataFolder, FILES_FOLDER);
      try {
        if (to === null) {
          say(`${told(await exportLog(store, out, onProgress))}.`);
          say('Photographs and manuals come along with --to FILE, in a folder beside it.');
        } else {
          const exported = await exportToFile(store, to, files, onProgress);
          say(`${told(exported)}; ${counted(exported.files)} files.`);
        }
      } finally {
        await store.close();
      }
      say('Free texts and accounts (names, addresses) are not in an export; a backup holds them.');
      return 0;
    }
    case 'import': {
      const started = performance.now();
      const log = await importLog({ from: needed(from), target: source, createAccounts, onProgress });
      say(`It took ${((performance.now() - started) / 1000).toFixed(1)} s.`);
      print(`Imported ${told(log)}; ${counted(log.files)} files.`);
      return 0;
    }
    case 'leave': {
      const manifest = await leave(source, needed(to), clock(), onProgress);
      print(
        `${needed(to)} holds everything: ${told(manifest.log)}. Its README.txt tells how to start elsewhere.`,
      );
      return 0;
    }
    case 'approve-founding':
      return approveFounding(configuration, word ?? 'list', print);
  }
}

const told = ({ events, digest }: LogDigest): string => `${counted(events)} events, digest ${digest}`;

const sourceOf = ({ dataDir, eventStoreUrl, backup }: Configuration): BackupSource => ({
  dataFolder: dataDir,
  eventStoreUrl,
  backupFolder: backup.folder,
});

/** Only its tables are wanted: whatever signs its sessions comes with the server. */
async function createAccountsAt(path: string, configuration: Configuration): Promise<void> {
  const secret = configuration.secret ?? randomBytes(48).toString('base64url');
  const url = configuration.publicUrl ?? `http://localhost:${configuration.port}`;
  const accounts = await openAccounts({ ...accountsSettingsOf(configuration, url, secret), path });
  await accounts.close();
}

function report({ log, files, views, findings }: Verified, print: (line: string) => void): 0 | 1 {
  print(`${told(log)}`);
  print(
    `${counted(log.streams)} streams; ${counted(log.textsNamed)} free texts named, ${counted(log.textsMissing)} of them erased or withdrawn.`,
  );
  print(
    `${counted(files.files)} files; ${counted(files.named)} named by events, ${counted(files.withdrawn)} withdrawn.`,
  );
  for (const [name, { rows, digest }] of Object.entries(views.tables))
    print(`view ${name}: ${counted(rows)} rows, ${digest.slice(0, 16)}`);
  for (const name of views.compared) print(`A fresh rebuild was compared with ${name}.`);
  for (const sentence of findings.sentences) print(`WRONG: ${sentence}`);
  const untold = findings.count - findings.sentences.length;
  if (untold > 0) print(`WRONG: and ${counted(untold)} more.`);
  if (findings.count === 0) print('Nothing is wrong.');
  return findings.count === 0 ? 0 : 1;
}
