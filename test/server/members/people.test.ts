import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type authorise, isAllowed } from '../../../server/authorisation/policy.ts';
import type { Requester } from '../../../server/http/route.ts';
import { competencesOf, peopleOf, rolesOf, standingOf } from '../../../server/members/queries.ts';
import { mayReadTopic } from '../../../server/members/topics.ts';
import { pastAppointmentsIn, workshopById } from '../../../server/workshops/queries.ts';
import { meView } from '../../../shared/members/views.ts';
import { appointmentView, personView, workshopView } from '../../../shared/workshops/views.ts';
import { someWorkshop } from '../workshops/someWorkshop.ts';
import { NOON, openPeopleBench, PASSWORD } from './peopleBench.ts';

const DAY = 86_400_000;
const idOf = (body: unknown) => z.looseObject({ id: z.uuid() }).parse(body).id;
const undoOf = (body: unknown) =>
  z
    .looseObject({
      undo: z.looseObject({
        method: z.enum(['post', 'put']),
        path: z.string(),
        body: z.unknown(),
        ifMatch: z.string().nullable(),
      }),
    })
    .parse(body).undo;
const rulesOf = (body: unknown) =>
  z
    .looseObject({ objections: z.array(z.looseObject({ rule: z.string() })) })
    .parse(body)
    .objections.map(({ rule }) => rule);

/** A founded workshop with its steward, and a member to be. */
async function openWorkshop(joining: 'open' | 'invitation' | 'approval' = 'approval') {
  const bench = await openPeopleBench();
  const { accounts, call, member } = bench;
  const code = (await accounts.foundingCode.current()) ?? '';
  const account = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
  const workshop = { ...someWorkshop, joining };
  const commandId = randomUUID();
  const foundingRequest = { code, account, workshop };
  const founding = await call(null, 'post', '/api/founding', foundingRequest, { commandId });
  expect(founding.status).toBe(201);
  const workshopId = idOf(founding.body);
  const ada = (await accounts.members.byEmail(account.email)) ?? '';
  const at = `/api/workshops/${workshopId}`;
  const ben = await member('Ben');
  const undo = async (who: string, body: unknown) => {
    const { method, path, body: undoing, ifMatch } = undoOf(body);
    const revision = ifMatch === null ? {} : { ifMatch: Number(ifMatch.replaceAll('"', '')) };
    return call(who, method, path, undoing, revision);
  };
  const peopleSeenBy = async (who: string) => {
    const { body } = await call(who, 'get', `${at}/people`);
    return z.strictObject({ people: z.array(personView) }).parse(body).people;
  };
  const revisionOf = async (memberId: string) =>
    (await peopleSeenBy(ada)).find((person) => person.memberId === memberId)?.revision ?? -1;
  return { ...bench, foundingRequest, commandId, workshopId, ada, ben, at, undo, peopleSeenBy, revisionOf };
}

describe('founding', () => {
  it('makes the account, the workshop and its steward; a repeat answers the same, another try is refused', async () => {
    const { call, foundingRequest, commandId, workshopId, ada, parts } = await openWorkshop();
    expect(rolesOf(parts.views, ada, workshopId, NOON)).toEqual(['member', 'steward']);
    expect(standingOf(parts.views, ada, workshopId).membership).toEqual({ kind: 'member', until: null });
    const again = await call(null, 'post', '/api/founding', foundingRequest, { commandId });
    expect(again).toMatchObject({ status: 201, revision: 0, body: { id: workshopId } });
    expect((await call(null, 'post', '/api/founding', foundingRequest)).body).toMatchObject({
      type: '/problems/refused',
    });
    const stranger = {
      ...foundingRequest,
      account: { ...foundingRequest.account, email: 'eve@example.org' },
    };
    expect((await call(null, 'post', '/api/founding', stranger)).body).toMatchObject({
      type: '/problems/code-invalid',
    });
    const shown = workshopView.parse((await call(ada, 'get', `/api/workshops/${workshopId}`)).body);
    expect(shown).toMatchObject({ name: 'Kiln Street', revision: 0, openNow: { open: true } });
    expect(shown.openNow.changesAt).toBe('2026-11-23T18:00:00+01:00');
    expect(shown.allowedActions).toContain('workshop.setHours');
  });

  it('takes no wrong code, and makes no account for one', async () => {
    const { accounts, call } = await openPeopleBench();
    await accounts.foundingCode.current();
    const body = {
      code: 'AAAA-AAAA-AAAA-AAAA',
      account: { name: 'Eve', email: 'eve@example.org', password: PASSWORD },
      workshop: someWorkshop,
    };
    expect((await call(null, 'post', '/api/founding', body)).body).toMatchObject({
      type: '/problems/code-invalid',
    });
    expect(await accounts.members.byEmail('eve@example.org')).toBeNull();
  });

  it('goes on where it was cut off between the account and the workshop', async () => {
    const { accounts, call, parts } = await openPeopleBench();
    const code = (await accounts.foundingCode.current()) ?? '';
    const account = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
    const ada = await accounts.members.create({
      displayName: 'Ada',
      email: account.email,
      password: PASSWORD,
    });
    expect(await accounts.foundingCode.redeem(code, ada ?? '')).toBe(true);
    const founding = await call(null, 'post', '/api/founding', { code, account, workshop: someWorkshop });
    expect(founding.status).toBe(201);
    expect(rolesOf(parts.views, ada ?? '', idOf(founding.body), NOON)).toContain('steward');
  });

  it('of further workshops is open, asked for, or closed', async () => {
    for (const mode of ['open', 'asked', 'closed'] as const) {
      const { accounts, call, member } = await openPeopleBench(mode);
      const code = (await accounts.foundingCode.current()) ?? '';
      const account = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
      await call(null, 'post', '/api/founding', { code, account, workshop: someWorkshop });
      const ben = await member('Ben');
      const attempt = { commandId: randomUUID() };
      const first = await call(ben, 'post', '/api/workshops', someWorkshop, attempt);
      expect(first.status).toBe(mode === 'open' ? 201 : 403);
      if (mode !== 'asked') continue;
      expect(await accounts.foundingRequests.waiting()).toMatchObject([{ memberId: ben }]);
      expect(await accounts.foundingRequests.approve(ben)).toBe(true);
      expect(meView.parse((await call(ben, 'get', '/api/me')).body).mayFound).toBe(true);
      expect((await call(ben, 'post', '/api/workshops', someWorkshop, attempt)).status).toBe(201);
      expect((await call(ben, 'post', '/api/workshops', someWorkshop, attempt)).status).toBe(201);
      expect((await call(ben, 'post', '/api/workshops', someWorkshop)).status).toBe(403);
    }
  });
});

describe('a workshop changes', () => {
  it('by its steward, at the revision that was read, and back by Undo', async () => {
    const { call, ada, ben, at, undo, workshopId } = await openWorkshop();
    const place = { address: 'Quay 1', latitude: null, longitude: null };
    const description = { name: 'Quay', place };
    expect((await call(ben, 'put', `${at}/description`, description, { ifMatch: 0 })).status).toBe(403);
    expect((await call(null, 'put', `${at}/description`, description, { ifMatch: 0 })).status).toBe(401);
    const other = `/api/workshops/${randomUUID()}/description`;
    expect((await call(ada, 'put', other, description, { ifMatch: 0 })).status).toBe(404);
    const changed = await call(ada, 'put', `${at}/description`, description, { ifMatch: 0 });
    expect(changed.status).toBe(200);
    expect((await call(ada, 'put', `${at}/joining`, { joining: 'open' }, { ifMatch: 0 })).status).toBe(412);
    expect((await undo(ada, changed.body)).status).toBe(200);
    const shown = workshopView.parse((await call(null, 'get', at)).body);
    expect(shown).toMatchObject({ workshopId, name: someWorkshop.name, place: someWorkshop.place });
    expect(shown.allowedActions.filter((action) => action.endsWith('.read'))).toEqual([
      'workshop.read',
      'induction.read',
      'machine.read',
      'booking.read',
      'design.read',
      'build.read',
      'item.read',
      'stock.read',
    ]);
  });
});

describe('coming in', () => {
  it('by approval: asked with a message, seen by stewards only, approved, undone', async () => {
    const { call, ada, ben, at, undo, peopleSeenBy, revisionOf, parts, workshopId } = await openWorkshop();
    expect((await call(ben, 'get', `${at}/people`)).status).toBe(403);
    expect((await call(ben, 'post', `${at}/join`, { message: 'I weld.' })).status).toBe(200);
    const asking = (await peopleSeenBy(ada)).find(({ memberId }) => memberId === ben);
    expect(asking).toMatchObject({ name: 'Ben', membership: null, requested: { message: 'I weld.' } });
    const approval = { kind: 'member', until: null };
    expect((await call(ben, 'post', `${at}/people/${ben}/approve`, approval, { ifMatch: 0 })).status).toBe(
      403,
    );
    expect((await call(ada, 'post', `${at}/people/${ben}/approve`, approval, { ifMatch: 7 })).status).toBe(
      412,
    );
    const ifMatch = await revisionOf(ben);
    const approved = await call(ada, 'post', `${at}/people/${ben}/approve`, approval, { ifMatch });
    expect(approved.status).toBe(200);
    expect(rolesOf(parts.views, ben, workshopId, NOON)).toEqual(['member']);
    expect((await peopleSeenBy(ada)).map(({ requested }) => requested)).toEqual([null, null]);
    expect((await undo(ada, approved.body)).status).toBe(200);
    expect(rolesOf(parts.views, ben, workshopId, NOON)).toEqual([]);
  });

  it('for a time ends by itself, unless an office says otherwise', async () => {
    const { call, ada, ben, at, revisionOf, parts, workshopId } = await openWorkshop();
    await call(ben, 'post', `${at}/join`, {});
    const until = new Date(NOON + DAY).toISOString();
    const ifMatch = await revisionOf(ben);
    await call(ada, 'post', `${at}/people/${ben}/approve`, { kind: 'member', until }, { ifMatch });
    expect(rolesOf(parts.views, ben, workshopId, NOON + DAY - 1)).toEqual(['member']);
    expect(rolesOf(parts.views, ben, workshopId, NOON + DAY)).toEqual([]);
    await call(ada, 'post', `${at}/appointments`, { memberId: ben, role: 'host', competenceId: null });
    expect(rolesOf(parts.views, ben, workshopId, NOON + DAY)).toEqual(['member', 'host']);
  });

  it('by invitation: once for each person, for this workshop, for as long as it is good', async () => {
    const { call, member, ada, ben, at, parts, time, workshopId } = await openWorkshop('invitation');
    expect(rulesOf((await call(ben, 'post', `${at}/join`, {})).body)).toEqual(['invitation']);
    expect((await call(ben, 'post', `${at}/invitations`, { kind: 'visitor', days: 7, uses: 1 })).status).toBe(
      403,
    );
    const made = await call(ada, 'post', `${at}/invitations`, { kind: 'visitor', days: 7, uses: 1 });
    const { token, url } = z.looseObject({ token: z.string(), url: z.string() }).parse(made.body);
    expect(url).toBe(`http://localhost:8080/invite/${workshopId}/${token}`);
    const further = await call(ada, 'post', '/api/workshops', someWorkshop);
    const elsewhere = `/api/workshops/${idOf(further.body)}/join`;
    expect((await call(ben, 'post', elsewhere, { invitation: token })).status).toBe(403);
    const commandId = randomUUID();
    expect((await call(ben, 'post', `${at}/join`, { invitation: token }, { commandId })).status).toBe(200);
    expect((await call(ben, 'post', `${at}/join`, { invitation: token }, { commandId })).status).toBe(200);
    expect(rolesOf(parts.views, ben, workshopId, NOON)).toEqual(['visitor']);
    const cleo = await member('Cleo');
    expect((await call(cleo, 'post', `${at}/join`, { invitation: token })).body).toMatchObject({
      type: '/problems/code-invalid',
    });
    const later = await call(ada, 'post', `${at}/invitations`, { kind: 'member', days: 1, uses: 5 });
    time.now += 2 * DAY;
    const late = z.looseObject({ token: z.string() }).parse(later.body).token;
    expect((await call(cleo, 'post', `${at}/join`, { invitation: late })).status).toBe(403);
  });

  it('and going again, with Undo', async () => {
    const { call, ben, at, undo, parts, workshopId } = await openWorkshop('open');
    await call(ben, 'post', `${at}/join`, {});
    const left = await call(ben, 'post', `${at}/leave`, {});
    expect(left.status).toBe(200);
    expect(rolesOf(parts.views, ben, workshopId, NOON)).toEqual([]);
    expect((await undo(ben, left.body)).status).toBe(200);
    expect(rolesOf(parts.views, ben, workshopId, NOON)).toEqual(['member']);
  });
});

describe('offices', () => {
  it('are given, shown to members with their history, taken, and end with the membership', async () => {
    const { call, ada, ben, at, undo, parts, workshopId, revisionOf, time } = await openWorkshop('open');
    time.now += 60_000;
    const host = { memberId: ben, role: 'host', competenceId: null };
    expect(rulesOf((await call(ada, 'post', `${at}/appointments`, host)).body)).toEqual(['membership']);
    await call(ben, 'post', `${at}/join`, {});
    const appointed = await call(ada, 'post', `${at}/appointments`, host);
    expect(appointed.status).toBe(201);
    expect(rolesOf(parts.views, ben, workshopId, NOON)).toEqual(['member', 'host']);
    expect((await undo(ada, appointed.body)).status).toBe(200);
    await call(ada, 'post', `${at}/appointments`, host);
    const { body } = await call(ben, 'get', `${at}/appointments`);
    const { appointments } = z.strictObject({ appointments: z.array(appointmentView) }).parse(body);
    expect(appointments).toMatchObject([
      { name: 'Ada', role: 'steward', appointedBy: 'Ada', until: null },
      { name: 'Ben', role: 'host', appointedBy: 'Ada', until: null },
      { name: 'Ben', role: 'host', recalledBy: 'Ada', until: expect.any(String) },
    ]);
    const stale = await call(ada, 'post', `${at}/people/${ben}/end`, { reason: 'Gone.' }, { ifMatch: 99 });
    expect(stale.status).toBe(412);
    expect(rolesOf(parts.views, ben, workshopId, NOON)).toEqual(['member', 'host']);
    const ifMatch = await revisionOf(ben);
    const ended = await call(ada, 'post', `${at}/people/${ben}/end`, { reason: 'Gone.' }, { ifMatch });
    expect(ended.status).toBe(200);
    expect(rolesOf(parts.views, ben, workshopId, NOON)).toEqual([]);
    expect(rulesOf((await call(ada, 'post', `${at}/leave`, {})).body)).toEqual(['lastSteward']);
  });
});

describe('a pause', () => {
  it('stops nothing but bookings, and its reason is read by the person and the desk', async () => {
    const { call, member, ada, ben, at, undo, parts, peopleSeenBy, revisionOf, time, workshopId } =
      await openWorkshop('open');
    const cleo = await member('Cleo');
    await call(ben, 'post', `${at}/join`, {});
    await call(cleo, 'post', `${at}/join`, {});
    const until = new Date(NOON + 7 * DAY).toISOString();
    const pause = { until, reason: 'Left the kiln on.' };
    const paused = await call(ada, 'post', `${at}/people/${ben}/pause`, pause, {
      ifMatch: await revisionOf(ben),
    });
    expect(paused.status).toBe(200);
    expect(rolesOf(parts.views, ben, workshopId, NOON)).toEqual(['member']);
    expect(standingOf(parts.views, ben, workshopId).pause?.until).toBe(NOON + 7 * DAY);
    const told = meView.parse((await call(ben, 'get', '/api/me')).body).workshops[0]?.pause;
    expect(told).toEqual({
      until: '2026-11-30T13:00:00+01:00',
      reason: 'Left the kiln on.',
      what: ['bookings', 'loans', 'starts'],
    });
    expect((await peopleSeenBy(cleo)).map(({ name, pause }) => [name, pause])).toEqual([
      ['Ada', null],
      ['Cleo', null],
    ]);
    await call(ada, 'post', `${at}/appointments`, { memberId: ben, role: 'host', competenceId: null });
    const inOffice = (await peopleSeenBy(cleo)).find(({ memberId }) => memberId === ben);
    expect(inOffice).toMatchObject({ name: 'Ben', pause: null, revision: null });
    const lifted = await undo(ada, paused.body);
    expect(lifted.status).toBe(200);
    expect(standingOf(parts.views, ben, workshopId).pause).toBeNull();
    expect((await undo(ada, lifted.body)).status).toBe(200);
    time.now += 8 * DAY;
    expect(meView.parse((await call(ben, 'get', '/api/me')).body).workshops[0]?.pause).toBeNull();
  });
});

describe('competences', () => {
  it('are declared by the founder, taught by trainers, and granted by trainers of that very competence', async () => {
    const { call, ada, ben, at, parts, undo } = await openWorkshop('open');
    await call(ben, 'post', `${at}/join`, {});
    const laser = idOf((await call(ada, 'post', `${at}/competences`, { name: 'Laser' })).body);
    const kiln = idOf((await call(ada, 'post', `${at}/competences`, { name: 'Kiln' })).body);
    const grant = (who: string, whom: string, competenceId: string) =>
      call(who, 'post', `${at}/people/${whom}/competences`, { competenceId, until: null });
    expect((await grant(ada, ada, laser)).status).toBe(200);
    expect((await grant(ada, ben, laser)).status).toBe(403);
    expect((await grant(ben, ben, laser)).status).toBe(403);
    const trainer = { memberId: ada, role: 'trainer', competenceId: laser };
    expect((await call(ada, 'post', `${at}/appointments`, trainer)).status).toBe(201);
    const able = await grant(ada, ben, laser);
    expect(able.status).toBe(200);
    expect((await grant(ada, ben, kiln)).status).toBe(403);
    expect(competencesOf(parts.views, ben)).toMatchObject([{ competenceId: laser, until: null }]);
    expect((await undo(ada, able.body)).status).toBe(200);
    expect(competencesOf(parts.views, ben)).toEqual([]);
  });
});

describe('leaving for good', () => {
  it('takes the person out of log and accounts, but never a workshop’s last steward', async () => {
    const { accounts, call, ada, ben, at, parts, peopleSeenBy } = await openWorkshop('open');
    await call(ben, 'post', `${at}/join`, { message: 'Hello' });
    expect(rulesOf((await call(ada, 'post', '/api/me/erase', { confirm: 'erase' })).body)).toEqual([
      'lastSteward',
    ]);
    const { body } = await call(ben, 'get', '/api/me/data');
    expect(body).toMatchObject({
      memberId: ben,
      accounts: { account: { name: 'Ben' } },
      log: { events: [{ type: 'MembershipGranted' }] },
    });
    expect((await call(ben, 'post', '/api/me/erase', { confirm: 'erase' })).status).toBe(200);
    expect(await accounts.members.profile(ben)).toBeNull();
    expect((await peopleSeenBy(ada)).map(({ name }) => name)).toEqual(['Ada']);
    const last = (await parts.store.read(`member-${ben}`, { limit: 1, direction: 'backwards' }))[0];
    expect(last?.type).toBe('MemberErased');
  });

  it('is open to the last steward where nobody else is left', async () => {
    const { call, ada } = await openWorkshop();
    expect((await call(ada, 'post', '/api/me/erase', { confirm: 'erase' })).status).toBe(200);
  });
});

describe('an API key', () => {
  it('acts within its scopes, in its workshop, and never about people', async () => {
    const { call, ada, parts, workshopId } = await openWorkshop();
    const key = { name: 'Screen', scopes: ['machines:write'], workshopId, days: null };
    const made = await call(ada, 'post', '/api/me/keys', key);
    expect(made.status).toBe(201);
    const holder: Requester = {
      kind: 'member',
      memberId: ada,
      via: 'key',
      keyId: 'key',
      scopes: ['machines:write'],
      workshopId,
    };
    const can = (action: Parameters<typeof authorise>[2], scope: string | null = workshopId, who = holder) =>
      isAllowed(parts.views, who, action, { workshopId: scope }, NOON);
    expect(can('machine.register')).toBe(true);
    const further = idOf((await call(ada, 'post', '/api/workshops', someWorkshop)).body);
    expect(can('machine.register', further)).toBe(false);
    expect(can('machine.register', further, { ...holder, workshopId: null })).toBe(true);
    expect(can('machine.register', null)).toBe(false);
    expect(can('booking.place')).toBe(false);
    expect(can('member.pause')).toBe(false);
    expect(can('workshop.found', null)).toBe(false);
    const stranger = { ...holder, memberId: randomUUID() };
    expect(can('machine.register', workshopId, stranger)).toBe(false);
    expect((await call(ada, 'post', '/api/me/keys', { ...key, workshopId: randomUUID() })).status).toBe(404);
  });
});

it('views rebuilt from the log say the same', async () => {
  const { call, ada, ben, at, parts, rebuilt, workshopId, revisionOf } = await openWorkshop('open');
  await call(ben, 'post', `${at}/join`, {});
  const laser = idOf((await call(ada, 'post', `${at}/competences`, { name: 'Laser' })).body);
  const trainer = { memberId: ben, role: 'trainer', competenceId: laser };
  await call(ada, 'post', `${at}/appointments`, trainer);
  await call(ada, 'post', `${at}/appointments/recall`, trainer);
  await call(ada, 'post', `${at}/appointments`, trainer);
  await call(ada, 'post', `${at}/people/${ada}/competences`, { competenceId: laser, until: null });
  const pause = { until: new Date(NOON + DAY).toISOString(), reason: 'Rest.' };
  await call(ada, 'post', `${at}/people/${ben}/pause`, pause, { ifMatch: await revisionOf(ben) });
  const again = await rebuilt();
  for (const views of [parts.views, again]) {
    expect(peopleOf(views, workshopId)).toHaveLength(2);
    expect(pastAppointmentsIn(views, workshopId)).toHaveLength(1);
  }
  expect(peopleOf(again, workshopId)).toEqual(peopleOf(parts.views, workshopId));
  expect(workshopById(again, workshopId)).toEqual(workshopById(parts.views, workshopId));
  expect(pastAppointmentsIn(again, workshopId)).toEqual(pastAppointmentsIn(parts.views, workshopId));
});

it('who hears that a member’s stream has moved: they themselves, and the desk of their workshops', async () => {
  const { call, ada, ben, at, parts, member } = await openWorkshop('open');
  await call(ben, 'post', `${at}/join`, {});
  const cleo = await member('Cleo');
  await call(cleo, 'post', `${at}/join`, {});
  const hears = (memberId: string, stream: string) =>
    mayReadTopic(parts.views, { kind: 'member', memberId, via: 'session' }, stream, NOON);
  expect([ben, ada, cleo].map((who) => hears(who, `member-${ben}`))).toEqual([true, true, false]);
  expect(hears(cleo, `calendar-${randomUUID()}`)).toBe(true);
  expect(hears(cleo, 'something-else')).toBe(false);
  expect(mayReadTopic(parts.views, { kind: 'nobody' }, `calendar-${ben}`, NOON)).toBe(false);
});
