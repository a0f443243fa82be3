import { beforeEach, describe, expect, it } from 'vitest';
import { bookingById, bookingsWithin } from '../../server/bookings/queries.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { badgeAnswer, readerKey, readersView } from '../../shared/readers/views.ts';
import { idIn, type Person } from '../server/application.ts';
import { contentOf, OfflineReader } from '../server/readers/offlineReader.ts';
import { sharedApplication } from './shared.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A Sunday morning, from which the tests walk on. */
let now = Date.parse('2026-11-22T09:00:00.000Z');
const app = sharedApplication({ clock: () => now });
const iso = (instant: number) => new Date(instant).toISOString();

let steward: Person;
let workshopId: string;
let anna: Person;
let ben: Person;
let machineId: string;
let readerId: string;
let reader: OfflineReader;
let badges: { anna: string; ben: string };
let founded: Promise<{ steward: Person; workshopId: string }> | undefined;

const badgeFor = async (person: Person) => {
  const number = crypto.randomUUID().replaceAll('-', '').slice(0, 14);
  await app().accounts.badges.add({ number, memberId: person.memberId, addedBy: steward.memberId });
  return number;
};
const readerFor = async (machineIds: string[]) => {
  const added = await steward.command(`/api/workshops/${workshopId}/readers`, { name: 'Laser', machineIds });
  const reply = await steward.post(`/api/readers/${idIn(added)}/key`, {});
  expect(reply.status, reply.text).toBe(201);
  const { key } = readerKey.parse(reply.body);
  const base = `http://127.0.0.1:${app().port}`;
  return { readerId: idIn(added), reader: new OfflineReader(base, app().url, key, () => now) };
};
const book = async (person: Person, from: number, to: number) =>
  idIn(await person.command(`/api/machines/${machineId}/bookings`, { start: iso(from), end: iso(to) }));
const known = (bookingId: string) => {
  const booking = bookingById(app().views.reader, bookingId);
  if (!booking) throw new Error('no such booking');
  return booking;
};
const asked = async (badge: string) =>
  badgeAnswer.parse((await reader.ask.post('/api/reader/badge', { machineId, badge })).body);

/** Minutes in which the server runs, and does what has become due. */
const passes = async (minutes: number) => {
  for (let minute = 0; minute < minutes; minute++) {
    now += MINUTE;
    await app().timers.lookNow();
  }
};

beforeEach(async () => {
  now += 24 * HOUR;
  founded ??= app().found();
  ({ steward, workshopId } = await founded);
  anna = await app().person('Anna Moss');
  ben = await app().person('Ben');
  await app().join(anna, workshopId);
  await app().join(ben, workshopId);
  const rules = { ...NO_BOOKING_RULES, checkIn: 'reader' as const, graceMinutes: 10 };
  machineId = await app().registerMachine(steward, workshopId, { rules });
  badges = { anna: await badgeFor(anna), ben: await badgeFor(ben) };
  ({ readerId, reader } = await readerFor([machineId]));
});

describe('a reader with the network', () => {
  it('asks for a badge, starts and stops, and shows an initial at most', async () => {
    const free = await asked(badges.anna);
    expect(free).toMatchObject({ granted: true, next: 'start', initial: 'A.', bookingId: null });
    const start = { machineId, badge: badges.anna };
    const commandId = crypto.randomUUID();
    const bookingId = idIn(await reader.ask.command('/api/reader/use/start', start, { commandId }));
    expect(idIn(await reader.ask.command('/api/reader/use/start', start, { commandId }))).toBe(bookingId);
    expect(await asked(badges.anna)).toMatchObject({ granted: true, next: 'stop', bookingId });
    expect(await asked(badges.ben)).toMatchObject({ granted: false });
    now += HOUR;
    const stop = crypto.randomUUID();
    idIn(await reader.ask.command('/api/reader/use/stop', start, { commandId: stop }));
    idIn(await reader.ask.command('/api/reader/use/stop', start, { commandId: stop }));
    expect(known(bookingId)).toMatchObject({ status: 'completed', startedAt: now - HOUR, stoppedAt: now });
    const again = await reader.ask.command('/api/reader/use/stop', start);
    expect(again.status).toBe(409);
  });

  it('starts a booking of the badge', async () => {
    const bookingId = await book(anna, now + 10 * MINUTE, now + HOUR);
    expect(await asked(badges.anna)).toMatchObject({ granted: true, bookingId, until: iso(now + HOUR) });
    const reply = await reader.ask.command('/api/reader/use/start', { machineId, badge: badges.anna });
    expect(idIn(reply)).toBe(bookingId);
    expect(known(bookingId)).toMatchObject({ status: 'started', startedAt: now });
  });

  it('tells in sentences what stands against it', async () => {
    const unknown = {
      granted: false,
      objections: [{ rule: 'unknownBadge', message: 'Nobody here has this badge.' }],
    };
    expect(await asked('00:00:00:01')).toEqual(unknown);
    const reply = await reader.ask.command('/api/reader/use/start', { machineId, badge: '00:00:00:01' });
    expect([reply.status, reply.text]).toEqual([409, expect.stringContaining('Nobody here has this badge.')]);
    const stranger = await app().person('Otto');
    const refused = await asked(await badgeFor(stranger));
    expect(refused.granted ? [] : refused.objections.map(({ rule }) => rule)).toContain('membership');
    const other = await app().registerMachine(steward, workshopId);
    const foreign = await reader.ask.post('/api/reader/badge', { machineId: other, badge: badges.anna });
    expect(foreign.status).toBe(404);
  });

  it('is turned away once it is removed or has another key, and what it started runs on', async () => {
    const bookingId = idIn(
      await reader.ask.command('/api/reader/use/start', { machineId, badge: badges.anna }),
    );
    await steward.post(`/api/readers/${readerId}/key`, {});
    expect((await reader.ask.get('/api/reader/grants')).status).toBe(401);
    const { reader: another, readerId: other } = await readerFor([machineId]);
    idIn(await steward.command(`/api/readers/${other}/remove`, {}, { ifMatch: 0 }));
    expect((await another.ask.get('/api/reader/grants')).status).toBe(401);
    expect(known(bookingId).status).toBe('started');
  });

  it('is nobody to every other route, and stewards alone see it', async () => {
    for (const path of ['/api/me', '/api/me/bookings', `/api/workshops/${workshopId}/people`]) {
      expect((await reader.ask.get(path)).status, path).toBe(401);
    }
    expect((await anna.get(`/api/workshops/${workshopId}/readers`)).status).toBe(403);
    reader.clock = () => now + 3 * HOUR;
    expect(await reader.heartbeat()).toBe(3 * 3600);
    const { readers } = readersView.parse((await steward.get(`/api/workshops/${workshopId}/readers`)).body);
    expect(readers.find((one) => one.readerId === readerId)).toMatchObject({
      lastSeenAt: iso(now),
      clockAheadSeconds: 3 * 3600,
      hasKey: true,
      machines: [{ machineId }],
    });
  });
});

describe('a reader that loses the network', () => {
  it('in mid-job lets the job end, and tells of it afterwards', async () => {
    const bookingId = await book(anna, now, now + 2 * HOUR);
    idIn(await reader.ask.command('/api/reader/use/start', { machineId, badge: badges.anna }));
    reader.wasStartedOnline(machineId, badges.anna);
    reader.losesTheNetwork();
    const { badges: kept } = app().accounts;
    const [badge] = await kept.of(anna.memberId);
    await kept.remove(anna.memberId, badge?.badgeId ?? '');
    expect(reader.on.has(machineId)).toBe(true);
    expect(known(bookingId).status).toBe('started');
    await kept.add({ number: badges.anna, memberId: anna.memberId, addedBy: steward.memberId });
    const startedAt = now;
    now += 50 * MINUTE;
    reader.stopsOffline(machineId);
    now += HOUR;
    reader.hasTheNetworkAgain();
    expect(await reader.replays()).toMatchObject([{ outcome: 'recorded', bookingId, contradicts: [] }]);
    expect(known(bookingId)).toMatchObject({
      status: 'completed',
      startedAt,
      stoppedAt: startedAt + 50 * MINUTE,
    });
  });

  it('starts from a grant that it holds, also for a badge that is taken away meanwhile', async () => {
    const grants = await reader.fetchGrants();
    expect(grants.filter(({ member }) => member === anna.memberId)).toMatchObject([
      { machine: machineId, booking: null, reader: readerId },
    ]);
    reader.losesTheNetwork();
    now += 30 * MINUTE;
    expect(reader.startsOffline(machineId, '99:99:99:99')).toBe(false);
    expect(reader.startsOffline(machineId, badges.anna)).toBe(true);
    const [badge] = await app().accounts.badges.of(anna.memberId);
    await app().accounts.badges.remove(anna.memberId, badge?.badgeId ?? '');
    now += 20 * MINUTE;
    reader.stopsOffline(machineId);
    reader.hasTheNetworkAgain();
    const [entry] = await reader.replays();
    expect(entry).toMatchObject({ outcome: 'recorded', contradicts: [] });
    expect(known(entry && 'bookingId' in entry ? entry.bookingId : '')).toMatchObject({
      memberId: anna.memberId,
      startedAt: now - 20 * MINUTE,
      stoppedAt: now,
    });
  });

  it('tells twice, and interleaved, and each session stands once', async () => {
    await reader.fetchGrants();
    reader.losesTheNetwork();
    for (let session = 0; session < 4; session++) {
      expect(reader.startsOffline(machineId, badges.anna)).toBe(true);
      now += 10 * MINUTE;
      reader.stopsOffline(machineId);
      now += 5 * MINUTE;
    }
    expect(reader.startsOffline(machineId, badges.anna)).toBe(true);
    const [running] = reader.on.values();
    now += 5 * MINUTE;
    reader.hasTheNetworkAgain();
    const all = [...reader.log, ...(running ? [running] : [])];
    const replies = await Promise.all([
      reader.replays(all),
      reader.replays(all.toReversed()),
      reader.replays(all.slice(1, 3)),
    ]);
    const recorded = replies.flat().filter(({ outcome }) => outcome === 'recorded');
    expect(new Set(recorded.map(({ entryId }) => entryId)).size).toBe(5);
    expect(replies.flat().filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    expect((await reader.replays(all)).map(({ outcome }) => outcome)).toEqual(Array(5).fill('known'));
    reader.stopsOffline(machineId);
    await reader.replays();
    await reader.replays();
    const times = bookingsWithin(app().views.reader, machineId, { start: now - 4 * HOUR, end: now + HOUR });
    expect(times.map(({ startedAt, stoppedAt }) => [startedAt, stoppedAt])).toEqual(
      reader.log.map(({ startedAt, stoppedAt }) => [Date.parse(startedAt), Date.parse(stoppedAt ?? '')]),
    );
  });

  it('tells of a session that somebody ended on the page meanwhile, and it stays the one session', async () => {
    const badge = badges.anna;
    const bookingId = idIn(await reader.ask.command('/api/reader/use/start', { machineId, badge }));
    reader.wasStartedOnline(machineId, badge);
    reader.losesTheNetwork();
    now += 20 * MINUTE;
    const stop = `/api/machines/${machineId}/bookings/${bookingId}/stop`;
    idIn(await steward.command(stop, {}, { ifMatch: known(bookingId).revision }));
    now += 10 * MINUTE;
    reader.stopsOffline(machineId);
    reader.hasTheNetworkAgain();
    expect(await reader.replays()).toMatchObject([{ outcome: 'known', bookingId }]);
    const span = { start: now - HOUR, end: now + HOUR };
    expect(bookingsWithin(app().views.reader, machineId, span)).toMatchObject([{ bookingId }]);
  });

  it('reinstates the booking that was missed', async () => {
    const bookingId = await book(anna, now + 5 * MINUTE, now + 2 * HOUR);
    await reader.fetchGrants();
    reader.losesTheNetwork();
    now += 6 * MINUTE;
    expect(reader.startsOffline(machineId, badges.anna)).toBe(true);
    await passes(20);
    expect(known(bookingId).status).toBe('missed');
    reader.hasTheNetworkAgain();
    expect(await reader.replays()).toMatchObject([{ outcome: 'recorded', bookingId, contradicts: [] }]);
    expect(known(bookingId)).toMatchObject({ status: 'started', startedAt: now - 20 * MINUTE });
  });

  it('after the slot was given away leaves both standing, flagged', async () => {
    const bookingId = await book(anna, now + 5 * MINUTE, now + 2 * HOUR);
    await reader.fetchGrants();
    reader.losesTheNetwork();
    now += 6 * MINUTE;
    expect(reader.startsOffline(machineId, badges.anna)).toBe(true);
    await passes(20);
    const instead = await book(ben, now + 15 * MINUTE, now + HOUR);
    now += 50 * MINUTE;
    reader.stopsOffline(machineId);
    reader.hasTheNetworkAgain();
    const flagged = { outcome: 'recorded', bookingId, contradicts: [instead] };
    expect(await reader.replays()).toMatchObject([flagged]);
    expect(known(bookingId)).toMatchObject({ contradicts: [instead], stoppedAt: now });
    expect(known(instead).status).not.toBe('cancelled');
  });
});

describe('a reader with a wrong clock', () => {
  it('three hours ahead, and told so, is corrected', async () => {
    reader.clock = () => now + 3 * HOUR;
    await reader.heartbeat();
    await reader.fetchGrants();
    reader.losesTheNetwork();
    expect(reader.startsOffline(machineId, badges.anna)).toBe(true);
    now += 30 * MINUTE;
    reader.stopsOffline(machineId);
    reader.hasTheNetworkAgain();
    // Set right while it was on its way: what it wrote before keeps the error that it had then.
    reader.clock = () => now;
    await reader.heartbeat();
    const [entry] = await reader.replays();
    const times = { startedAt: now - 30 * MINUTE, stoppedAt: now };
    expect(known(entry && 'bookingId' in entry ? entry.bookingId : '')).toMatchObject(times);
  });

  it('that never heard of it: the future is refused entry by entry, and the others are taken', async () => {
    await reader.fetchGrants();
    reader.losesTheNetwork();
    expect(reader.startsOffline(machineId, badges.anna)).toBe(true);
    now += 10 * MINUTE;
    reader.stopsOffline(machineId);
    now += MINUTE;
    reader.clock = () => now + 3 * HOUR;
    reader.wasStartedOnline(machineId, badges.ben);
    reader.stopsOffline(machineId);
    reader.hasTheNetworkAgain();
    const message = 'What has not happened yet cannot be written down.';
    expect(await reader.replays()).toMatchObject([
      { outcome: 'recorded' },
      { outcome: 'refused', objections: [{ rule: 'future', message }] },
    ]);
  });

  it('running backwards is asked for its counter', async () => {
    await reader.fetchGrants();
    reader.losesTheNetwork();
    expect(reader.startsOffline(machineId, badges.anna)).toBe(true);
    const startedAt = now;
    now += 40 * MINUTE;
    reader.clock = () => startedAt - 5 * HOUR;
    reader.stopsOffline(machineId, 25 * 60);
    reader.hasTheNetworkAgain();
    const [entry] = await reader.replays();
    const times = { startedAt, stoppedAt: startedAt + 25 * MINUTE };
    expect(known(entry && 'bookingId' in entry ? entry.bookingId : '')).toMatchObject(times);
  });
});

describe('a grant', () => {
  it('is believed by its own reader, machine and badge, in its time, and unchanged', async () => {
    const bookingId = await book(ben, now + 2 * HOUR, now + 3 * HOUR);
    await reader.fetchGrants();
    const grant = reader.grants.find((one) => contentOf(one).member === anna.memberId) ?? '';
    expect(reader.against(grant, machineId, badges.anna)).toBeNull();
    expect(reader.against(grant, machineId, badges.ben)).toBe('badge');
    expect(reader.against(grant, crypto.randomUUID(), badges.anna)).toBe('machine');
    const forged = Buffer.from(JSON.stringify({ ...contentOf(grant), until: 4e9 })).toString('base64url');
    expect(reader.against(`${forged}.${grant.split('.')[1]}`, machineId, badges.anna)).toBe('signature');
    const { reader: other } = await readerFor([machineId]);
    await other.fetchGrants();
    expect(other.against(grant, machineId, badges.anna)).toBe('reader');
    const hashes = (grants: string[]) => grants.map((one) => contentOf(one).badge);
    expect(hashes(reader.grants).filter((hash) => hashes(other.grants).includes(hash))).toEqual([]);
    // The walk-up ends where the booking begins; the booking has a grant of its own.
    expect(contentOf(grant).until).toBeLessThanOrEqual((now + 2 * HOUR) / 1000);
    const booked = reader.grants.map(contentOf).find((one) => one.booking === bookingId);
    expect(booked).toMatchObject({ until: (now + 3 * HOUR) / 1000, from: (now + 105 * MINUTE) / 1000 });
    now += 13 * HOUR;
    expect(reader.against(grant, machineId, badges.anna)).toBe('expired');
  });

  it('of another reader lends nobody a name in a replay', async () => {
    const { reader: other } = await readerFor([machineId]);
    await other.fetchGrants();
    const grant = other.grants.find((one) => contentOf(one).member === anna.memberId);
    const times = { startedAt: iso(now - HOUR), stoppedAt: iso(now), clockAheadSeconds: 0 };
    const entry = { entryId: crypto.randomUUID(), machineId, grant, ...times };
    const objections = [{ rule: 'unknownBadge', message: 'Nobody here has this badge.' }];
    expect(await reader.replays([entry])).toMatchObject([{ outcome: 'refused', objections }]);
    expect(await other.replays([entry])).toMatchObject([{ outcome: 'recorded' }]);
    const [text = '', signature] = (grant ?? '').split('.');
    const stolen = JSON.stringify({ ...contentOf(text), member: ben.memberId });
    const forged = `${Buffer.from(stolen).toString('base64url')}.${signature}`;
    const again = { ...entry, entryId: crypto.randomUUID(), grant: forged };
    expect(await other.replays([again])).toMatchObject([{ outcome: 'refused', objections }]);
  });
});
