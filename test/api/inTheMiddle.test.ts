import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bookingView } from '../../shared/bookings/views.ts';
import { lendReply } from '../../shared/loans/views.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { noticeView } from '../../shared/members/views.ts';
import { problem } from '../../shared/problem.ts';
import { idIn, type Person, someWorkshop } from '../server/application.ts';
import type { Reply } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const soon = { timeout: 8000 };

describe('what changes in the middle of use', () => {
  let now = Date.parse('2026-11-24T09:00:00.000Z');
  const app = sharedApplication({ clock: () => now });
  let steward: Person;
  let anna: Person;
  let ben: Person;
  let stranger: Person;
  let workshopId: string;
  let of: string;
  let path: string;
  let machineId: string;
  const text = (ahead: number) => new Date(now + ahead).toISOString();
  const rulesOf = (reply: Reply) => problem.parse(reply.body).objections?.map(({ rule }) => rule);
  const view = async (booking: string) => bookingView.parse((await steward.get(booking)).body);
  const change = async (who: Person, booking: string, act: string, body: object = {}) =>
    who.command(`${booking}/${act}`, body, { ifMatch: (await view(booking)).revision });
  const start = async (who: Person, body: object = {}) =>
    `${path}/bookings/${idIn(await who.command(`${path}/use/start`, body))}`;
  const kindsOf = async (who: Person) =>
    z
      .object({ notices: z.array(noticeView) })
      .parse((await who.get('/api/me/notices')).body)
      .notices.map(({ kind }) => kind);
  const lend = async (who: Person, toolId: string, ahead: number) => {
    const body = { memberId: who.memberId, tools: [{ machineId: toolId, until: text(ahead) }] };
    const [tool] = lendReply.parse((await steward.command(`${of}/desk/lend`, body)).body).tools;
    if (!tool) throw new Error('nothing was decided');
    return tool;
  };
  const tool = (more: object = {}) =>
    app().registerMachine(steward, workshopId, {
      name: 'Drill',
      kind: 'tool',
      mayRunUnattended: true,
      rules: NO_BOOKING_RULES,
      ...more,
    });

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    of = `/api/workshops/${workshopId}`;
    stranger = await app().person('Otto');
    await stranger.command('/api/workshops', { ...someWorkshop, name: 'Elsewhere' });
  });
  beforeEach(async () => {
    now += 7 * DAY;
    [anna, ben] = [await app().person('Anna'), await app().person('Ben')];
    for (const person of [anna, ben]) await app().join(person, workshopId);
    machineId = await app().registerMachine(steward, workshopId);
    path = `/api/machines/${machineId}`;
  });

  it('lends nothing and hands nothing over to somebody who is not in the workshop', async () => {
    const lent = await lend(stranger, await tool(), HOUR);
    expect([lent.bookingId, lent.objections.map(({ rule }) => rule)]).toEqual([null, ['membership']]);
    const booking = await start(anna, { until: text(HOUR) });
    for (const who of [anna, steward]) {
      const reply = await change(who, booking, 'hand-over', { memberId: stranger.memberId });
      expect([reply.status, rulesOf(reply)]).toEqual([409, ['membership']]);
    }
  });

  it('lets whoever lost the competence, was let go or paused stop, and not go on longer', async () => {
    const competenceId = idIn(await steward.command(`${of}/competences`, { name: 'Welding' }));
    const office = { memberId: ben.memberId, role: 'trainer', competenceId };
    idIn(await steward.command(`${of}/appointments`, office));
    const ofAnna = `${of}/people/${anna.memberId}`;
    idIn(await ben.command(`${ofAnna}/competences`, { competenceId, until: null }));
    machineId = await app().registerMachine(steward, workshopId, { requiredCompetences: [competenceId] });
    path = `/api/machines/${machineId}`;
    const booking = await start(anna, { until: text(HOUR) });
    const withdrawn = { competenceId, reason: 'No goggles.' };
    idIn(await ben.command(`${ofAnna}/competences/withdraw`, withdrawn));
    const longer = await change(anna, booking, 'extend', { end: text(2 * HOUR) });
    expect([longer.status, rulesOf(longer)]).toEqual([409, ['competence']]);
    const revision = z.object({
      people: z.array(z.object({ memberId: z.string(), revision: z.int().nullable() })),
    });
    const people = revision.parse((await steward.get(`${of}/people`)).body).people;
    const ifMatch = people.find(({ memberId }) => memberId === anna.memberId)?.revision ?? 0;
    idIn(await steward.command(`${ofAnna}/end`, { reason: 'Enough.' }, { ifMatch }));
    expect((await view(booking)).status).toBe('started');
    const { revision: seen } = await view(booking);
    idIn(await anna.command(`${booking}/stop`, {}, { ifMatch: seen }));
    expect((await view(booking)).status).toBe('completed');
    const again = await anna.command(`${path}/use/start`, {});
    expect([again.status, rulesOf(again)]).toEqual([
      409,
      expect.arrayContaining(['membership', 'competence']),
    ]);
  });

  it('lets a machine that is retired be stopped, and a tool that went home be brought back', async () => {
    const booking = await start(anna, { until: text(HOUR) });
    idIn(await ben.command(`${path}/waiting`, { from: text(0), to: text(HOUR), minutes: 60 }));
    idIn(await steward.command(`${path}/retire`, {}, { ifMatch: 0 }));
    idIn(await change(anna, booking, 'stop'));
    expect((await view(booking)).status).toBe('completed');
    const calendar = (await ben.get(`${path}/calendar?days=1`)).text;
    expect(
      z
        .object({ held: z.array(z.unknown()) })
        .loose()
        .parse(JSON.parse(calendar)).held,
    ).toEqual([]);

    const own = await tool({ tier: 'lent', lentBy: ben.memberId });
    expect((await lend(anna, own, DAY)).objections).toEqual([]);
    idIn(await ben.command(`/api/machines/${own}/take-home`, {}));
    const back = await steward.command(`${of}/desk/take-back`, { machineId: own, condition: 'fine' });
    expect(back.status, back.text).toBe(200);
    expect((await lend(anna, own, DAY)).objections.map(({ rule }) => rule)).toContain('retired');
  });

  it('lets a session run to its end when the workshop reserves the machine over it', async () => {
    const booking = await start(anna, { until: text(2 * HOUR) });
    const time = { machineIds: [machineId], start: text(HOUR), end: text(3 * HOUR), purpose: 'Cleaning' };
    const tried = await steward.command(`${of}/reservations`, time, { dryRun: true });
    expect(tried.text).toContain(booking.split('/').at(-1));
    expect((await steward.command(`${of}/reservations`, time)).status).toBe(201);
    now += 90 * MINUTE;
    const longer = await change(anna, booking, 'extend', { end: text(HOUR) });
    expect([longer.status, rulesOf(longer)]).toEqual([409, ['reserved']]);
    idIn(await change(anna, booking, 'stop'));
    expect((await view(booking)).status).toBe('completed');
  });

  it('sets free what somebody has, waits for or is held for them, when they are erased', async () => {
    const toolId = await tool();
    const loan = await lend(anna, toolId, DAY);
    const booking = await start(anna, { until: text(HOUR) });
    const second = await app().registerMachine(steward, workshopId, { name: 'Saw' });
    const taken = idIn(
      await ben.command(`/api/machines/${second}/bookings`, { start: text(DAY), end: text(DAY + HOUR) }),
    );
    const wish = { from: text(DAY), to: text(DAY + HOUR), minutes: 60 };
    idIn(await anna.command(`/api/machines/${second}/waiting`, wish));
    const atSecond = `/api/machines/${second}/bookings/${taken}`;
    idIn(await change(ben, atSecond, 'cancel'));
    const held = async () =>
      z
        .object({ held: z.array(z.unknown()) })
        .loose()
        .parse((await steward.get(`/api/machines/${second}/calendar?days=2`)).body).held;
    await expect.poll(held, soon).toHaveLength(1);
    const feed = z
      .object({ address: z.string() })
      .loose()
      .parse((await anna.post('/api/me/feeds', { machineId: null })).body);
    const { pathname } = new URL(feed.address);
    expect((await app().nobody.get(pathname)).status).toBe(200);

    const erased = await anna.command('/api/me/erase', { confirm: 'erase' });
    expect(erased.status, erased.text).toBe(200);
    expect((await app().nobody.get(pathname)).status).toBe(404);
    await expect.poll(held, soon).toEqual([]);
    // Whether the machine still runs, the program cannot know: whoever stands there says so.
    expect(await view(booking)).toMatchObject({ status: 'started', holder: { name: null } });
    idIn(await change(steward, booking, 'stop'));
    expect(loan.bookingId).not.toBeNull();
    const back = await steward.command(`${of}/desk/take-back`, { machineId: toolId, condition: 'fine' });
    expect(back.status, back.text).toBe(200);
  });

  it('tells nobody of what they did themselves', async () => {
    const booking = `${path}/bookings/${idIn(await anna.command(`${path}/bookings`, { start: text(DAY), end: text(DAY + HOUR) }))}`;
    idIn(await change(anna, booking, 'move', { start: text(2 * DAY), end: text(2 * DAY + HOUR) }));
    idIn(await change(anna, booking, 'resize', { start: text(2 * DAY), end: text(2 * DAY + 2 * HOUR) }));
    idIn(await change(anna, booking, 'cancel'));
    const session = await start(anna, { until: text(HOUR) });
    idIn(await change(anna, session, 'extend', { end: text(2 * HOUR) }));
    idIn(await change(anna, session, 'hand-over', { memberId: ben.memberId }));
    await expect.poll(() => kindsOf(ben), soon).toEqual(['UseHandedOver']);
    expect(await kindsOf(anna)).toEqual([]);

    const rules = { ...NO_BOOKING_RULES, approval: true };
    const kiln = await app().registerMachine(steward, workshopId, { rules });
    const asked = { start: text(DAY), end: text(DAY + HOUR) };
    idIn(await steward.command(`/api/machines/${kiln}/bookings`, { ...asked, memberId: anna.memberId }));
    await expect.poll(() => kindsOf(anna), soon).toEqual(['BookingPlaced']);
    const again = { start: text(2 * DAY), end: text(2 * DAY + HOUR) };
    idIn(await anna.command(`/api/machines/${kiln}/bookings`, again));
    const approvals = async () => (await kindsOf(steward)).filter((kind) => kind === 'ApprovalAsked');
    await expect.poll(approvals, soon).toEqual(['ApprovalAsked']);
  });
});
