import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { digestLog, EMPTY_DIGEST } from '../../../server/eventstore/digest.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { admin, startAdmin } from '../operations/admin.ts';
import { accountsOf, emptyPlace, fill, openedLog } from '../operations/region.ts';

test('the digest alone goes to the output, the rest is told beside it', async () => {
  const place = await emptyPlace();
  fill(place, 600);
  await using opened = openedLog(place);
  expect(await startAdmin(place.dataFolder, 'digest').ended).toEqual({
    code: 0,
    out: `${await digestLog(opened.store)}\n`,
    err: '600 events\n',
  });
});

test('an empty log is well, and a folder without one is refused without making any', async () => {
  const place = await emptyPlace();
  await openedLog(place)[Symbol.asyncDispose]();
  expect((await admin(place.dataFolder, 'verify')).out).toContain(`0 events, digest ${EMPTY_DIGEST}`);
  const missing = join(await temporaryFolder(), 'nowhere');
  for (const words of [['verify'], ['backup'], ['export'], ['digest'], ['rebuild-views']]) {
    const { code, err } = await admin(missing, ...words);
    expect({ code, err }).toEqual({ code: 1, err: `There is no log in ${missing}: check DATA_DIR.\n` });
  }
});

test('mistakes end with 2, help with 0', async () => {
  const folder = await temporaryFolder();
  expect(await startAdmin(folder, 'restore').ended).toEqual({
    code: 2,
    out: '',
    err: 'restore needs --from and a path.\n',
  });
  expect(await startAdmin(folder, '--help').ended).toMatchObject({ code: 0, err: '' });
});

test('a reader of an export may leave early', async () => {
  const place = await emptyPlace();
  fill(place, 20_000);
  const { child, ended } = startAdmin(place.dataFolder, 'export');
  ended.catch(() => {});
  const [told, exited] = [text(child.stderr), once(child, 'exit')];
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await exited).toEqual([1, null]);
  expect(await told).toBe('');
});

test('who asked to found a workshop is listed, and let', async () => {
  const place = await emptyPlace();
  const accounts = await accountsOf(place);
  const [email, displayName, password] = ['ada@example.org', 'Ada Tinker', 'correct horse'];
  const memberId = (await accounts.members.create({ email, displayName, password })) ?? '';
  expect((await admin(place.dataFolder, 'approve-founding')).out).toBe('Nobody waits.\n');
  await accounts.foundingRequests.ask(memberId);
  const listed = await admin(place.dataFolder, 'approve-founding', 'list');
  expect(listed.out).toContain(`${memberId}  asked `);
  expect(listed.out).toContain('Ada Tinker <ada@example.org>');
  expect(await admin(place.dataFolder, 'approve-founding', email)).toMatchObject({ code: 0 });
  expect(await accounts.foundingRequests.standing(memberId)).toBe('approved');
  expect((await admin(place.dataFolder, 'approve-founding', memberId)).out).toContain('approved before');
  const stranger = await admin(place.dataFolder, 'approve-founding', randomUUID());
  expect(stranger).toMatchObject({ code: 1 });
  expect(stranger.err).toContain('has not asked');
  await accounts.close();
});
