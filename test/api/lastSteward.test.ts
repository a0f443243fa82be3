import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { appointmentView } from '../../shared/workshops/views.ts';
import { idIn, type RunningApplication, startApplication } from '../server/application.ts';
import { caller } from '../server/caller.ts';

/** Two servers on one data folder, each with its own memory and views. */
async function twoServers(): Promise<[RunningApplication, RunningApplication]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'commonwright-'));
  const one = await startApplication({ dataDir });
  const other = await startApplication({ dataDir });
  onTestFinished(async () => {
    await one.close();
    await other.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return [one, other];
}

it('two stewards who recall each other at the same moment on two servers leave a steward', async () => {
  const [one, other] = await twoServers();
  const { steward: ada, workshopId } = await one.found();
  const ben = await one.person('Ben');
  await one.join(ben, workshopId);
  const there = { ...ben, ...caller(`http://127.0.0.1:${other.port}`, other.url, ben.credentials) };
  const of = (path: string) => `/api/workshops/${workshopId}${path}`;
  const office = (memberId: string) => ({ memberId, role: 'steward', competenceId: null });
  const stewards = async () =>
    z
      .object({ appointments: z.array(appointmentView) })
      .parse((await ada.get(of('/appointments'))).body)
      .appointments.filter(({ role, until }) => role === 'steward' && until === null)
      .map(({ memberId }) => memberId);
  for (let round = 0; round < 4; round++) {
    const left = await stewards();
    const [by, whom] = left.includes(ada.memberId) ? [ada, ben] : [ben, ada];
    idIn(await by.command(of('/appointments'), office(whom.memberId)));
    await expect.poll(async () => (await there.get(of('/people'))).text.split('"steward"').length).toBe(3);
    const replies = await Promise.all([
      ada.command(of('/appointments/recall'), office(ben.memberId)),
      there.command(of('/appointments/recall'), office(ada.memberId)),
    ]);
    expect(replies.map(({ status }) => status === 200).toSorted()).toEqual([false, true]);
    expect(replies.every(({ status }) => status < 500)).toBe(true);
    expect(await stewards()).toHaveLength(1);
  }
});
