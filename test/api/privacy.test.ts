import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mayReadTopic } from '../../server/members/topics.ts';
import { myBookingsView } from '../../shared/bookings/views.ts';
import { noticeView } from '../../shared/members/views.ts';
import { idIn, type Person, someWorkshop } from '../server/application.ts';
import { caller } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MARKERS = [
  'PURPOSE-7301',
  'OUTAGE-7302',
  'PAUSE-7303',
  'NOTE-7304',
  'Wilhelmina Xyzzy',
  'RETIRE-7306',
  'END-7307',
];
const at = (milliseconds: number) =>
  new Date(Math.floor(Date.now() / HOUR) * HOUR + milliseconds).toISOString();

describe('what people wrote, and who they are', () => {
  const app = sharedApplication();
  let steward: Person;
  let wilhelmina: Person;
  let outsider: Person;
  let there: string;
  let elsewhere: string;
  let machineId: string;
  let foreignMachine: string;
  let bookingId: string;
  const keyOf = async (person: Person, scopes: string[], workshopId: string | null) => {
    const reply = await person.post('/api/me/keys', { name: 'Key', scopes, workshopId, days: null });
    const { key } = z.object({ key: z.string() }).parse(reply.body);
    return caller(`http://127.0.0.1:${app().port}`, app().url, { 'x-api-key': key });
  };

  beforeAll(async () => {
    ({ steward, workshopId: there } = await app().found());
    wilhelmina = await app().person('Wilhelmina Xyzzy');
    outsider = await app().person('Otto');
    elsewhere = idIn(await outsider.command('/api/workshops', { ...someWorkshop, name: 'Elsewhere' }));
    await app().join(wilhelmina, there);
    await app().join(wilhelmina, elsewhere);
    machineId = await app().registerMachine(steward, there);
    foreignMachine = await app().registerMachine(outsider, elsewhere);
    const bookings = `/api/machines/${machineId}/bookings`;
    const body = { start: at(DAY), end: at(DAY + HOUR), purpose: 'PURPOSE-7301' };
    bookingId = idIn(await wilhelmina.command(bookings, body));
    const foreign = { start: at(DAY), end: at(DAY + HOUR), purpose: 'FOREIGN-7309' };
    idIn(await wilhelmina.command(`/api/machines/${foreignMachine}/bookings`, foreign));
    idIn(await steward.command(`/api/machines/${machineId}/outages`, { reason: 'OUTAGE-7302' }));
    const second = await app().registerMachine(steward, there, { name: 'Old saw' });
    idIn(await steward.command(`/api/machines/${second}/retire`, { reason: 'RETIRE-7306' }, { ifMatch: 0 }));
  });

  const readable = () => [
    '/api/server',
    '/api/workshops',
    `/api/workshops/${there}`,
    `/api/workshops/${there}/people`,
    `/api/workshops/${there}/appointments`,
    `/api/workshops/${there}/timeline?days=7`,
    '/api/machines',
    `/api/machines?workshop=${there}`,
    `/api/machines/${machineId}`,
    `/api/machines/${machineId}/calendar?days=7`,
    `/api/machines/${machineId}/history`,
    `/api/machines/${machineId}/availability`,
    `/api/machines/${machineId}/entitled`,
    `/api/machines/${machineId}/bookings/${bookingId}`,
    '/api/me',
    '/api/me/bookings',
    '/api/me/notices',
    '/api/me/data',
    '/metrics',
    '/readyz',
    '/api/openapi.json',
  ];

  it('is read by nobody outside the workshop, by no road', async () => {
    for (const viewer of [app().nobody, outsider, await keyOf(wilhelmina, ['machines:read'], elsewhere)]) {
      for (const path of readable()) {
        const { text } = await viewer.get(path);
        for (const marker of MARKERS) expect(text.includes(marker), `${marker} at ${path}`).toBe(false);
        expect(text.includes(wilhelmina.email), `the address at ${path}`).toBe(false);
      }
    }
  });

  it('is read inside the workshop', async () => {
    const { text } = await steward.get(`/api/machines/${machineId}/calendar?days=7`);
    expect(text).toContain('PURPOSE-7301');
    expect(text).toContain('Wilhelmina Xyzzy');
  });

  it('a key of one workshop shows none of its owner’s bookings in another', async () => {
    const bound = await keyOf(wilhelmina, ['bookings:read'], there);
    const reply = await bound.get('/api/me/bookings');
    const { bookings } = myBookingsView.parse(reply.body);
    expect(bookings.map(({ purpose }) => purpose)).toEqual(['PURPOSE-7301']);
    const unbound = await keyOf(wilhelmina, ['bookings:read'], null);
    expect(myBookingsView.parse((await unbound.get('/api/me/bookings')).body).bookings).toHaveLength(2);
  });

  it('a key of one workshop changes nothing in another, and nothing beyond its scopes', async () => {
    const bound = await keyOf(wilhelmina, ['bookings:read', 'bookings:write'], there);
    const body = { start: at(3 * DAY), end: at(3 * DAY + HOUR) };
    expect((await bound.command(`/api/machines/${foreignMachine}/bookings`, body)).status).toBe(403);
    const reading = await keyOf(steward, ['bookings:read'], null);
    expect((await reading.command(`/api/machines/${machineId}/bookings`, body)).status).toBe(403);
    for (const path of ['/api/me', '/api/me/data', '/api/me/keys', `/api/workshops/${there}/people`]) {
      expect((await reading.get(path)).status, path).toBe(403);
    }
    expect((await reading.command('/api/me/erase', { confirm: 'erase' })).status).toBe(403);
    expect((await reading.post('/api/me/keys', {})).status).toBe(403);
  });

  it('a key hears of nobody, and of nothing beyond its scopes and its workshop', () => {
    const { reader: views } = app().views;
    const owner = { kind: 'member', memberId: steward.memberId, via: 'key', keyId: 'k' } as const;
    const hears = (scopes: string[], workshopId: string | null, topic: string) =>
      mayReadTopic(views, { ...owner, scopes, workshopId }, topic, Date.now());
    const all = ['workshops:read', 'machines:read', 'bookings:read'];
    expect(hears(all, null, `calendar-${foreignMachine}`)).toBe(true);
    expect(hears(all, there, `calendar-${machineId}`)).toBe(true);
    expect(hears(all, there, `calendar-${foreignMachine}`)).toBe(false);
    expect(hears(all, there, `workshop-${elsewhere}`)).toBe(false);
    expect(hears(['machines:read'], there, `calendar-${machineId}`)).toBe(false);
    for (const memberId of [steward.memberId, wilhelmina.memberId]) {
      expect(hears(all, null, `member-${memberId}`)).toBe(false);
    }
  });

  it('the reason of a decision is read by the person whom it hits', async () => {
    const paul = await app().person('Paul');
    await app().join(paul, there);
    const path = `/api/workshops/${there}/people/${paul.memberId}/end`;
    const revision = 0;
    idIn(await steward.command(path, { reason: 'END-7307' }, { ifMatch: revision }));
    const noticed = async () => {
      const { body } = await paul.get('/api/me/notices');
      return z.object({ notices: z.array(noticeView) }).parse(body).notices;
    };
    await expect.poll(async () => (await noticed()).length, { timeout: 8000 }).toBeGreaterThan(0);
    const sentence = expect.stringContaining('END-7307');
    expect((await noticed())[0]).toMatchObject({ kind: 'MembershipEnded', sentence });
  });
});

describe('a pause', () => {
  const app = sharedApplication();
  it('is not lifted by whom it hits, be they a steward', async () => {
    const { steward, workshopId } = await app().found();
    const second = await app().person('Sam');
    await app().join(second, workshopId);
    const office = { memberId: second.memberId, role: 'steward', competenceId: null };
    idIn(await steward.command(`/api/workshops/${workshopId}/appointments`, office));
    const of = (act: string) => `/api/workshops/${workshopId}/people/${second.memberId}/${act}`;
    const pause = { until: new Date(Date.now() + DAY).toISOString(), reason: 'Used the saw alone.' };
    const paused = await steward.command(of('pause'), pause, { ifMatch: 0 });
    expect(paused.status, paused.text).toBe(200);
    const lifted = await second.command(of('lift-pause'), {}, { ifMatch: 1 });
    expect(lifted.status).toBe(409);
    expect(lifted.text).toContain('notOneself');
    expect((await steward.command(of('lift-pause'), {}, { ifMatch: 1 })).status).toBe(200);
  });
});
