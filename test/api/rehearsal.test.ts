import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from 'vitest';
import { reservationReply } from '../../shared/bookings/commands.ts';
import { fileReply } from '../../shared/files/kinds.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { workshopView } from '../../shared/workshops/views.ts';
import { idIn, type Person, someMachine, someWorkshop } from '../server/application.ts';
import { pdf } from '../server/files/photographs.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString();

interface Given {
  method?: 'POST' | 'PUT';
  path: string;
  body: object;
  /** The revision that it changes; undefined where it makes something. */
  revision?: number;
}

describe('every command', () => {
  const app = sharedApplication();
  let steward: Person;
  let given: Given[];

  beforeAll(async () => {
    const founded = await app().found();
    steward = founded.steward;
    const { workshopId } = founded;
    const of = (path: string) => `/api/workshops/${workshopId}${path}`;
    const anna = await app().person('Anna');
    await app().join(anna, workshopId);
    const ben = await app().person('Ben');
    const competenceId = idIn(await steward.command(of('/competences'), { name: 'Laser' }));
    const trainer = { memberId: steward.memberId, role: 'trainer', competenceId };
    idIn(await steward.command(of('/appointments'), trainer));
    const elsewhere = idIn(await steward.command('/api/workshops', { ...someWorkshop, name: 'Elsewhere' }));
    const foreign = idIn(await steward.command(`/api/workshops/${elsewhere}/competences`, { name: 'Lathe' }));
    const competence = of(`/competences/${competenceId}/validity`);
    const session = { competenceId, machineId: null, start: at(48), end: at(50), places: 3 };
    const induction = `/api/inductions/${idIn(await steward.command(of('/inductions'), session))}`;
    idIn(await anna.command(`${induction}/take-place`, {}));
    const second = `/api/inductions/${idIn(await steward.command(of('/inductions'), session))}`;
    const machineId = await app().registerMachine(steward, workshopId);
    const machine = `/api/machines/${machineId}`;
    const booking = idIn(await steward.command(`${machine}/bookings`, { start: at(24), end: at(25) }));
    idIn(await anna.command(`${machine}/bookings`, { start: at(40), end: at(41) }));
    const inUse = await app().registerMachine(steward, workshopId, { name: 'Band saw' });
    const running = idIn(await steward.command(`/api/machines/${inUse}/use/start`, { until: at(3) }));
    const kiln = await app().registerMachine(steward, workshopId, { name: 'Kiln' });
    const approved = { ...NO_BOOKING_RULES, approval: true };
    idIn(await steward.command(`/api/machines/${kiln}/rules`, approved, { method: 'PUT', ifMatch: 0 }));
    const pending = idIn(
      await anna.command(`/api/machines/${kiln}/bookings`, { start: at(40), end: at(41) }),
    );
    const declared = { start: at(90), end: at(91), reason: 'Service.' };
    const outage = idIn(await steward.command(`${machine}/outages`, declared));
    const reserved = { machineIds: [machineId], start: at(80), end: at(81), purpose: 'A class.' };
    const reserving = reservationReply.parse((await steward.command(of('/reservations'), reserved)).body);
    const reservation = reserving.made[0]?.reservationId;
    const setting = { material: 'Oak', thicknessMillimetres: null, values: [{ name: 'Feed', value: '2' }] };
    const noted = idIn(await anna.command(`${machine}/settings`, { setting }));
    const cared = `/api/machines/${await app().registerMachine(steward, workshopId, { name: 'Press' })}`;
    const fault = idIn(await steward.command(`${cared}/faults`, { severity: 'worksStill' }));
    const maintenance = {
      name: 'Oil',
      interval: { by: 'calendar', days: 30, from: '2026-01-01' },
      durationMinutes: 30,
    };
    const plan = idIn(await steward.command(`${cared}/maintenance-plans`, maintenance));
    const retired = await app().registerMachine(steward, workshopId, { name: 'Old saw' });
    idIn(await steward.command(`/api/machines/${retired}/retire`, {}, { ifMatch: 0 }));
    const pieces = [{ name: 'Ratchet', quantity: 1, toolId: null }];
    const kit = { name: 'Sockets', kind: 'kit' as const, contents: pieces };
    const lent = await app().registerMachine(steward, workshopId, kit);
    const loan = { memberId: anna.memberId, tools: [{ machineId: lent, until: at(6) }] };
    expect((await steward.command(of('/desk/lend'), loan)).status).toBe(201);
    const own = { kind: 'tool' as const, tier: 'lent' as const, lentBy: steward.memberId };
    const [ownHere, ownAtHome] = [
      await app().registerMachine(steward, workshopId, { ...own, name: 'Rasp' }),
      await app().registerMachine(steward, workshopId, { ...own, name: 'File' }),
    ];
    idIn(await steward.command(`/api/machines/${ownAtHome}/take-home`, {}));
    const { joining } = someWorkshop;
    expect(
      (await steward.command(of('/joining'), { joining: 'approval' }, { method: 'PUT', ifMatch: 0 })).status,
    ).toBe(200);
    idIn(await ben.command(of('/join'), { message: 'May I?' }));
    const sent = await steward.send('/api/files', { method: 'POST', body: pdf().toString() });
    const { fileId } = fileReply.parse(sent.body);
    const revision = Number((await steward.get(of(''))).headers.get('etag')?.replaceAll('"', ''));
    const revisionOf = async (id: string) =>
      workshopView.parse((await steward.get(of(''))).body).competences.find((one) => one.competenceId === id)
        ?.revision ?? -1;
    const reader = idIn(await steward.command(of('/readers'), { name: 'Door', machineIds: [machineId] }));
    const about = of(`/people/${anna.memberId}`);
    const asking = of(`/people/${ben.memberId}`);
    const office = { memberId: anna.memberId, role: 'host', competenceId: null };
    const times = { start: at(30), end: at(31) };
    const written = { reason: 'TEXT-OF-A-REHEARSAL' };
    given = [
      { path: '/api/workshops', body: { ...someWorkshop, name: 'Another' } },
      { method: 'PUT', path: of('/description'), body: { name: 'New', place: someWorkshop.place }, revision },
      {
        method: 'PUT',
        path: of('/opening-hours'),
        body: { openingHours: someWorkshop.openingHours },
        revision,
      },
      { method: 'PUT', path: of('/joining'), body: { joining }, revision },
      { path: of('/competences'), body: { name: 'Lathe' } },
      { method: 'PUT', path: competence, body: { months: 12 }, revision: await revisionOf(competenceId) },
      { path: of('/recognitions'), body: { competenceId: foreign, as: competenceId } },
      { path: of('/inductions'), body: { ...session, note: written.reason } },
      { method: 'PUT', path: `${induction}/places`, body: { places: 5 }, revision: 0 },
      { path: `${second}/take-place`, body: { memberId: anna.memberId } },
      { path: `${induction}/give-up`, body: { memberId: anna.memberId }, revision: 1 },
      { path: `${induction}/cancel`, body: written, revision: 0 },
      { path: of('/appointments'), body: office },
      { path: of('/appointments/recall'), body: trainer },
      { path: `/api/files/${fileId}/withdraw`, body: written },
      { path: of('/machines'), body: someMachine },
      { path: of('/readers'), body: { name: 'Gate', machineIds: [machineId] } },
      {
        method: 'PUT',
        path: `/api/readers/${reader}/machines`,
        body: { machineIds: [machineId, cared.split('/').at(-1)] },
        revision: 0,
      },
      { path: `/api/readers/${reader}/remove`, body: {}, revision: 0 },
      { path: of('/people/make'), body: { name: 'Ruth', badge: '04112233', pin: '481516' } },
      { path: `${asking}/approve`, body: { kind: 'member', until: null }, revision: 0 },
      { path: `${asking}/decline`, body: written, revision: 0 },
      { path: `${about}/end`, body: written, revision: 0 },
      { path: `${about}/pause`, body: { until: at(99), ...written }, revision: 0 },
      { path: `${about}/competences`, body: { competenceId, until: null } },
      {
        method: 'PUT',
        path: `${machine}/description`,
        body: { ...someMachine, name: 'Renamed' },
        revision: 0,
      },
      { method: 'PUT', path: `${machine}/rules`, body: { ...NO_BOOKING_RULES, approval: true }, revision: 0 },
      { path: `${machine}/retire`, body: written, revision: 0 },
      { path: `${machine}/settings`, body: { setting, note: written.reason } },
      { path: `${machine}/settings/${noted}/confirm`, body: {} },
      { path: `${machine}/settings/${noted}/take-back`, body: {} },
      { path: `${machine}/settings/${noted}/withdraw`, body: {} },
      { path: `${machine}/manual/remove`, body: {} },
      { path: `/api/machines/${retired}/reinstate`, body: {}, revision: 1 },
      { path: `${machine}/bookings`, body: { ...times, purpose: written.reason } },
      { path: `${machine}/bookings/${booking}/move`, body: times, revision: 0 },
      { path: `${machine}/bookings/${booking}/resize`, body: { start: at(24), end: at(26) }, revision: 0 },
      { path: `${machine}/bookings/${booking}/cancel`, body: {}, revision: 0 },
      { path: `${machine}/bookings/${booking}/pass`, body: { memberId: anna.memberId }, revision: 0 },
      { path: `${machine}/waiting`, body: { from: at(40), to: at(41), minutes: 60 } },
      { path: `${machine}/use/start`, body: {} },
      {
        path: `/api/machines/${inUse}/bookings/${running}/stop`,
        body: { note: written.reason },
        revision: 1,
      },
      { path: `/api/machines/${inUse}/bookings/${running}/extend`, body: { end: at(4) }, revision: 1 },
      {
        path: `/api/machines/${inUse}/bookings/${running}/hand-over`,
        body: { memberId: anna.memberId },
        revision: 1,
      },
      { path: `/api/machines/${kiln}/bookings/${pending}/confirm`, body: {}, revision: 0 },
      { path: `/api/machines/${kiln}/bookings/${pending}/decline`, body: written, revision: 0 },
      { path: `${machine}/outages`, body: { start: at(70), end: at(71), ...written } },
      { path: `${machine}/outages/${outage}/end`, body: {}, revision: 2 },
      { path: `${machine}/reservations/${reservation}/lift`, body: {} },
      { path: `${cared}/faults`, body: { severity: 'unsafe', text: written.reason } },
      { path: `${cared}/faults/${fault}/dismiss`, body: written, revision: 1 },
      {
        path: `${cared}/repairs`,
        body: { faultIds: [fault], note: written.reason, minutes: 5, returns: true },
      },
      {
        path: of('/desk/take-back'),
        body: { machineId: lent, condition: 'fine', note: written.reason },
      },
      { path: `/api/machines/${lent}/kit-check`, body: { missing: ['Ratchet'] } },
      { path: `/api/machines/${ownHere}/take-home`, body: written },
      { path: `/api/machines/${ownAtHome}/bring-back`, body: {} },
      { path: `${cared}/maintenance-plans`, body: { ...maintenance, name: 'Clean' } },
      { path: `${cared}/maintenance-plans/${plan}/drop`, body: {}, revision: 2 },
      {
        path: `${cared}/maintenance-plans/${plan}/done`,
        body: { minutes: 20, note: written.reason },
        revision: 2,
      },
    ];
  });

  const kept = () => {
    const accounts = new DatabaseSync(join(app().dataDir, 'accounts.db'), { readOnly: true });
    const row = accounts.prepare('select count(*) as texts from texts').get();
    accounts.close();
    return Number(row?.texts);
  };
  const send = (command: Given, sending: { ifMatch?: number; dryRun?: boolean; commandId?: string }) =>
    steward.command(command.path, command.body, { method: command.method ?? 'POST', ...sending });

  it('can be rehearsed: it is told whether it would be accepted, and nothing is written or kept', async () => {
    const head = await app().parts.store.head();
    const texts = kept();
    for (const command of given) {
      const ifMatch = command.revision === undefined ? {} : { ifMatch: command.revision };
      const reply = await send(command, { ...ifMatch, dryRun: true });
      expect([command.path, reply.text]).toEqual([command.path, '{"wouldBeAccepted":true}']);
    }
    expect(await app().parts.store.head()).toBe(head);
    expect(kept()).toBe(texts);
  });

  it('that changes something asks for the revision that was read, and takes no other', async () => {
    const head = await app().parts.store.head();
    const changing = given.filter(({ revision }) => revision !== undefined);
    expect(changing.length).toBeGreaterThan(12);
    for (const command of changing) {
      expect([command.path, (await send(command, {})).status]).toEqual([command.path, 428]);
      expect([command.path, (await send(command, { ifMatch: 77 })).status]).toEqual([command.path, 412]);
    }
    expect(await app().parts.store.head()).toBe(head);
  });

  it('asks for an id', async () => {
    for (const { path, body, method = 'POST' } of given) {
      const reply = await steward.send(path, { method, body, headers: { 'if-match': '"0"' } });
      expect([path, reply.status, reply.text.includes('command-id-missing')]).toEqual([path, 400, true]);
    }
  });

  it('is carried out once though it comes five times at once', async () => {
    const [found] = given.filter(({ path }) => path.endsWith('/bookings'));
    if (!found) throw new Error('no booking');
    const commandId = randomUUID();
    const replies = await Promise.all(Array.from({ length: 5 }, () => send(found, { commandId })));
    expect(new Set(replies.map((reply) => `${reply.status} ${idIn(reply)}`)).size).toBe(1);
  });
});
