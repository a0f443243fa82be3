import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { reservationReply } from '../../shared/bookings/commands.ts';
import { bookingView, machineCalendarView, seriesReply } from '../../shared/bookings/views.ts';
import { type BookingRules, NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { problem } from '../../shared/problem.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Reply } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR).toISOString();
const dateIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
const rulesIn = (reply: Reply) => problem.parse(reply.body).objections?.map(({ rule }) => rule) ?? [];

describe('a shared machine', () => {
  const app = sharedApplication();
  let steward: Person;
  let anna: Person;
  let ben: Person;
  let workshopId: string;

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    anna = await app().person('Anna');
    ben = await app().person('Ben');
    for (const person of [anna, ben]) await app().join(person, workshopId);
  });

  const machineWith = (rules: Partial<BookingRules>) =>
    app().registerMachine(steward, workshopId, {
      name: randomUUID(),
      rules: { ...NO_BOOKING_RULES, ...rules },
    });
  const bookingsOn = async (machineId: string) =>
    machineCalendarView.parse((await steward.get(`/api/machines/${machineId}/calendar?days=42`)).body)
      .bookings;
  const weekly = { startsAt: '10:00', minutes: 60, every: { unit: 'week', number: 1 }, occurrences: 4 };

  it('gives a slot once, of twenty requests at the same moment (LibreBooking #147, cal.com #13397)', async () => {
    const path = `/api/machines/${await machineWith({})}/bookings`;
    const body = { start: at(24), end: at(25) };
    const people = [steward, anna, ben];
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (people[index % 3] ?? steward).command(path, body)),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const reply of replies) if (reply.status !== 201) expect(rulesIn(reply)).toEqual(['overlap']);
  });

  it('makes one of a double click, or of a request that is sent again (Snipe-IT #11061)', async () => {
    const machineId = await machineWith({});
    const commandId = randomUUID();
    const body = { start: at(24), end: at(25) };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () =>
        anna.command(`/api/machines/${machineId}/bookings`, body, { commandId }),
      ),
    );
    expect(new Set(replies.map(idIn)).size).toBe(1);
    expect(await bookingsOn(machineId)).toHaveLength(1);
  });

  it('takes no override from anybody but a steward, and shows it with its reason (NEMO’s modify path)', async () => {
    const path = `/api/machines/${await machineWith({ horizonDays: 2 })}/bookings`;
    const override = { rules: ['horizon'], reason: 'The exhibition opens that day.' };
    const far = { start: at(24 * 9), end: at(24 * 9 + 1) };
    expect(rulesIn(await anna.command(path, far))).toEqual(['horizon']);
    expect(rulesIn(await anna.command(path, { ...far, override }))).toEqual(['override']);
    const near = idIn(await anna.command(path, { start: at(24), end: at(25) }));
    for (const change of ['move', 'resize']) {
      const asked = await anna.command(`${path}/${near}/${change}`, { ...far, override }, { ifMatch: 0 });
      expect(rulesIn(asked)).toEqual(['override']);
    }
    const never = { ...far, override: { ...override, rules: ['horizon', 'overlap'] } };
    expect(rulesIn(await steward.command(path, never))).toEqual(['override']);
    const placed = idIn(await steward.command(path, { ...far, memberId: anna.memberId, override }));
    const seen = bookingView.parse((await anna.get(`${path}/${placed}`)).body);
    expect(seen).toMatchObject({ mine: true, overridden: { rules: ['horizon'], reason: override.reason } });
    expect(bookingView.parse((await app().nobody.get(`${path}/${placed}`)).body).overridden).toBeNull();
  });

  it('is booked for others by stewards only', async () => {
    const path = `/api/machines/${await machineWith({})}/bookings`;
    const body = { start: at(24), end: at(25), memberId: ben.memberId };
    expect((await anna.command(path, body)).status).toBe(403);
    expect((await steward.command(path, body)).status).toBe(201);
    const stranger = await app().person('Nobody here');
    expect(rulesIn(await steward.command(path, { ...body, memberId: stranger.memberId }))).toContain(
      'membership',
    );
  });

  it('takes a series occurrence by occurrence, says why others do not stand, and the same when asked again', async () => {
    const machineId = await machineWith({ maximumOpen: 3 });
    const body = { ...weekly, firstDate: dateIn(3), onlyAllowed: true };
    const path = `/api/machines/${machineId}/series`;
    const rehearsed = seriesReply.parse((await anna.command(path, body, { dryRun: true })).body);
    expect(rehearsed.seriesId).toBeNull();
    expect(rehearsed.occurrences.map(({ objections }) => objections.map(({ rule }) => rule))).toEqual([
      [],
      [],
      [],
      ['open'],
    ]);
    expect(await bookingsOn(machineId)).toEqual([]);

    const commandId = randomUUID();
    const first = await anna.command(path, body, { commandId });
    expect(first.status).toBe(201);
    const reply = seriesReply.parse(first.body);
    expect(reply.occurrences.map(({ placed }) => placed)).toEqual([true, true, true, false]);
    const booked = await bookingsOn(machineId);
    expect(booked.map(({ bookingId }) => bookingId)).toEqual(
      reply.occurrences.flatMap(({ bookingId }) => bookingId ?? []),
    );
    expect(new Set(booked.map(({ start }) => start.slice(11, 16)))).toEqual(new Set(['10:00']));
    expect(booked.every(({ seriesId }) => seriesId === reply.seriesId)).toBe(true);
    const again = await anna.command(path, body, { commandId });
    expect(again.body).toEqual(first.body);
    const other = await anna.command(path, { ...body, minutes: 30 }, { commandId });
    expect(other.text).toContain('command-id-reused');
  });

  it('places nothing of a series that does not stand as a whole, unless told to', async () => {
    const machineId = await machineWith({ maximumOpen: 3 });
    const body = { ...weekly, firstDate: dateIn(3), onlyAllowed: false };
    const reply = await anna.command(`/api/machines/${machineId}/series`, body);
    expect(seriesReply.parse(reply.body)).toMatchObject({ seriesId: null, position: null });
    expect(await bookingsOn(machineId)).toEqual([]);
  });

  it('reserved for the workshop: a dry run names the bookings hit, they are marked, and lifting takes the mark back', async () => {
    const machineIds = [await machineWith({}), await machineWith({ maximumOpen: 1 })];
    const bookings = `/api/machines/${machineIds[0]}/bookings`;
    const bookingId = idIn(await anna.command(bookings, { start: at(24), end: at(26) }));
    const path = `/api/workshops/${workshopId}/reservations`;
    const body = { machineIds, start: at(25), end: at(28), purpose: 'A class.' };
    expect((await anna.command(path, body)).status).toBe(403);
    const rehearsed = reservationReply.parse((await steward.command(path, body, { dryRun: true })).body);
    expect(rehearsed).toMatchObject({ made: [], hit: [{ bookingId }] });

    const commandId = randomUUID();
    const made = reservationReply.parse((await steward.command(path, body, { commandId })).body).made;
    expect(made.map(({ machineId }) => machineId)).toEqual(machineIds);
    const again = reservationReply.parse((await steward.command(path, body, { commandId })).body).made;
    expect(again).toEqual(made);
    const fewer = await steward.command(path, { ...body, machineIds: machineIds.slice(0, 1) }, { commandId });
    expect(fewer.text).toContain('command-id-reused');
    const marks = async () => bookingView.parse((await anna.get(`${bookings}/${bookingId}`)).body).marks;
    await expect.poll(marks, { timeout: 5_000 }).toEqual(['reserved']);
    expect(rulesIn(await ben.command(bookings, { start: at(26), end: at(27) }))).toEqual(['reserved']);
    const [first] = made;
    const lift = `/api/machines/${first?.machineId}/reservations/${first?.reservationId}/lift`;
    expect((await steward.command(lift, {})).status).toBe(200);
    await expect.poll(marks, { timeout: 5_000 }).toEqual([]);
    expect(rulesIn(await steward.command(lift, {}))).toEqual(['ended']);
  });

  it('changed rules mark the bookings that they hit, but not one that a steward had let pass', async () => {
    const machineId = await machineWith({ maximumDurationMinutes: 240 });
    const path = `/api/machines/${machineId}/bookings`;
    const long = idIn(await anna.command(path, { start: at(24), end: at(27) }));
    const override = { rules: ['longest'], reason: 'A whole table.' };
    const body = { start: at(30), end: at(36), memberId: anna.memberId, override };
    const passed = idIn(await steward.command(path, body));
    const rules = { ...NO_BOOKING_RULES, maximumDurationMinutes: 120 };
    const revision = Number(
      (await steward.get(`/api/machines/${machineId}`)).headers.get('etag')?.replaceAll('"', ''),
    );
    const set = await steward.command(`/api/machines/${machineId}/rules`, rules, {
      method: 'PUT',
      ifMatch: revision,
    });
    expect(set.status, set.text).toBe(200);
    const marksOf = async (id: string) => bookingView.parse((await anna.get(`${path}/${id}`)).body).marks;
    await expect.poll(() => marksOf(long), { timeout: 5_000 }).toEqual(['longest']);
    expect(await marksOf(passed)).toEqual([]);
  });
});
