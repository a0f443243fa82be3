import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
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
  const accounts = await openAccounts({
    path: join(await temporaryFolder(), 'accounts.db'),
    secret: TEST_SECRET,
    publicUrl: 'http://localhost',
    clock: () => new Date(clock.now),
  });
  onTestFinished(() => accounts.close());
  return { clock, uploads: accounts.uploads, memberId: randomUUID() };
}

it('lets a member send in so many files in 24 hours, and the same one again for nothing', async () => {
  const { clock, uploads, memberId } = await someUploads();
  const note = (number: number) => uploads.note({ fileId: fileNumber(number), memberId, bytes: 10 });
  for (let number = 0; number < DAILY_ALLOWANCE.files; number++) await note(number);
  await note(3);
  await expect(note(5000)).rejects.toBeInstanceOf(TooManyRequests);
  await uploads.note({ fileId: fileNumber(5000), memberId: randomUUID(), bytes: 10 });
  expect(await uploads.isBy(fileNumber(5000), memberId)).toBe(false);
  clock.now += 23 * HOUR;
  await expect(note(5000)).rejects.toMatchObject({ retryAfterSeconds: 3600 });
  clock.now += HOUR;
  await note(5000);
  expect(await uploads.isBy(fileNumber(5000), memberId)).toBe(true);
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
