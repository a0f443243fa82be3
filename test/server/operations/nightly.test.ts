import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { backupsIn } from '../../../server/operations/backupNames.ts';
import { lastMoment, startNightlyBackups } from '../../../server/operations/nightly.ts';
import { accountsOf, emptyPlace, fill } from './region.ts';

/** Local wall time here. */
const at = (day: number, hours: number, minutes = 0) => new Date(2026, 10, day, hours, minutes).getTime();

async function server() {
  const place = await emptyPlace();
  fill(place, 600);
  const time = { now: at(20, 12), asked: 0 };
  const accounts = await accountsOf(place);
  onTestFinished(() => accounts.close());
  const logged: string[] = [];
  const start = (holder: string) => {
    const backups = startNightlyBackups({
      source: place,
      at: '03:30',
      keep: 2,
      lease: accounts.lease,
      holder,
      clock: () => {
        time.asked++;
        return time.now;
      },
      log: (_level, message) => logged.push(message),
      checkEveryMilliseconds: 20,
    });
    onTestFinished(() => backups.close());
    return backups;
  };
  const made = () => backupsIn(place.backupFolder);
  /** Until it has been looked a few times more whether one is due. */
  const looked = async () => {
    const before = time.asked;
    await expect.poll(() => time.asked, { timeout: 20_000 }).toBeGreaterThan(before + 8);
  };
  return { place, time, start, made, logged, looked };
}

test('every night one is made, by one of the processes; a missed night is made good; the newest are kept', async () => {
  const { time, start, made, logged, looked } = await server();
  start('one');
  start('other');
  await expect.poll(made, { timeout: 20_000 }).toHaveLength(1);
  const [first = ''] = await made();
  time.now = at(21, 3, 29);
  await looked();
  expect(await made()).toEqual([first]);
  time.now = at(21, 3, 31);
  await expect.poll(made, { timeout: 20_000 }).toHaveLength(2);
  // Down for days.
  time.now = at(25, 9);
  await expect.poll(async () => (await made()).includes(first), { timeout: 20_000 }).toBe(false);
  expect(await made()).toHaveLength(2);
  await expect.poll(() => logged.length).toBe(3);
});

test('after a failure it says so, and tries again in an hour', async () => {
  const { place, time, start, made, logged, looked } = await server();
  // The folder cannot be made: a file has its name.
  await writeFile(place.backupFolder, '');
  start('one');
  await expect.poll(() => logged.join(), { timeout: 20_000 }).toContain('The nightly backup failed');
  await rm(place.backupFolder);
  await mkdir(join(place.dataFolder, 'backups'));
  await looked();
  expect(await made()).toEqual([]);
  time.now += 3_600_001;
  await expect.poll(made, { timeout: 20_000 }).toHaveLength(1);
  expect(logged.filter((message) => message.includes('failed'))).toHaveLength(1);
});

test('the last due moment is by the clocks here', () => {
  expect(lastMoment('03:30', at(22, 3, 30))).toBe(at(22, 3, 30));
  expect(lastMoment('03:30', at(22, 3, 30) - 1)).toBe(at(21, 3, 30));
  expect(lastMoment('23:59', at(22, 0))).toBe(at(21, 23, 59));
});
