import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { LogRepair, ReportFault } from '../../server/machines/care/careCommands.ts';
import { careCommands } from '../../server/machines/care/commands.ts';
import { lockOf } from '../../server/machines/care/locks.ts';
import { bookingView } from '../../shared/bookings/views.ts';
import { faultsView, maintenanceView, stewardDayView } from '../../shared/machines/careViews.ts';
import { machineHistory, machineView } from '../../shared/machines/views.ts';
import { noticeView } from '../../shared/members/views.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Caller } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString();
const soon = { timeout: 8000 };

const app = sharedApplication();
let steward: Person;
let anna: Person;
let trainer: Person;
let workshopId: string;
let competenceId: string;

beforeAll(async () => {
  ({ steward, workshopId } = await app().found());
  [anna, trainer] = [await app().person('Anna'), await app().person('Tina')];
  for (const person of [anna, trainer]) await app().join(person, workshopId);
  competenceId = idIn(await steward.command(`/api/workshops/${workshopId}/competences`, { name: 'Laser' }));
  const office = { memberId: trainer.memberId, role: 'trainer', competenceId };
  idIn(await steward.command(`/api/workshops/${workshopId}/appointments`, office));
});

const machineOf = async (description: object = {}) => {
  const machineId = await app().registerMachine(steward, workshopId, description);
  return { machineId, path: `/api/machines/${machineId}` };
};
const faultsOf = async (path: string, viewer: Caller = steward) =>
  faultsView.parse((await viewer.get(`${path}/faults`)).body);
const stateOf = async (path: string) => machineView.parse((await steward.get(path)).body);
const rulesIn = (reply: { body: unknown }) =>
  z
    .object({ objections: z.array(z.object({ rule: z.string() })) })
    .parse(reply.body)
    .objections.map(({ rule }) => rule);
const noticesOf = async (person: Person) =>
  z.object({ notices: z.array(noticeView) }).parse((await person.get('/api/me/notices')).body).notices;
const kindsTold = async (person: Person, machineId: string) =>
  (await noticesOf(person)).filter(({ params }) => params.machineId === machineId).map(({ kind }) => kind);

describe('a fault', () => {
  it('that a member calls unsafe locks the machine at once, and tells those who booked and the desk', async () => {
    const { machineId, path } = await machineOf();
    const times = { start: inHours(20), end: inHours(21) };
    const booking = idIn(await trainer.command(`${path}/bookings`, times));
    const reply = await anna.command(`${path}/faults`, { severity: 'unsafe', text: 'The lid opens.' });
    expect([reply.status, reply.text.includes('"undo":null')]).toEqual([201, true]);
    expect((await stateOf(path)).outage).toMatchObject({
      kind: 'unsafe',
      end: null,
      reason: 'The lid opens.',
    });
    const marks = async () =>
      bookingView.parse((await trainer.get(`${path}/bookings/${booking}`)).body).marks;
    await expect.poll(marks, soon).toEqual(['outage']);
    await expect.poll(() => kindsTold(trainer, machineId), soon).toContain('BookingMarked');
    const marked = (await noticesOf(trainer)).find(({ kind }) => kind === 'BookingMarked');
    expect(marked?.path).toBe('/find?kind=laser');
    await expect.poll(() => kindsTold(steward, machineId), soon).toContain('FaultReported');
  });

  it('that only makes it out of order is no lock from a member, but from a host or steward', async () => {
    const { path } = await machineOf();
    idIn(await anna.command(`${path}/faults`, { severity: 'outOfOrder' }));
    expect((await stateOf(path)).outage).toBeNull();
    idIn(await steward.command(`${path}/faults`, { severity: 'outOfOrder' }));
    expect((await stateOf(path)).outage).toMatchObject({ kind: 'outOfOrder' });
  });

  it('from a label, signed out, has no name, locks nothing, carries no pictures, and is counted', async () => {
    const { machineId, path } = await machineOf();
    const { nobody } = app();
    const photographs = ['a'.repeat(64)];
    expect((await nobody.command(`${path}/faults`, { severity: 'unsafe', photographs })).status).toBe(400);
    const faultId = idIn(await nobody.command(`${path}/faults`, { severity: 'unsafe', text: 'It smokes.' }));
    expect((await stateOf(path)).outage).toBeNull();
    const [seen] = (await faultsOf(path)).open;
    expect(seen).toMatchObject({ faultId, text: 'It smokes.', reportedBy: null, lockedBy: null });
    const [fromOutside] = (await faultsOf(path, nobody)).open;
    expect(fromOutside).toMatchObject({ severity: 'unsafe', text: null, reportedBy: null });
    await expect.poll(() => kindsTold(steward, machineId), soon).toEqual(['FaultReported']);
    let status = 201;
    for (let count = 0; count < 60 && status === 201; count++) {
      ({ status } = await nobody.command(`${path}/faults`, { severity: 'worksStill' }));
    }
    expect(status).toBe(429);
  });

  it('of a near miss can be told without a name: no event says who it was', async () => {
    const { machineId, path } = await machineOf();
    const told = { severity: 'nearMiss', nameless: true, text: 'A sleeve was nearly caught.' };
    idIn(await anna.command(`${path}/faults`, told));
    const events = await app().parts.store.read(`machine-${machineId}`, { direction: 'forwards', limit: 10 });
    expect(events.at(-1)).toMatchObject({ type: 'FaultReported', metadata: { actor: 'nobody' } });
    expect(
      JSON.stringify(events.at(-1), (_, value) => (typeof value === 'bigint' ? '' : value)),
    ).not.toContain(anna.memberId);
    const named = await anna.command(`${path}/faults`, { ...told, severity: 'unsafe' });
    expect(named.status).toBe(400);
  });

  it('that was a mistake is taken back by whoever reported it, and by nobody else but the desk', async () => {
    const { path } = await machineOf();
    const faultId = idIn(await anna.command(`${path}/faults`, { severity: 'worksStill' }));
    const { revision = -1 } = (await faultsOf(path)).open[0] ?? {};
    const dismiss = (by: Person) =>
      by.command(`${path}/faults/${faultId}/dismiss`, {}, { ifMatch: revision });
    expect((await dismiss(trainer)).status).toBe(403);
    expect((await dismiss(anna)).status).toBe(200);
    expect((await faultsOf(path)).open).toEqual([]);
  });
});

describe('a machine that is locked as unsafe', () => {
  it('is unlocked only by somebody competent, with a note', async () => {
    const { path } = await machineOf({ requiredCompetences: [competenceId] });
    idIn(await anna.command(`${path}/outages`, { kind: 'unsafe', reason: 'Sparks.' }));
    const { outage } = await stateOf(path);
    if (!outage) throw new Error('not locked');
    const end = (by: Person, body: object) =>
      by.command(`${path}/outages/${outage.outageId}/end`, body, { ifMatch: outage.revision });
    expect(rulesIn(await end(anna, { note: 'Looks fine.' }))).toEqual(['competence']);
    expect(rulesIn(await end(steward, {}))).toEqual(['competence', 'note']);
    expect(rulesIn(await end(trainer, {}))).toEqual(['note']);
    expect((await end(trainer, { note: 'A loose cable, fixed.' })).status).toBe(200);
    expect((await stateOf(path)).outage).toBeNull();
  });

  it('carries one lock of each who locked it, though they come at the same moment', async () => {
    const { path } = await machineOf();
    const lock = (by: Person) => by.command(`${path}/faults`, { severity: 'unsafe' });
    const replies = await Promise.all([lock(anna), lock(trainer), lock(steward)]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    const { open, outages } = await faultsOf(path);
    expect(new Set(open.map(({ lockedBy }) => lockedBy))).toEqual(
      new Set(outages.map(({ outageId }) => outageId)),
    );
    expect(outages).toHaveLength(3);
    const faultIds = open.slice(1).map(({ faultId }) => faultId);
    const mended = { faultIds, note: 'Two of three.', minutes: 5, returns: true };
    idIn(await steward.command(`${path}/repairs`, mended));
    expect((await faultsOf(path)).outages.map(({ outageId }) => outageId)).toEqual([open[0]?.lockedBy]);
    expect((await stateOf(path)).outage?.kind).toBe('unsafe');
  });

  it('takes no booking that comes at the same moment, or marks it', async () => {
    const { path } = await machineOf();
    const bookings = Array.from({ length: 6 }, (_, index) =>
      anna.command(`${path}/bookings`, { start: inHours(10 + index), end: inHours(11 + index) }),
    );
    const [locked, ...replies] = await Promise.all([
      trainer.command(`${path}/faults`, { severity: 'unsafe' }),
      ...bookings,
    ]);
    expect(locked.status).toBe(201);
    const placed = replies.filter(({ status }) => status === 201).map(idIn);
    for (const reply of replies) {
      if (reply.status !== 201) expect(rulesIn(reply)).toEqual(['outage']);
    }
    const marks = async () => {
      const views = await Promise.all(placed.map((id) => anna.get(`${path}/bookings/${id}`)));
      return views.map(({ body }) => bookingView.parse(body).marks);
    };
    await expect.poll(marks, soon).toEqual(placed.map(() => ['outage']));
  });
});

describe('a repair', () => {
  it('returns the machine, closes the fault, tells its reporter and stands in the history', async () => {
    const { machineId, path } = await machineOf();
    const faultId = idIn(await anna.command(`${path}/faults`, { severity: 'unsafe' }));
    const mended = {
      faultIds: [faultId],
      note: 'New lens.',
      parts: [{ name: 'Lens, 20 mm', quantity: 1 }],
      minutes: 40,
      returns: true,
    };
    expect((await anna.command(`${path}/repairs`, mended)).status).toBe(403);
    idIn(await steward.command(`${path}/repairs`, mended));
    const { open, closed, repairs, outages } = await faultsOf(path);
    expect({ open, outages }).toEqual({ open: [], outages: [] });
    expect(closed).toMatchObject([{ faultId, status: 'repaired' }]);
    expect(repairs).toMatchObject([{ note: 'New lens.', minutes: 40, repairedBy: { name: 'Stefania' } }]);
    expect((await stateOf(path)).availability.answer).toBe('free');
    await expect.poll(() => kindsTold(anna, machineId), soon).toContain('RepairLogged');
    const { entries } = machineHistory.parse((await steward.get(`${path}/history`)).body);
    const types = entries.map(({ type }) => type);
    expect(types.slice(0, 4)).toEqual(['OutageEnded', 'RepairLogged', 'OutageDeclared', 'FaultReported']);
  });
});

describe('when the server falls right after the event', () => {
  /** Gives a command alone, as a route did that then fell. */
  const alone = { actor: { kind: 'operator' } } as const;
  const define = () => careCommands(app().parts.views);

  it('the reaction locks what the report did not come to, once', async () => {
    const { machineId, path } = await machineOf();
    const [faultId, commandId] = [randomUUID(), randomUUID()];
    const report: ReportFault = {
      type: 'ReportFault',
      machineId,
      faultId,
      severity: 'unsafe',
      textId: null,
      photographs: [],
      reportedBy: anna.memberId,
      locks: true,
    };
    await app().parts.commands.handle(define().ReportFault, { ...alone, commandId, command: report });
    const kinds = async () => (await faultsOf(path)).outages.map(({ outageId, kind }) => [outageId, kind]);
    await expect.poll(kinds, soon).toEqual([[lockOf(faultId), 'unsafe']]);
  });

  it('the reaction returns what the repair mended', async () => {
    const { machineId, path } = await machineOf();
    const faultId = idIn(await anna.command(`${path}/faults`, { severity: 'unsafe' }));
    expect((await stateOf(path)).outage?.kind).toBe('unsafe');
    const repair: LogRepair = {
      type: 'LogRepair',
      machineId,
      repairId: randomUUID(),
      faultIds: [faultId],
      noteId: randomUUID(),
      parts: [],
      minutes: 5,
      returns: true,
      repairedBy: steward.memberId,
    };
    const given = { ...alone, commandId: randomUUID(), command: repair };
    expect(await app().parts.commands.handle(define().LogRepair, given)).toMatchObject({
      outcome: 'accepted',
    });
    await expect.poll(async () => (await faultsOf(path)).outages, soon).toEqual([]);
  });
});

describe('a maintenance plan', () => {
  const plansOf = async (path: string) =>
    maintenanceView.parse((await steward.get(`${path}/maintenance`)).body).plans;

  it('that is due proposes the first gap; accepted with one tap, done, it counts anew', async () => {
    const { machineId, path } = await machineOf();
    const interval = { by: 'calendar', days: 30, from: '2026-01-01' };
    const plan = { name: 'Clean the mirrors', interval, durationMinutes: 90 };
    expect((await anna.command(`${path}/maintenance-plans`, plan)).status).toBe(403);
    const planId = idIn(await steward.command(`${path}/maintenance-plans`, plan));
    idIn(await anna.command(`${path}/bookings`, { start: inHours(0), end: inHours(3) }));
    const [due] = await plansOf(path);
    expect(due).toMatchObject({ planId, state: 'due', dueOn: '2026-01-31', outage: null });
    const { proposed, revision } = due ?? {};
    if (!proposed || revision === undefined) throw new Error('nothing proposed');
    const [start, end] = [Date.parse(proposed.start), Date.parse(proposed.end)];
    expect(end - start).toBe(90 * 60_000);
    expect(end <= Date.parse(inHours(0)) || start >= Date.parse(inHours(3))).toBe(true);
    const accepted = { kind: 'maintenance', planId, reason: plan.name, ...proposed };
    idIn(await steward.command(`${path}/outages`, accepted));
    expect((await plansOf(path))[0]).toMatchObject({ proposed: null, outage: { kind: 'maintenance' } });
    const done = await steward.command(
      `${path}/maintenance-plans/${planId}/done`,
      { minutes: 80 },
      { ifMatch: revision },
    );
    expect(done.status, done.text).toBe(200);
    expect((await plansOf(path))[0]).toMatchObject({ state: 'later', remaining: 30, outage: null });
    expect((await stateOf(path)).outage).toBeNull();
    expect(machineId).toBe((await stateOf(path)).machineId);
  });

  it('tells the desk once that it is due', async () => {
    const { machineId, path } = await machineOf();
    const interval = { by: 'calendar', days: 1, from: '2026-01-01' };
    idIn(await steward.command(`${path}/maintenance-plans`, { name: 'Oil', interval, durationMinutes: 15 }));
    const lookTwice = async () => {
      await app().timers.lookNow();
      await app().timers.lookNow();
      return kindsTold(steward, machineId);
    };
    await expect.poll(lookTwice, soon).toEqual(['MaintenanceDue']);
  });
});

describe('the steward’s day', () => {
  it('counts what waits, for hosts and stewards only', async () => {
    const { machineId, path } = await machineOf({ name: 'Band saw' });
    idIn(await anna.command(`${path}/faults`, { severity: 'unsafe', text: 'The guard is off.' }));
    const address = `/api/workshops/${workshopId}/steward-day`;
    expect((await anna.get(address)).status).toBe(403);
    expect((await app().nobody.get(address)).status).toBe(401);
    const day = stewardDayView.parse((await steward.get(address)).body);
    expect(day.counts.faults).toBe(day.faults.length);
    const [mine] = day.faults.filter((each) => each.machineId === machineId);
    expect(mine).toMatchObject({ machineName: 'Band saw', fault: { text: 'The guard is off.' } });
    expect(day.out.filter((each) => each.machineId === machineId)).toMatchObject([
      { outage: { kind: 'unsafe' } },
    ]);
  });
});
