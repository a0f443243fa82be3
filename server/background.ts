import type { Accounts } from './accounts/accounts.ts';
import type { Chance } from './accounts/chance.ts';
import type { Configuration } from './configuration.ts';
import type { Drafts } from './designs/drafts/drafts.ts';
import type { FileStore } from './files/store.ts';
import { startSweeps } from './files/sweep.ts';
import { sweepPieces } from './files/sweepPieces.ts';
import { noticeText } from './notices/compose.ts';
import { namedFilesInWorker } from './operations/namedFilesInWorker.ts';
import { startNightlyBackups } from './operations/nightly.ts';
import type { Parts } from './parts.ts';
import { startReactions } from './reactions/runner.ts';
import { reactionsOf } from './reactions.ts';
import { startTimers, type Timers } from './timers/runner.ts';
import { dutiesOf } from './timers.ts';
import type { Views } from './views/views.ts';

export interface BackgroundOptions {
  configuration: Configuration;
  /** Origin as people reach the program. */
  url: string;
  /** Where the log is. */
  location: { dataFolder: string; eventStoreUrl: string | null };
  parts: Parts;
  accounts: Accounts;
  files: FileStore;
  drafts: Pick<Drafts, 'files'>;
  views: Views;
  chance: Chance;
  /** The log is the configured one: it is backed up, and asked which files it names. */
  keepsOwnLog: boolean;
  log(level: 'info' | 'warn' | 'error', message: string): void;
}

/** What goes on beside the answering of requests. */
export interface Background {
  timers: Timers;
  close(): Promise<void>;
}

/** Starts reactions, timers, nightly backups and the sweep of files; each in one process at a time. */
export function startBackground(options: BackgroundOptions): Background {
  const { configuration, url, location, parts, accounts, files, drafts, views, chance, log } = options;
  const { store, commands, clock } = parts;
  const opened = new AsyncDisposableStack();
  const sources = { views: views.reader, texts: accounts.texts, url };
  const common = { store, views, commands, state: accounts.reactions, lease: accounts.lease, clock, log };
  const wordsOf = (notice: { kind: string; params: object }) => noticeText(sources, notice);

  const reactions = reactionsOf(accounts, files, url);
  const wantsInvitations = async (memberId: string) =>
    accounts.mail.configured && (await accounts.noticeSwitches.of(memberId)).invitations.mail;
  const reacting = startReactions({
    ...common,
    reactions,
    wordsOf,
    wantsInvitations,
    holder: chance.uuid(),
  });
  opened.defer(() => reacting.close());
  const timers = startTimers({
    ...common,
    aliveness: accounts.aliveness,
    duties: dutiesOf({ accounts, designs: parts.designs, url }),
    wordsOf,
    chance,
    holder: chance.uuid(),
  });
  opened.defer(() => timers.close());
  if (options.keepsOwnLog) {
    const nightly = { lease: accounts.lease, clock, log };
    const { folder, at, keep } = configuration.backup;
    const source = { ...location, backupFolder: folder };
    const backups = startNightlyBackups({ ...nightly, source, at, keep, holder: chance.uuid() });
    opened.defer(() => backups.close());
    const namedOf = (fileIds: Parameters<typeof namedFilesInWorker>[1]) =>
      namedFilesInWorker(location, fileIds);
    const sweeps = startSweeps({
      ...nightly,
      files,
      namedOf,
      drafted: () => drafts.files(),
      sweepPieces: () => sweepPieces(location.dataFolder, accounts.incomingFiles, clock()),
      holder: chance.uuid(),
    });
    opened.defer(() => sweeps.close());
  }
  return { timers, close: () => opened.disposeAsync() };
}
