import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Accounts, openAccounts } from '../../../server/accounts/accounts.ts';
import { openLog } from '../../../server/eventstore/open.ts';
import type { EventStore, NewEvent, RecordedEvent } from '../../../server/eventstore/port.ts';
import { openLogDatabase } from '../../../server/eventstore/sqlite/database.ts';
import { currentVersion } from '../../../server/eventstore/upcasting.ts';
import type { BackupSource } from '../../../server/operations/backup.ts';
import { eventsOf } from '../../../server/operations/eventsOf.ts';
import type { DataOf, EventType } from '../../../shared/schemasOfEvents.ts';
import { fillWith, history } from '../../bench/history.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { undisputed } from '../bookings/undisputed.ts';

export const SECRET = 'a secret of at least thirty-two characters, for tests';
export const MEMBER = { name: 'Zebulon Quirk', email: 'zebulon.quirk@example.org', text: 'For my xylophone' };

/** A data folder beside its backups: `{ dataFolder, backupFolder }`, both within one temporary folder. */
export async function emptyPlace(eventStoreUrl: string | null = null): Promise<BackupSource> {
  const dataFolder = join(await temporaryFolder(), 'data');
  await mkdir(dataFolder);
  return { dataFolder, eventStoreUrl, backupFolder: join(dataFolder, 'backups') };
}

export const accountsOf = (place: BackupSource): Promise<Accounts> =>
  openAccounts({
    path: join(place.dataFolder, 'accounts.db'),
    secret: SECRET,
    publicUrl: 'http://localhost',
    backupFolders: [place.backupFolder],
  });

/** Writes a history into the embedded log of a place. */
export function fill(place: BackupSource, events: number): void {
  const database = openLogDatabase(join(place.dataFolder, 'log.db'));
  fillWith(database, history(events));
  database.close();
}

/** An event of the real vocabulary. */
export function eventOf<Type extends EventType>(
  type: Type,
  data: DataOf<Type>,
  actor = 'operator',
): NewEvent {
  const at = '2026-11-22T10:00:00.000Z';
  const version = currentVersion(type);
  const metadata = { at, actor, commandId: randomUUID(), commandHash: 'b'.repeat(64), version };
  return { id: randomUUID(), type, data, metadata };
}

/** Somebody with an account, a text, and a membership and a booking in the log. @returns their id. */
export async function addMember(place: BackupSource, accounts: Accounts): Promise<string> {
  const { email, name } = MEMBER;
  const memberId = await accounts.members.create({ email, displayName: name, password: 'correct horse' });
  if (memberId === null) throw new Error('the address is taken');
  const [workshopId, machineId, purposeId] = [randomUUID(), randomUUID(), randomUUID()];
  await accounts.texts.put({ id: purposeId, kind: 'bookingPurpose', body: MEMBER.text, author: memberId });
  await using opened = openedLog(place);
  const [start, end] = ['2026-11-23T10:00:00.000Z', '2026-11-23T12:00:00.000Z'];
  const granted = { memberId, workshopId, kind: 'member', until: null, by: 'joining' } as const;
  const booking = { bookingId: randomUUID(), machineId, workshopId, memberId, start, end, purposeId };
  const { store } = opened;
  await store.append(`member-${memberId}`, [eventOf('MembershipGranted', granted)], 'none');
  await store.append(
    `calendar-${machineId}`,
    [eventOf('BookingPlaced', { ...undisputed, ...booking })],
    'none',
  );
  return memberId;
}

export function openedLog(place: BackupSource): { store: EventStore } & AsyncDisposable {
  const store = openLog(place);
  return { store, [Symbol.asyncDispose]: () => store.close() };
}

export async function wholeLog(place: BackupSource): Promise<RecordedEvent[]> {
  await using opened = openedLog(place);
  return await Array.fromAsync(eventsOf(opened.store));
}

/** Which files below a folder hold one of the words, byte for byte. */
export async function filesWith(folder: string, words: readonly string[]): Promise<string[]> {
  const hits: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name));
    if (words.some((word) => bytes.includes(word))) hits.push(entry.name);
  }
  return hits;
}
