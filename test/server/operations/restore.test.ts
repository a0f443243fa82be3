import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { digestLog } from '../../../server/eventstore/digest.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { startStandInProcess } from '../eventstore/standIn/standInProcess.ts';
import { admin } from './admin.ts';
import {
  accountsOf,
  addMember,
  emptyPlace,
  eventOf,
  filesWith,
  fill,
  MEMBER,
  openedLog,
  wholeLog,
} from './region.ts';

const WORDS = [MEMBER.name, MEMBER.email, MEMBER.text];

/** A region with a member, a secret and a backup. */
async function backedUp(eventStoreUrl: string | null = null) {
  const place = await emptyPlace(eventStoreUrl);
  if (eventStoreUrl === null) fill(place, 2000);
  const accounts = await accountsOf(place);
  const memberId = await addMember(place, accounts);
  await accounts.close();
  await writeFile(join(place.dataFolder, 'secret'), 's'.repeat(64), { mode: 0o600 });
  const backup = await admin(place.dataFolder, 'backup', ...urlFlag(eventStoreUrl));
  expect(backup).toMatchObject({ code: 0 });
  return { place, memberId, backup: backup.out.trim() };
}

const urlFlag = (url: string | null) => (url === null ? [] : ['--eventstore-url', url]);

async function digestAt(place: Parameters<typeof openedLog>[0]): Promise<string> {
  await using opened = openedLog(place);
  return await digestLog(opened.store);
}

function checkpointAt(dataFolder: string): unknown {
  const accounts = new DatabaseSync(join(dataFolder, 'accounts.db'));
  try {
    return accounts.prepare('select position from reactionCheckpoint').get()?.position;
  } finally {
    accounts.close();
  }
}

function setCheckpoint(dataFolder: string, position: bigint): void {
  const accounts = new DatabaseSync(join(dataFolder, 'accounts.db'));
  accounts.prepare("insert or replace into reactionCheckpoint values ('reactions', ?)").run(String(position));
  accounts.close();
}

test('a backup restored elsewhere is the same log, the same accounts and the same secret', async () => {
  const { place, memberId, backup } = await backedUp();
  const elsewhere = await emptyPlace();
  const restored = await admin(elsewhere.dataFolder, 'restore', '--from', backup);
  expect(restored).toMatchObject({ code: 0, err: '' });
  expect(restored.out).toContain(`digest ${await digestAt(place)}, equal`);
  expect(await wholeLog(elsewhere)).toEqual(await wholeLog(place));
  expect(await readFile(join(elsewhere.dataFolder, 'secret'), 'utf8')).toBe('s'.repeat(64));
  const accounts = await accountsOf(elsewhere);
  expect(await accounts.members.byEmail(MEMBER.email)).toBe(memberId);
  await accounts.close();
  expect((await readdir(elsewhere.dataFolder)).filter((name) => /partial|restoring/.test(name))).toEqual([]);
});

test('a restore refuses to overwrite anything, and says what to move', async () => {
  const { place, backup } = await backedUp();
  const before = await digestAt(place);
  const refused = await admin(place.dataFolder, 'restore', '--from', backup);
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('move accounts.db, log.db elsewhere first');
  expect(await digestAt(place)).toBe(before);
});

test('a damaged backup, one with a missing file, and a folder that is none are refused, and nothing is left', async () => {
  const { backup } = await backedUp();
  const elsewhere = await emptyPlace();
  const log = await readFile(join(backup, 'log.db'));
  log.writeUInt8(log.readUInt8(log.length - 40) ^ 1, log.length - 40);
  await writeFile(join(backup, 'log.db'), log);
  const damaged = await admin(elsewhere.dataFolder, 'restore', '--from', backup);
  expect(damaged).toMatchObject({ code: 1, out: '' });
  expect(damaged.err).toContain('is damaged: log.db');
  await rm(join(backup, 'log.db'));
  const missing = await admin(elsewhere.dataFolder, 'restore', '--from', backup);
  expect(missing.err).toContain('log.db is missing');
  const none = await admin(elsewhere.dataFolder, 'restore', '--from', await temporaryFolder());
  expect(none.err).toContain('is no backup');
  const left = (await readdir(elsewhere.dataFolder)).filter((name) => !name.startsWith('.'));
  expect(left).toEqual(['slots']);
});

test('who was erased since stays erased when an older backup comes back: accounts, bytes and log', async () => {
  const { place, memberId, backup } = await backedUp();
  const away = join(await temporaryFolder(), 'away');
  await cp(backup, away, { recursive: true });
  const accounts = await accountsOf(place);
  expect(await accounts.erase(memberId)).toEqual({ vanished: true, failedCopies: [] });
  await accounts.close();
  expect((await filesWith(away, WORDS)).length).toBeGreaterThan(0);
  for (const name of ['log.db', 'accounts.db', 'secret']) await rm(join(place.dataFolder, name));

  const restored = await admin(place.dataFolder, 'restore', '--from', away);
  expect(restored).toMatchObject({ code: 0 });
  expect(restored.out).toContain('1 erased since: erased again');
  expect(await filesWith(place.dataFolder, WORDS)).toEqual([]);
  const events = (await wholeLog(place)).filter(({ stream }) => stream === `member-${memberId}`);
  expect(events.map(({ type }) => type)).toEqual(['MembershipGranted', 'MembershipEnded', 'MemberErased']);
  expect(events.at(-1)?.metadata.actor).toBe('operator');
  expect(await admin(place.dataFolder, 'verify')).toMatchObject({ code: 0 });

  // The backup that the erasure reached into has other bytes than its manifest says, and is good all the same.
  for (const name of ['log.db', 'accounts.db', 'secret']) await rm(join(place.dataFolder, name));
  expect(await admin(place.dataFolder, 'restore', '--from', backup)).toMatchObject({ code: 0 });
  expect(await filesWith(place.dataFolder, WORDS)).toEqual([]);
});

test('an erasure that the log knows is not written twice', async () => {
  const { place, memberId } = await backedUp();
  const accounts = await accountsOf(place);
  await accounts.erase(memberId);
  await accounts.close();
  {
    await using opened = openedLog(place);
    await opened.store.append(`member-${memberId}`, [eventOf('MemberErased', { memberId })], 'exists');
  }
  const backup = (await admin(place.dataFolder, 'backup')).out.trim();
  const elsewhere = await emptyPlace();
  const restored = await admin(elsewhere.dataFolder, 'restore', '--from', backup);
  expect(restored.out).not.toContain('erased since');
  expect(await digestAt(elsewhere)).toBe(await digestAt(place));
  // What is known of erasures came along.
  expect(await readFile(join(elsewhere.dataFolder, 'erasures.jsonl'), 'utf8')).toContain(memberId);
});

test('reactions go on where they were, and never over what they have seen', async () => {
  const { place, backup } = await backedUp();
  setCheckpoint(place.dataFolder, 1500n);
  const earlier = (await admin(place.dataFolder, 'backup')).out.trim();
  setCheckpoint(place.dataFolder, 9000n);
  const ahead = (await admin(place.dataFolder, 'backup')).out.trim();
  for (const [from, expected] of [
    [backup, undefined],
    [earlier, '1500'],
    [ahead, '2002'],
  ] as const) {
    const elsewhere = await emptyPlace();
    expect(await admin(elsewhere.dataFolder, 'restore', '--from', from)).toMatchObject({ code: 0 });
    expect(checkpointAt(elsewhere.dataFolder)).toBe(expected);
  }
});

test('a restore that was cut off while files were put into place is finished by the next, and nothing else runs', async () => {
  const { place, backup } = await backedUp();
  const elsewhere = await emptyPlace();
  await admin(elsewhere.dataFolder, 'restore', '--from', backup);
  await cp(join(elsewhere.dataFolder, 'log.db'), join(elsewhere.dataFolder, '.restoring', 'log.db'));
  await rm(join(elsewhere.dataFolder, 'log.db'));
  const refused = await admin(elsewhere.dataFolder, 'backup');
  expect(refused.err).toContain('was cut off');
  const finished = await admin(elsewhere.dataFolder, 'restore', '--from', backup);
  expect(finished).toMatchObject({ code: 0 });
  expect(finished.out).toContain('is finished');
  expect(await digestAt(elsewhere)).toBe(await digestAt(place));
});

test('from an event store to an embedded log and to another event store, equal by digest, with reactions in place', async () => {
  const [one, other] = await Promise.all([startStandInProcess(), startStandInProcess()]);
  try {
    const { place, memberId } = await backedUp(one.connectionString);
    const log = await wholeLog(place);
    const [first] = log;
    setCheckpoint(place.dataFolder, first?.position ?? 0n);
    const flags = urlFlag(place.eventStoreUrl);
    const backup = (await admin(place.dataFolder, 'backup', ...flags)).out.trim();

    const embedded = await emptyPlace();
    expect(await admin(embedded.dataFolder, 'restore', '--from', backup)).toMatchObject({ code: 0 });
    // Positions are kept, so the checkpoint is good as it is.
    expect(await wholeLog(embedded)).toEqual(log);
    expect(checkpointAt(embedded.dataFolder)).toBe(String(first?.position));

    const replicated = await emptyPlace(other.connectionString);
    const into = ['restore', '--from', backup, ...urlFlag(other.connectionString)];
    const restored = await admin(replicated.dataFolder, ...into);
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.out).toContain(await digestAt(place));
    const [moved] = await wholeLog(replicated);
    expect(moved?.id).toBe(first?.id);
    expect(checkpointAt(replicated.dataFolder)).toBe(String(moved?.position));
    expect(await readdir(replicated.dataFolder)).not.toContain('log.db');

    // Cut off and repeated: what is there already is completed. Erased since: noted in the event store too, once.
    const accounts = await accountsOf(replicated);
    await accounts.erase(memberId);
    await accounts.close();
    for (let round = 0; round < 2; round++) {
      await rm(join(replicated.dataFolder, 'accounts.db'));
      expect(await admin(replicated.dataFolder, ...into)).toMatchObject({ code: 0 });
      const erased = (await wholeLog(replicated)).filter(({ type }) => type === 'MemberErased');
      expect(erased.map(({ stream }) => stream)).toEqual([`member-${memberId}`]);
    }

    // Anything else in it: refused.
    await using opened = openedLog(replicated);
    await opened.store.append('member-x', [eventOf('MemberErased', { memberId })], 'none');
    await rm(join(replicated.dataFolder, 'accounts.db'));
    const refused = await admin(replicated.dataFolder, ...into);
    expect(refused.err).toContain('The event store is not empty');
  } finally {
    await Promise.all([one.stop(), other.stop()]);
  }
});
