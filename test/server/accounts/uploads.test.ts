import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { openAccounts } from '../../../server/accounts/accounts.ts';
import { TooManyRequests } from '../../../server/accounts/keyUse.ts';
import { DAILY_ALLOWANCE } from '../../../server/accounts/uploads.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { TEST_SECRET } from './testAccounts.ts';

const HOUR = 3_600_000;
const fileNumber = (number: number) => number.toString(16).padStart(64, '0');

async function someUploads() {
  const clock = { now: Date.parse('2026-11-22T10:00:00Z') };
  const path = join(await temporaryFolder(), 'accounts.db');
  const accounts = await openAccounts({
    path,
    secret: TEST_SECRET,
    publicUrl: 'http://localhost',
    clock: () => new Date(clock.now),
  });
  onTestFinished(() => accounts.close());
  return { clock, uploads: accounts.uploads, memberId: randomUUID(), path };
}

it('lets a member send in so many files in 24 hours, and the same one again for nothing', async () => {
  const { clock, uploads, memberId, path } = await someUploads();
  const note = (number: number) => uploads.note({ fileId: fileNumber(number), memberId, bytes: 10 });
  const database = new DatabaseSync(path);
  database
    .prepare(
      `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ?)
       insert into uploads select printf('%064x', n), ?, 10, ? from numbers`,
    )
    .run(DAILY_ALLOWANCE.files - 1, memberId, clock.now);
  database.close();
  await note(0);
  await note(3);
  await expect(note(50_000)).rejects.toBeInstanceOf(TooManyRequests);
  await uploads.note({ fileId: fileNumber(50_000), memberId: randomUUID(), bytes: 10 });
  expect(await uploads.isBy(fileNumber(50_000), memberId)).toBe(false);
  clock.now += 23 * HOUR;
  await expect(note(50_000)).rejects.toMatchObject({ retryAfterSeconds: 3600 });
  clock.now += HOUR;
  await note(50_000);
  expect(await uploads.isBy(fileNumber(50_000), memberId)).toBe(true);
});

it('knows who sent a file in first, and which files none of some members sent', async () => {
  const { clock, uploads, memberId } = await someUploads();
  const later = randomUUID();
  await uploads.note({ fileId: fileNumber(1), memberId, bytes: 10 });
  clock.now += 1;
  await uploads.note({ fileId: fileNumber(1), memberId: later, bytes: 10 });
  await uploads.note({ fileId: fileNumber(2), memberId: later, bytes: 10 });
  expect(await uploads.isFirstBy(fileNumber(1), memberId)).toBe(true);
  expect(await uploads.isFirstBy(fileNumber(1), later)).toBe(false);
  const asked = [1, 2, 3].map(fileNumber);
  expect(await uploads.notBy(asked, [memberId])).toEqual([2, 3].map(fileNumber));
  expect(await uploads.notBy(asked, [memberId, later])).toEqual([fileNumber(3)]);
});

it('lets a member send in so many bytes, also when they come at once', async () => {
  const { uploads, memberId } = await someUploads();
  const bytes = DAILY_ALLOWANCE.bytes / 5;
  const sending = Array.from({ length: 12 }, (_, number) =>
    uploads.note({ fileId: fileNumber(number), memberId, bytes }),
  );
  const became = await Promise.allSettled(sending);
  expect(became.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});
