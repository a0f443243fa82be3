import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bookingView, myWaitingView } from '../../shared/bookings/views.ts';
import { type BookingRules, NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import type { RegisterMachine } from '../../shared/machines/commands.ts';
import { machineView } from '../../shared/machines/views.ts';
import { idIn, type Person, type RunningApplication, startApplication } from '../server/application.ts';
import type { Reply } from '../server/caller.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const soon = { timeout: 8000 };

describe('a machine that people try to get round', () => {
  /** Added to the real clock. */
  let ahead = 0;
  const now = () => Date.now() + ahead;
  const at = (milliseconds: number) => new Date(Math.ceil(now() / HOUR) * HOUR + milliseconds).toISOString();
  let app: RunningApplication;
  let steward: Person;
  let anna: Person;
  let bela: Person;
  let stranger: Person;
  let workshopId: string;

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'commonwright-loopholes-'));
    app = await startApplication({ dataDir, clock: now });
    ({ steward, workshopId } = await app.found());
    [anna, bela, stranger] = [
      await app.person('Anna Aalto'),
      await app.person('Bela Bartok'),
      await app.person('Stranger'),
    ];
    for (const person of [anna, bela]) await app.join(person, workshopId);
  });
  afterAll(async () => {
    await app.close();
    await rm(app.dataDir, { recursive: true, force: true });
  });

  const machine = async (rules: Partial<BookingRules> = {}, description: Partial<RegisterMachine> = {}) => {
    const machineId = await app.registerMachine(steward, workshopId, description);
    const path = `/api/machines/${machineId}`;
    const put = { method: 'PUT', ifMatch: 0 } as const;
    idIn(await steward.command(`${path}/rules`, { ...NO_BOOKING_RULES, ...rules }, put));
    return { machineId, path };
  };
  const book = async (who: Person, path: string, start: number, more: object = {}) =>
    `${path}/bookings/${idIn(await who.command(`${path}/bookings`, { start: at(start), end: at(start + HOUR), ...more }))}`;
  const view = async (booking: string, who = steward) => bookingView.parse((await who.get(booking)).body);
  const change = async (who: Person, booking: string, action: string, body: object = {}) =>
    who.command(`${booking}/${action}`, body, { ifMatch: (await view(booking)).revision });
  const rulesOf = ({ body }: Reply) =>
    z
      .looseObject({ objections: z.array(z.looseObject({ rule: z.string() })) })
      .parse(body)
      .objections.map(({ rule }) => rule);

  it('takes no booking of another machine, in any route that names both', async () => {
    const one = await machine();
    const other = await machine();
    const there = await book(anna, one.path, DAY);
    const { bookingId, revision } = await view(there);
    const forged = `${other.path}/bookings/${bookingId}`;
    const bodies = {
      move: { start: at(2 * DAY), end: at(2 * DAY + HOUR) },
      resize: { start: at(DAY), end: at(DAY + 2 * HOUR) },
      cancel: {},
      reinstate: {},
      correct: { start: at(-2 * HOUR), end: at(-HOUR) },
      confirm: {},
      decline: {},
      pass: { memberId: bela.memberId },
      stop: {},
      extend: { end: at(DAY + 2 * HOUR) },
      'hand-over': { memberId: bela.memberId },
    };
    for (const who of [anna, steward]) {
      expect((await who.get(forged)).status).toBe(404);
      for (const [action, body] of Object.entries(bodies)) {
        const reply = await who.command(`${forged}/${action}`, body, { ifMatch: revision });
        expect([action, reply.status]).toEqual([action, 404]);
      }
      expect((await who.command(`${other.path}/use/start`, { bookingId })).status).toBe(404);
    }
    expect(await view(there)).toMatchObject({ status: 'placed', revision });
  });

  it('lets nobody change, pass, start or stop what is somebody else’s', async () => {
    const { path } = await machine();
    const booking = await book(anna, path, DAY);
    for (const who of [bela, stranger]) {
      for (const [action, body] of Object.entries({
        move: { start: at(2 * DAY), end: at(2 * DAY + HOUR) },
        cancel: {},
        extend: { end: at(DAY + 2 * HOUR) },
        pass: { memberId: who.memberId },
        'hand-over': { memberId: who.memberId },
        confirm: {},
        decline: {},
      })) {
        const { status } = await change(who, booking, action, body);
        expect([action, status]).toEqual([action, 403]);
      }
      const { bookingId } = await view(booking);
      expect((await who.command(`${path}/use/start`, { bookingId })).status).toBe(403);
      const stopped = await change(who, booking, 'stop');
      expect(stopped.status).toBe(409);
    }
    expect((await view(booking)).status).toBe('placed');
  });

  it('gives nobody the hold or the place in line of somebody else', async () => {
    const { path, machineId } = await machine();
    const booking = await book(anna, path, 3 * DAY);
    const wish = { from: at(3 * DAY), to: at(3 * DAY + HOUR), minutes: 60 };
    const waitId = idIn(await bela.command(`${path}/waiting`, wish));
    expect((await stranger.command(`${path}/waiting`, wish)).status).toBe(409);
    expect((await anna.command(`${path}/waiting/${waitId}/leave`, {})).status).toBe(404);
    idIn(await change(anna, booking, 'cancel'));
    const held = async () => myWaitingView.parse((await bela.get('/api/me/waiting')).body).held;
    const holdId = (await held()).find((one) => one.machineId === machineId)?.holdId ?? '';
    expect((await anna.command(`${path}/holds/${holdId}/decline`, {})).status).toBe(404);
    const stolen = await anna.command(`${path}/bookings`, {
      start: wish.from,
      end: wish.to,
      holdId,
    });
    expect([stolen.status, rulesOf(stolen)]).toEqual([409, ['heldForAnother']]);
    const taken = await change(anna, booking, 'reinstate');
    expect([taken.status, rulesOf(taken)]).toEqual([409, ['heldForAnother']]);
    idIn(await bela.command(`${path}/bookings`, { start: wish.from, end: wish.to, holdId }));
    expect(await held()).toEqual([]);
  });

  it('knows no supervisor and no receiver from nowhere, and no member of another workshop', async () => {
    const competenceId = idIn(
      await steward.command(`/api/workshops/${workshopId}/competences`, { name: 'Lathe' }),
    );
    const { path } = await machine({ supervisedUse: true }, { requiredCompetences: [competenceId] });
    const times = { start: at(DAY), end: at(DAY + HOUR) };
    for (const supervisorId of [randomUUID(), stranger.memberId, anna.memberId, bela.memberId]) {
      const reply = await anna.command(`${path}/bookings`, { ...times, supervisorId });
      expect([reply.status, rulesOf(reply)]).toEqual([409, ['competence']]);
    }
    const free = await machine();
    const booking = await book(anna, free.path, DAY);
    for (const memberId of [randomUUID(), stranger.memberId]) {
      const reply = await change(anna, booking, 'pass', { memberId });
      expect([reply.status, rulesOf(reply)]).toEqual([409, ['membership']]);
      const forThem = await steward.command(`${free.path}/bookings`, {
        start: at(2 * DAY),
        end: at(2 * DAY + HOUR),
        memberId,
      });
      expect([forThem.status, rulesOf(forThem)]).toEqual([409, ['membership']]);
    }
  });

  it('shows no name to strangers and to those who are not signed in', async () => {
    const { path, machineId } = await machine();
    await book(anna, path, 0, { purpose: 'A secret cabinet' });
    const reservation = { machineIds: [machineId], start: at(5 * HOUR), end: at(6 * HOUR) };
    await steward.command(`/api/workshops/${workshopId}/reservations`, {
      ...reservation,
      purpose: 'A secret class',
    });
    idIn(await bela.command(`${path}/use/start`, {}));
    idIn(await bela.command(`${path}/waiting`, { from: at(0), to: at(HOUR), minutes: 60 }));
    const booking = await book(bela, path, 8 * HOUR);
    const days = '?days=3';
    const pages = [
      booking,
      `${path}/calendar${days}`,
      `/api/workshops/${workshopId}/timeline${days}`,
      `${path}/availability`,
      path,
      `${path}/faults`,
      `${path}/maintenance`,
      `/api/free?machine=${machineId}&minutes=60&days=3`,
      `/api/workshops/${workshopId}/idle-capacity`,
      `${path}/entitled`,
      `${path}/history`,
      `/api/workshops/${workshopId}/steward-day`,
      '/api/me/waiting',
      '/api/me/bookings',
    ];
    for (const who of [app.nobody, stranger]) {
      for (const page of pages) {
        const { text, status } = await who.get(page);
        expect([page, status < 500]).toEqual([page, true]);
        for (const secret of ['Aalto', 'Bartok', 'secret', anna.memberId, bela.memberId]) {
          expect([page, secret, text.includes(secret)]).toEqual([page, secret, false]);
        }
      }
    }
    expect((await anna.get(`${path}/calendar${days}`)).text).toContain('Bartok');
  });

  it('takes no photograph with a stop that nobody has sent', async () => {
    const { path } = await machine();
    const booking = `${path}/bookings/${idIn(await anna.command(`${path}/use/start`, {}))}`;
    const stopped = await change(anna, booking, 'stop', { photographs: ['a'.repeat(64)] });
    expect([stopped.status, rulesOf(stopped)]).toEqual([409, ['unknownFile']]);
    expect((await view(booking)).status).toBe('started');
  });

  it('forgets a start by mistake: the booking is as before', async () => {
    const { path } = await machine({ checkIn: 'person', graceMinutes: 30 });
    const start = new Date(now() + 2 * MINUTE).toISOString();
    const end = new Date(now() + 3 * HOUR).toISOString();
    const bookingId = idIn(await anna.command(`${path}/bookings`, { start, end }));
    const booking = `${path}/bookings/${bookingId}`;
    idIn(await anna.command(`${path}/use/start`, { bookingId }));
    idIn(await change(anna, booking, 'stop', { startedByMistake: true }));
    expect(await view(booking)).toMatchObject({ status: 'placed', startedAt: null, stoppedAt: null });
  });

  it('marks a booking under eyes that are not allowed any more, and takes it back', async () => {
    const workshop = `/api/workshops/${workshopId}`;
    const competenceId = idIn(await steward.command(`${workshop}/competences`, { name: 'Welding' }));
    const office = { memberId: steward.memberId, role: 'trainer', competenceId };
    idIn(await steward.command(`${workshop}/appointments`, office));
    const ofBela = `${workshop}/people/${bela.memberId}/competences`;
    idIn(await steward.command(ofBela, { competenceId, until: null }));
    const { path } = await machine({ supervisedUse: true }, { requiredCompetences: [competenceId] });
    const booking = await book(anna, path, DAY, { supervisorId: bela.memberId });
    idIn(await change(bela, booking, 'confirm'));
    const marks = async () => (await view(booking)).marks;
    expect(await marks()).toEqual([]);
    idIn(await steward.command(`${ofBela}/withdraw`, { competenceId, reason: 'No goggles.' }));
    await expect.poll(marks, soon).toEqual(['competence']);
    idIn(await steward.command(ofBela, { competenceId, until: null }));
    await expect.poll(marks, soon).toEqual([]);
  });

  it('marks what stands behind an outage that is late, also of what it does not run without', async () => {
    const extraction = await machine({}, { name: 'Dust extraction', kind: 'utility' });
    const saw = await machine({}, { name: 'Saw', kind: 'saw', dependsOn: [extraction.machineId] });
    const before = await book(anna, saw.path, 2 * HOUR);
    const behind = await book(anna, saw.path, 5 * HOUR);
    const outage = { start: new Date(now()).toISOString(), end: at(4 * HOUR), reason: 'The fan hums.' };
    const declared = await steward.command(`${extraction.path}/outages`, outage);
    const marks = async () => [(await view(before)).marks, (await view(behind)).marks];
    await expect.poll(marks, soon).toEqual([['outage'], []]);
    const machineNow = async () => machineView.parse((await app.nobody.get(saw.path)).body).availability;
    expect(await machineNow()).toEqual({ answer: 'signIn', freeNow: false });
    ahead = Date.parse(outage.end) + 10 * MINUTE - Date.now();
    await app.timers.lookNow();
    await expect.poll(async () => (await view(behind)).marks, soon).toEqual(['outage']);
    const { revision } = z.looseObject({ revision: z.int() }).parse(declared.body);
    const end = `${extraction.path}/outages/${idIn(declared)}/end`;
    idIn(await steward.command(end, {}, { ifMatch: revision }));
    await expect.poll(async () => (await view(behind)).marks, soon).toEqual([]);
    expect(await machineNow()).toEqual({ answer: 'signIn', freeNow: true });
  });
});
