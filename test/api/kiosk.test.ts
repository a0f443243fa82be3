import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kioskSession, kioskState, kiosksView, pairedKiosk, pairingCode } from '../../shared/kiosks/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { idIn, type Person } from '../server/application.ts';
import { type Caller, caller, type Reply } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const MINUTE = 60_000;
let now = Date.parse('2026-11-24T09:00:00.000Z');
const iso = (instant: number) => new Date(instant).toISOString();

describe('a kiosk', () => {
  const app = sharedApplication({ clock: () => now });
  let steward: Person;
  let anna: Person;
  let workshopId: string;
  let machineId: string;
  let kiosk: Caller;
  let kioskId: string;
  let count = 0;
  const by = (key: string) =>
    caller(`http://127.0.0.1:${app().port}`, app().url, { authorization: `Bearer ${key}` });
  const plain = (name: string) => name.toLowerCase().replaceAll('ä', 'a').replaceAll('ö', 'o');
  const codeFor = async (name: string) =>
    pairingCode.parse((await steward.post(`/api/workshops/${workshopId}/kiosks`, { name })).body).code;
  const pair = (code: string) => app().nobody.post('/api/kiosk/pair', { code });
  const paired = (reply: Reply) => pairedKiosk.parse(reply.body);
  const signIn = async (body: object) => {
    const reply = await kiosk.post('/api/kiosk/sign-in', body);
    expect(reply.status, reply.text).toBe(201);
    return by(kioskSession.parse(reply.body).key);
  };

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
  });
  beforeEach(async () => {
    now += 60 * MINUTE;
    anna = await app().person(`Anna ${String.fromCharCode(65 + count++)}öst`);
    await app().join(anna, workshopId);
    machineId = await app().registerMachine(steward, workshopId);
    const { key, kioskId: id } = paired(await pair(await codeFor('By the door')));
    kiosk = by(key);
    kioskId = id;
  });

  it('is paired by a steward’s code: once, within ten minutes, as it is typed', async () => {
    const code = await codeFor('Bench');
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
    const typed = ` ${code.slice(0, 3)}-${code.slice(3)}`.toLowerCase().replaceAll('0', 'o');
    const replies = await Promise.all([pair(typed), pair(typed)]);
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 403]);
    const late = await codeFor('Late');
    now += 10 * MINUTE;
    expect((await pair(late)).text).toContain('code-invalid');
    expect((await anna.post(`/api/workshops/${workshopId}/kiosks`, { name: 'Mine' })).status).toBe(403);
  });

  it('whose code is guessed is asked to wait', async () => {
    let last = 0;
    for (let guess = 0; guess < 25; guess++) last = (await pair('AAAAA0')).status;
    expect(last).toBe(429);
    now += 11 * MINUTE;
  });

  it('shows the machines and names nobody', async () => {
    idIn(await anna.command(`/api/machines/${machineId}/use/start`, { until: iso(now + 30 * MINUTE) }));
    const later = await app().registerMachine(steward, workshopId, { name: 'Lathe' });
    const slot = { start: iso(now + 60 * MINUTE), end: iso(now + 90 * MINUTE) };
    idIn(await anna.command(`/api/machines/${later}/bookings`, slot));
    const wall = (minutes: number) => zonedText(now + minutes * MINUTE, 'Europe/Berlin');
    const reply = await kiosk.get('/api/kiosk/state');
    const { machines, name } = kioskState.parse(reply.body);
    expect(name).toBe('By the door');
    const stateOf = (id: string) => machines.find((one) => one.machineId === id)?.state;
    expect(stateOf(machineId)).toEqual({ is: 'inUse', until: wall(30) });
    expect(stateOf(later)).toEqual({ is: 'free', until: wall(60) });
    expect(reply.text).not.toContain('Anna');
    for (const path of ['/api/me', '/api/me/bookings', `/api/workshops/${workshopId}/people`]) {
      expect((await kiosk.get(path)).status, path).toBe(401);
    }
  });

  it('signs in by badge, starts, stops and books; not more', async () => {
    await app().accounts.badges.add({ number: '01020304', memberId: anna.memberId, addedBy: 'x' });
    const member = await signIn({ badge: '01:02:03:04' });
    const bookingId = idIn(await member.command(`/api/machines/${machineId}/use/start`, {}));
    expect((await member.get('/api/me/bookings')).text).toContain(bookingId);
    const stop = `/api/machines/${machineId}/bookings/${bookingId}/stop`;
    idIn(await member.command(stop, {}, { ifMatch: 1 }));
    const slot = { start: iso(now + 60 * MINUTE), end: iso(now + 90 * MINUTE) };
    idIn(await member.command(`/api/machines/${machineId}/bookings`, slot));
    idIn(await member.command(`/api/machines/${machineId}/faults`, { severity: 'worksStill' }));
    for (const path of ['/api/me', '/api/me/data', '/api/me/keys', `/api/workshops/${workshopId}/people`]) {
      expect((await member.get(path)).status, path).toBe(403);
    }
    expect((await member.command('/api/me/erase', { confirm: 'erase' })).status).toBe(403);
    const elsewhere = await app().person('Erik');
    const body = { name: 'Elsewhere', place: { address: 'X', latitude: 0, longitude: 0 }, timeZone: 'UTC' };
    const hours = { visitor: 'always', member: 'always', host: 'always', steward: 'always', holidays: [] };
    const founding = { ...body, openingHours: hours, joining: 'open' };
    const other = idIn(await elsewhere.command('/api/workshops', founding));
    const foreign = await app().registerMachine(elsewhere, other);
    await app().join(anna, other);
    expect((await member.command(`/api/machines/${foreign}/use/start`, {})).status).toBe(403);
  });

  it('gives a steward no more than a member', async () => {
    await app().accounts.pins.set(steward.memberId, '135791');
    const there = await signIn({ memberId: steward.memberId, pin: '135791' });
    expect((await there.command(`/api/machines/${machineId}/retire`, {}, { ifMatch: 0 })).status).toBe(403);
    const office = { memberId: anna.memberId, role: 'steward', competenceId: null };
    const appointed = await there.command(`/api/workshops/${workshopId}/appointments`, office);
    expect(appointed.status).toBe(403);
  });

  it('forgets somebody half a minute after the last touch, and at once when the next one comes', async () => {
    await anna.put('/api/me/pin', { pin: '246813' });
    const first = await signIn({ name: plain(anna.name), pin: '246813' });
    now += 20_000;
    expect((await first.get('/api/me/bookings')).status).toBe(200);
    now += 20_000;
    expect((await first.get('/api/me/bookings')).status).toBe(200);
    now += 31_000;
    expect((await first.get('/api/me/bookings')).status).toBe(401);
    const second = await signIn({ name: anna.name, pin: '246813' });
    const third = await signIn({ memberId: anna.memberId, pin: '246813' });
    expect((await second.get('/api/me/bookings')).status).toBe(401);
    await kiosk.post('/api/kiosk/sign-out', {});
    expect((await third.get('/api/me/bookings')).status).toBe(401);
  });

  it('never says whether a name exists, and limits the tries of those that do and those that do not', async () => {
    await anna.put('/api/me/pin', { pin: '864201' });
    const told = async (body: object) => {
      const { status, text } = await kiosk.post('/api/kiosk/sign-in', body);
      return [status, text.replace(/"requestId":"[^"]*"/, '')];
    };
    now += 16 * MINUTE;
    for (let attempt = 1; attempt <= 7; attempt++) {
      const known = await told({ name: anna.name, pin: '975310' });
      expect(await told({ name: 'Nobody Like That', pin: '975310' })).toEqual(known);
      expect(known[0]).toBe(attempt <= 5 ? 401 : 429);
    }
    expect((await told({ memberId: anna.memberId, pin: '864201' }))[0]).toBe(429);
    now += 16 * MINUTE;
    await signIn({ name: anna.name, pin: '864201' });
  });

  it('lets in nobody from elsewhere, and says that a badge is unknown', async () => {
    const stranger = await app().person('Otto');
    await app().accounts.badges.add({ number: '0A0B0C', memberId: stranger.memberId, addedBy: 'x' });
    const reply = await kiosk.post('/api/kiosk/sign-in', { badge: '0A0B0C' });
    expect([reply.status, reply.text]).toEqual([401, expect.stringContaining('people of its workshop')]);
    const unknown = await kiosk.post('/api/kiosk/sign-in', { badge: 'FFFF01' });
    expect(unknown.text).toContain('Nobody here has this badge.');
  });

  it('lets nobody try out numbers of badges', async () => {
    await app().accounts.badges.add({ number: '0A0B0C0D', memberId: anna.memberId, addedBy: 'x' });
    let last = 0;
    for (let guess = 0; guess < 121; guess++) {
      last = (await kiosk.post('/api/kiosk/sign-in', { badge: `0A0B${1000 + guess}` })).status;
    }
    expect(last).toBe(429);
    expect((await kiosk.post('/api/kiosk/sign-in', { badge: '0A0B0C0D' })).status).toBe(429);
    now += 16 * MINUTE;
    await signIn({ badge: '0A0B0C0D' });
  });

  it('is listed and parted with: its key and whoever stands there are nobody then', async () => {
    await anna.put('/api/me/pin', { pin: '135792' });
    const member = await signIn({ memberId: anna.memberId, pin: '135792' });
    const path = `/api/workshops/${workshopId}/kiosks`;
    const { kiosks } = kiosksView.parse((await steward.get(path)).body);
    expect(kiosks.map((one) => one.kioskId)).toContain(kioskId);
    expect((await anna.send(`${path}/${kioskId}`, { method: 'DELETE' })).status).toBe(403);
    expect((await steward.send(`${path}/${kioskId}`, { method: 'DELETE' })).status).toBe(200);
    expect((await kiosk.get('/api/kiosk/state')).status).toBe(401);
    expect((await member.get('/api/me/bookings')).status).toBe(401);
    expect((await steward.send(`${path}/${kioskId}`, { method: 'DELETE' })).status).toBe(404);
  });
});
