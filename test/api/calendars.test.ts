import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { feedList, madeFeed } from '../../shared/notices/feeds.ts';
import { idIn, type Person } from '../server/application.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString();
const revision = z.object({ revision: z.int() });

describe('calendar feeds', () => {
  const app = sharedApplication();
  let steward: Person;
  let anna: Person;
  let machineId: string;

  beforeAll(async () => {
    const founded = await app().found();
    steward = founded.steward;
    anna = await app().person('Anna Quillfeather');
    await app().join(anna, founded.workshopId);
    machineId = await app().registerMachine(steward, founded.workshopId, { name: 'Kiln; large, blue' });
  });

  const make = async (person: Person, of: string | null) => {
    const reply = await person.post('/api/me/feeds', { machineId: of });
    expect(reply.status).toBe(201);
    const { feedId, address } = madeFeed.parse(reply.body);
    expect(address.startsWith(`${app().url}/calendar/`)).toBe(true);
    return { feedId, path: new URL(address).pathname };
  };
  const read = async (path: string) => {
    const reply = await app().nobody.get(path);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = new ICAL.Component(ICAL.parse(reply.text)).getAllSubcomponents('vevent');
    return {
      text: reply.text,
      etag: reply.headers.get('etag') ?? '',
      events: events.map((component) => {
        const { uid, sequence, startDate, summary } = new ICAL.Event(component);
        const status = component.getFirstPropertyValue('status');
        return { uid, sequence, start: startDate.toJSDate().toISOString(), summary, status };
      }),
    };
  };
  const book = async (person: Person, from: number) =>
    idIn(await person.command(`/api/machines/${machineId}/bookings`, { start: at(from), end: at(from + 1) }));

  it('follow a booking under one UID as it is placed, moved and cancelled', async () => {
    const { path } = await make(anna, null);
    const bookingId = await book(anna, 30);
    const booking = `/api/machines/${machineId}/bookings/${bookingId}`;
    const host = new URL(app().url).hostname;
    const placed = await read(path);
    const uid = `${bookingId}@${host}`;
    expect(placed.events).toEqual([
      { uid, sequence: 0, start: at(30), summary: 'Kiln; large, blue', status: 'CONFIRMED' },
    ]);
    const { revision: first } = revision.parse((await anna.get(booking)).body);
    const times = { start: at(34), end: at(35) };
    const { revision: second } = revision.parse(
      (await anna.command(`${booking}/move`, times, { ifMatch: first })).body,
    );
    const moved = await read(path);
    expect(moved.events).toMatchObject([{ uid, sequence: 1, start: at(34), status: 'CONFIRMED' }]);
    idIn(await anna.command(`${booking}/cancel`, {}, { ifMatch: second }));
    expect((await read(path)).events).toMatchObject([{ uid, sequence: 2, status: 'CANCELLED' }]);
  });

  it('answer 304 as long as nothing has changed', async () => {
    const { path } = await make(steward, null);
    const { etag } = await read(path);
    const again = await app().nobody.send(path, { headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
    await book(steward, 40);
    const changed = await app().nobody.send(path, { headers: { 'if-none-match': etag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('say of a machine that it is booked, never by whom or for what', async () => {
    const purpose = 'A bowl for my aunt';
    const times = { start: at(50), end: at(51) };
    idIn(await anna.command(`/api/machines/${machineId}/bookings`, { ...times, purpose }));
    const { path } = await make(steward, machineId);
    const { events, text } = await read(path);
    expect(events).toContainEqual(expect.objectContaining({ start: at(50), summary: 'Booked' }));
    for (const secret of ['Quillfeather', 'Anna', anna.memberId, purpose, steward.memberId]) {
      expect(text).not.toContain(secret);
    }
  });

  it('show each one’s own bookings alone', async () => {
    const mine = await book(steward, 60);
    const { path } = await make(anna, null);
    expect((await read(path)).text).not.toContain(mine);
  });

  it('are listed without their addresses, and gone at once when revoked', async () => {
    const { feedId, path } = await make(anna, machineId);
    await read(path);
    const listed = await anna.get('/api/me/feeds');
    const { feeds } = feedList.parse(listed.body);
    const today = new Date().toISOString().slice(0, 10);
    expect(feeds.find((feed) => feed.feedId === feedId)).toMatchObject({ machineId, lastReadOn: today });
    const secret = path.slice('/calendar/'.length, -'.ics'.length);
    expect(Buffer.from(secret, 'base64url').length).toBeGreaterThanOrEqual(16);
    expect(listed.text).not.toContain(secret);
    expect((await readFile(join(app().dataDir, 'accounts.db'))).includes(secret)).toBe(false);
    expect(app().logged()).not.toContain(secret);
    expect((await steward.send(`/api/me/feeds/${feedId}`, { method: 'DELETE' })).status).toBe(404);
    expect((await anna.send(`/api/me/feeds/${feedId}`, { method: 'DELETE' })).status).toBe(200);
    expect((await app().nobody.get(path)).status).toBe(404);
    expect((await anna.send(`/api/me/feeds/${feedId}`, { method: 'DELETE' })).status).toBe(404);
  });

  it.each(['', 'x.ics', `${'A'.repeat(32)}.ics`, `${'A'.repeat(32)}`, '..%2f..%2fsecret.ics'])(
    'are not found at a guessed address (%s)',
    async (guess) => {
      const reply = await app().nobody.get(`/calendar/${guess}`);
      expect(reply.text).not.toContain('BEGIN:VCALENDAR');
    },
  );

  it('are not made of a machine that is not there', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect((await anna.post('/api/me/feeds', { machineId: nowhere })).status).toBe(404);
  });
});
