import { beforeAll, describe, expect, it } from 'vitest';
import { badgesView, claimLink } from '../../shared/members/badges.ts';
import { meView } from '../../shared/members/views.ts';
import { idIn, type Person, someWorkshop } from '../server/application.ts';
import { caller } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

describe('somebody without e-mail', () => {
  const app = sharedApplication();
  let steward: Person;
  let host: Person;
  let member: Person;
  let workshopId: string;
  const of = (path: string) => `/api/workshops/${workshopId}/people${path}`;
  const signedIn = async (memberId: string) =>
    caller(`http://127.0.0.1:${app().port}`, app().url, {
      cookie: await app().accounts.sessions.open(memberId),
    });
  const make = async (body: object, by: Person = host) => idIn(await by.command(of('/make'), body));

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    host = await app().person('Hanna');
    member = await app().person('Mo');
    await app().join(host, workshopId);
    await app().join(member, workshopId);
    const office = { memberId: host.memberId, role: 'host', competenceId: null };
    idIn(await steward.command(`/api/workshops/${workshopId}/appointments`, office));
  });

  it('gets an account from a host, with a badge and a PIN, and is a member at once', async () => {
    const memberId = await make({ name: 'Ruth', badge: '04:11:22:33', pin: '481516' });
    const { badges } = app().accounts;
    expect(badges.memberOf('04112233')).toBe(memberId);
    expect(await app().accounts.pins.verify(memberId, '481516')).toBe(true);
    const me = meView.parse((await (await signedIn(memberId)).get('/api/me')).body);
    expect(me).toMatchObject({ name: 'Ruth', email: null, workshops: [{ workshopId, roles: ['member'] }] });
    const told = badgesView.parse((await host.get(of(`/${memberId}/badges`))).body);
    expect(told).toMatchObject({ badges: [{}], hasPin: true, hasMail: false });
  });

  it('is made once, though the request comes five times at once', async () => {
    const commandId = crypto.randomUUID();
    const body = { name: 'Once', badge: '04:99:22:33', pin: '481517' };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => host.command(of('/make'), body, { commandId })),
    );
    expect(new Set(replies.map(idIn)).size).toBe(1);
  });

  it('is not made by members, nor with somebody else’s badge, nor by a dry run', async () => {
    const body = { name: 'Nobody', badge: '04:77:22:33' };
    expect((await member.command(of('/make'), body)).status).toBe(403);
    expect((await host.command(of('/make'), body, { dryRun: true })).text).toBe('{"wouldBeAccepted":true}');
    expect(app().accounts.badges.memberOf('04772233')).toBeNull();
    await make(body);
    const second = await host.command(of('/make'), { name: 'Other', badge: '0477 2233' });
    expect([second.status, second.text]).toEqual([
      409,
      expect.stringContaining('Somebody has this badge already.'),
    ]);
    expect((await host.command(of('/make'), { name: 'Other', pin: '111111' })).status).toBe(400);
  });

  it('loses a badge at once', async () => {
    const memberId = await make({ name: 'Lost' });
    const reply = await host.post(of(`/${memberId}/badges`), { badge: 'AA:BB:CC:01' });
    expect(reply.status, reply.text).toBe(201);
    const { badges } = badgesView.parse((await (await signedIn(memberId)).get('/api/me/badges')).body);
    const path = of(`/${memberId}/badges/${badges[0]?.badgeId}`);
    expect((await member.send(path, { method: 'DELETE' })).status).toBe(403);
    expect((await host.send(path, { method: 'DELETE' })).status).toBe(200);
    expect(app().accounts.badges.memberOf('AABBCC01')).toBeNull();
    expect((await host.send(path, { method: 'DELETE' })).status).toBe(404);
  });

  it('makes the account their own with a link, once', async () => {
    const memberId = await make({ name: 'Claire', pin: '481519' });
    const first = claimLink.parse((await host.post(of(`/${memberId}/claim`), {})).body);
    const { url } = claimLink.parse((await host.post(of(`/${memberId}/claim`), {})).body);
    const tokenOf = (link: string) => link.split('/').at(-1);
    const claim = { email: 'Claire@example.org', password: 'a good long password' };
    const stale = await app().nobody.post('/api/claim', { ...claim, token: tokenOf(first.url) });
    expect(stale.status, stale.text).toBe(403);
    const taken = await app().nobody.post('/api/claim', { ...claim, email: host.email, token: tokenOf(url) });
    expect(taken.text).toContain('account-refused');
    const replies = await Promise.all(
      [1, 2].map(() => app().nobody.post('/api/claim', { ...claim, token: tokenOf(url) })),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    const claire = await app().signIn('claire@example.org', claim.password);
    expect(meView.parse((await claire.get('/api/me')).body)).toMatchObject({
      memberId,
      email: 'claire@example.org',
    });
    expect((await host.post(of(`/${memberId}/claim`), {})).text).toContain('account-refused');
    expect((await host.put(of(`/${memberId}/pin`), { pin: '481520' })).text).toContain('account-refused');
  });

  it('or with e-mail, but brought in by a table and never signed in, comes in with a link as well', async () => {
    const csv = 'name,email\nTabea,tabea@example.org';
    await steward.command(`/api/workshops/${workshopId}/import`, { table: 'members', csv });
    const memberId = (await app().accounts.members.byEmail('tabea@example.org')) ?? '';
    const told = async () => badgesView.parse((await host.get(of(`/${memberId}/badges`))).body);
    expect(await told()).toMatchObject({ hasMail: true, claimable: true });
    const { url } = claimLink.parse((await host.post(of(`/${memberId}/claim`), {})).body);
    const claim = { email: 'tabea@example.org', password: 'a good long password' };
    await app().nobody.post('/api/claim', { ...claim, token: url.split('/').at(-1) });
    const tabea = await app().signIn(claim.email, claim.password);
    expect(meView.parse((await tabea.get('/api/me')).body)).toMatchObject({ memberId });
    expect(await told()).toMatchObject({ claimable: false });
    expect((await host.post(of(`/${memberId}/claim`), {})).text).toContain('account-refused');
    expect((await host.post(of(`/${member.memberId}/claim`), {})).text).toContain('account-refused');
  });

  it('in office is stepped into by no host', async () => {
    const memberId = await make({ name: 'Stella' });
    const office = { memberId, role: 'steward', competenceId: null };
    idIn(await steward.command(`/api/workshops/${workshopId}/appointments`, office));
    expect((await host.post(of(`/${memberId}/claim`), {})).status).toBe(403);
    expect((await host.put(of(`/${memberId}/pin`), { pin: '481521' })).status).toBe(403);
    expect((await steward.put(of(`/${memberId}/pin`), { pin: '481521' })).status).toBe(200);
  });

  it('who is known to another workshop too is stepped into by nobody who is not on duty there as well', async () => {
    const csv = 'name,email\nUrsula,ursula@example.org';
    await steward.command(`/api/workshops/${workshopId}/import`, { table: 'members', csv });
    const memberId = (await app().accounts.members.byEmail('ursula@example.org')) ?? '';
    const stranger = await app().person('Mallory');
    const elsewhere = idIn(await stranger.command('/api/workshops', { ...someWorkshop, name: 'Elsewhere' }));
    await stranger.command(`/api/workshops/${elsewhere}/import`, { table: 'members', csv });
    const there = `/api/workshops/${elsewhere}/people/${memberId}`;
    expect((await stranger.post(`${there}/claim`, {})).status).toBe(403);
    expect((await stranger.post(`${there}/badges`, { badge: 'AA:BB:CC:66' })).status).toBe(403);
    expect(app().accounts.badges.memberOf('AABBCC66')).toBeNull();
  });

  it('and everybody else, sets their own PIN and gives badges back', async () => {
    expect((await member.put('/api/me/pin', { pin: '902468' })).status).toBe(200);
    expect(badgesView.parse((await member.get('/api/me/badges')).body).hasPin).toBe(true);
    expect((await member.send('/api/me/pin', { method: 'DELETE' })).status).toBe(200);
    await host.post(of(`/${member.memberId}/badges`), { badge: 'AA:BB:CC:02' });
    const { badges } = badgesView.parse((await member.get('/api/me/badges')).body);
    await member.send(`/api/me/badges/${badges[0]?.badgeId}`, { method: 'DELETE' });
    expect(app().accounts.badges.memberOf('AABBCC02')).toBeNull();
  });
});
