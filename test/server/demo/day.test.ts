import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  bookingsWithin,
  pendingIn,
  runningAnywhere,
  supervisionAskedOf,
} from '../../../server/bookings/queries.ts';
import { holdsOf, reservationsWithin, waitingFor } from '../../../server/bookings/waiting/queries.ts';
import { inductionsAfter } from '../../../server/competences/queries.ts';
import { fillWithDemoRegion } from '../../../server/demo/fill.ts';
import { demoSignIns } from '../../../server/demo/signIns.ts';
import { missingOf } from '../../../server/loans/queries.ts';
import { allMachines, machinesDependingOn, settingsOf } from '../../../server/machines/queries.ts';
import { allWorkshops, recognitionsOf } from '../../../server/workshops/queries.ts';
import { DEFAULTS_OF_KINDS } from '../../../shared/machines/kinds.ts';
import { isBorrowed } from '../../../shared/machines/words.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { fill, look, NOW } from './filled.ts';

const DAY = 86_400_000;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commonwright-demo-'));
  expect(await fill(folder)).toBe('filled');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function lookAround() {
  const { views, accounts } = await look(folder);
  const machines = allMachines(views);
  const machineCalled = (name: string) => {
    const machine = machines.find((one) => one.name === name);
    if (!machine) throw new Error(`no machine called ${name}`);
    return machine;
  };
  const memberIdOf = async (who: keyof typeof demoSignIns) =>
    (await accounts.members.byEmail(demoSignIns[who].email)) ?? '';
  return { views, accounts, machines, machineCalled, memberIdOf };
}

test('machines have the rules of their kinds: unattended, supervised, by the day, walk-up only', async () => {
  const { machines, machineCalled } = await lookAround();
  for (const { rules, kind } of machines) {
    expect(rules.starting).toBe(DEFAULTS_OF_KINDS[kind].rules.starting);
    expect(rules.maximumDurationMinutes).toBe(DEFAULTS_OF_KINDS[kind].rules.maximumDurationMinutes);
  }
  expect(machineCalled('Laser cutter').rules.supervisedUse).toBe(true);
  expect(machineCalled('Mobile sawmill')).toMatchObject({
    tier: 'region',
    rules: { byTheDay: true, approval: true },
  });
  expect(machines.filter(({ kind }) => kind === 'area')).toHaveLength(1);
});

test('laser and router do not run without the extraction, whose filters are changed next week', async () => {
  const { views, machineCalled } = await lookAround();
  const dependent = machinesDependingOn(views, machineCalled('Dust and fume extraction').machineId);
  expect(dependent.map(({ name }) => name).sort()).toEqual(['CNC router', 'Laser cutter']);
});

test('a slot at the laser is held for the demo member, and others wait behind', async () => {
  const { views, machineCalled, memberIdOf } = await lookAround();
  const { machineId } = machineCalled('Laser cutter');
  const [held] = holdsOf(views, await memberIdOf('member'), NOW);
  expect(held).toMatchObject({ machineId });
  expect(held?.until).toBeGreaterThan(NOW + 3_600_000);
  expect(waitingFor(views, machineId).length).toBeGreaterThanOrEqual(2);
});

test('the demo member is asked to supervise, and a supervisor and a steward are asked', async () => {
  const { views, machineCalled, memberIdOf } = await lookAround();
  expect(supervisionAskedOf(views, await memberIdOf('member'), NOW)).toHaveLength(1);
  const { workshopId } = machineCalled('Laser cutter');
  const pending = pendingIn(views, workshopId).filter(({ answerBy }) => (answerBy ?? 0) > NOW);
  expect(pending.map(({ awaits }) => awaits).sort()).toEqual([
    ['approval'],
    ['supervision'],
    ['supervision'],
  ]);
});

test('somebody comes every week at the same time, and the workshop keeps an evening for itself', async () => {
  const { views, machines, machineCalled } = await lookAround();
  const { machineId } = machineCalled('Electronics bench');
  const series = bookingsWithin(views, machineId, { start: NOW - 9 * DAY, end: NOW + 20 * DAY }).filter(
    ({ seriesId }) => seriesId !== null,
  );
  expect(series.length).toBeGreaterThanOrEqual(3);
  const hours = series.map(({ start }) =>
    Temporal.Instant.fromEpochMilliseconds(start)
      .toZonedDateTimeISO('Europe/Berlin')
      .toPlainTime()
      .toString(),
  );
  expect(new Set(hours)).toEqual(new Set(['18:00:00']));
  const coming = { start: NOW, end: NOW + 8 * DAY };
  const kept = machines.filter((one) => reservationsWithin(views, one.machineId, coming).length > 0);
  expect(kept.map(({ name }) => name)).toContain('Gallery');
});

test('machines are in use right now, and others have been used today', async () => {
  const { views, machines, memberIdOf } = await lookAround();
  const running = runningAnywhere(views).filter(({ machineId }) =>
    machines.some((one) => one.machineId === machineId && !isBorrowed(one.kind)),
  );
  expect(running.length).toBeGreaterThanOrEqual(3);
  const member = await memberIdOf('member');
  expect(running.filter(({ memberId }) => memberId === member)).toHaveLength(1);
  const today = machines.flatMap(({ machineId }) =>
    bookingsWithin(views, machineId, { start: NOW - DAY, end: NOW }),
  );
  expect(today.filter(({ status, startedAt }) => status === 'completed' && startedAt !== null)).not.toEqual(
    [],
  );
});

test('tools and kits are lent: some are out, one is overdue, one reserved, and a kit lacks a piece', async () => {
  const { views, machines, machineCalled } = await lookAround();
  const lent = machines.filter(({ kind }) => isBorrowed(kind));
  expect(lent.map(({ kind }) => kind).filter((kind) => kind === 'kit')).toHaveLength(2);
  expect(lent).toHaveLength(14);
  const out = runningAnywhere(views).filter(({ machineId }) =>
    lent.some((one) => one.machineId === machineId),
  );
  expect(out).toHaveLength(5);
  expect(out.filter(({ end }) => end <= NOW)).toHaveLength(1);
  const reserved = bookingsWithin(views, machineCalled('Brad nailer').machineId, {
    start: NOW,
    end: NOW + 7 * DAY,
  });
  expect(reserved).toHaveLength(1);
  expect(missingOf(views, machineCalled('Socket set').machineId)).toEqual(['10 mm socket']);
});

test('inductions are announced for next Thursday, one has places and one a waiting list', async () => {
  const { views } = await lookAround();
  const coming = inductionsAfter(views, null, NOW);
  const weekdays = coming.map(
    ({ start }) =>
      Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('Europe/Berlin').dayOfWeek,
  );
  expect(weekdays).toContain(4);
  expect(coming.some(({ places, taken }) => taken < places)).toBe(true);
  expect(coming.some(({ waiting }) => waiting > 0)).toBe(true);
});

test('two workshops recognise each other’s trainers, and settings are confirmed by others', async () => {
  const { views, machineCalled } = await lookAround();
  const recognising = allWorkshops(views).filter(
    ({ workshopId }) => recognitionsOf(views, workshopId).length > 0,
  );
  expect(recognising.map(({ name }) => name).sort()).toEqual(['Derwent Shed', 'Kaiwerk']);
  const noted = settingsOf(views, machineCalled('Laser cutter').machineId);
  expect(noted.map(({ confirmedBy }) => confirmedBy.length).sort()).toEqual([1, 3]);
});

test.each([
  ['on New Year’s Eve in Hobart', Date.UTC(2026, 11, 31, 13)],
  ['on a holiday', Date.UTC(2026, 11, 25, 9, 59)],
  ['on the day that skips an hour', Date.UTC(2027, 2, 28, 1)],
  ['on 29 February', Date.UTC(2028, 1, 29, 0)],
  ['on a Thursday, in the last minute of the day', Date.UTC(2027, 9, 28, 23, 59)],
])('it can be filled %s', async (_when, now) => {
  const elsewhere = await temporaryFolder();
  expect(await fillWithDemoRegion({ dataFolder: elsewhere, eventStoreUrl: null, now })).toBe('filled');
});
