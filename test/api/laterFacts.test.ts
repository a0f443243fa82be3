import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bookingView, machineCalendarView } from '../../shared/bookings/views.ts';
import { machineView } from '../../shared/machines/views.ts';
import { noticeView } from '../../shared/members/views.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import { idIn, type Person, someMachine, someWorkshop } from '../server/application.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (milliseconds: number) =>
  new Date(Math.floor(Date.now() / HOUR) * HOUR + milliseconds).toISOString();
const soon = { timeout: 8000 };

describe('a booking that a later fact hits', () => {
  const app = sharedApplication();
  let steward: Person;
  let anna: Person;
  let workshopId: string;
  const of = (path: string) => `/api/workshops/${workshopId}${path}`;
  const revisionOf = async (path: string) =>
    z.looseObject({ revision: z.int() }).parse((await steward.get(path)).body).revision;
  const marksOf = async (path: string) => bookingView.parse((await anna.get(path)).body).marks;
  const booked = async (machineId: string, start: number): Promise<string> => {
    const times = { start: at(start), end: at(start + HOUR) };
    return `/api/machines/${machineId}/bookings/${idIn(await anna.command(`/api/machines/${machineId}/bookings`, times))}`;
  };
  const setHours = async (openingHours: OpeningHours) =>
    steward.command(
      of('/opening-hours'),
      { openingHours },
      { method: 'PUT', ifMatch: await revisionOf(of('')) },
    );

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    anna = await app().person('Anna');
    await app().join(anna, workshopId);
  });

  it('is marked by other opening hours, its holder is told, and it is unmarked when they come back', async () => {
    const machineId = await app().registerMachine(steward, workshopId);
    const booking = await booked(machineId, 2 * DAY);
    expect((await setHours({ ...someWorkshop.openingHours, member: [] })).status).toBe(200);
    await expect.poll(() => marksOf(booking), soon).toEqual(['openingHours']);
    const told = async () =>
      z
        .object({ notices: z.array(noticeView) })
        .parse((await anna.get('/api/me/notices')).body)
        .notices.map(({ kind, params }) => `${kind} ${params.rule}`);
    await expect.poll(told, soon).toContain('BookingMarked openingHours');
    expect((await setHours(someWorkshop.openingHours)).status).toBe(200);
    await expect.poll(() => marksOf(booking), soon).toEqual([]);
  });

  it('is marked by an outage over it, unmarked by its end; and by retiring and its opposite', async () => {
    const machineId = await app().registerMachine(steward, workshopId);
    const booking = await booked(machineId, 2 * DAY);
    const machine = `/api/machines/${machineId}`;
    const outage = { start: at(DAY), end: at(3 * DAY), reason: 'The lens is cracked.' };
    const declared = await steward.command(`${machine}/outages`, outage);
    await expect.poll(() => marksOf(booking), soon).toEqual(['outage']);
    const ended = `${machine}/outages/${idIn(declared)}/end`;
    idIn(
      await steward.command(
        ended,
        {},
        { ifMatch: z.looseObject({ revision: z.int() }).parse(declared.body).revision },
      ),
    );
    await expect.poll(() => marksOf(booking), soon).toEqual([]);
    idIn(await steward.command(`${machine}/retire`, {}, { ifMatch: 0 }));
    await expect.poll(() => marksOf(booking), soon).toEqual(['retired']);
    idIn(await steward.command(`${machine}/reinstate`, {}, { ifMatch: 1 }));
    await expect.poll(() => marksOf(booking), soon).toEqual([]);
  });

  it('is marked by a place less, a competence more and a pause', async () => {
    const machineId = await app().registerMachine(steward, workshopId, { capacity: 2 });
    const machine = `/api/machines/${machineId}`;
    const booking = await booked(machineId, 2 * DAY);
    await booked(machineId, 2 * DAY);
    const describeAs = async (change: object) =>
      idIn(
        await steward.command(
          `${machine}/description`,
          { ...someMachine, ...change },
          { method: 'PUT', ifMatch: await revisionOf(machine) },
        ),
      );
    await describeAs({ capacity: 1 });
    await expect.poll(() => marksOf(booking), soon).toEqual(['overlap']);
    const competenceId = idIn(await steward.command(of('/competences'), { name: 'Laser' }));
    await describeAs({ capacity: 2, requiredCompetences: [competenceId] });
    await expect.poll(() => marksOf(booking), soon).toEqual(['competence']);
    await describeAs({ capacity: 2 });
    const pause = { until: at(4 * DAY), reason: 'Left it dirty.' };
    idIn(await steward.command(of(`/people/${anna.memberId}/pause`), pause, { ifMatch: 0 }));
    await expect.poll(() => marksOf(booking), soon).toEqual(['membership']);
    idIn(await steward.command(of(`/people/${anna.memberId}/lift-pause`), {}, { ifMatch: 1 }));
    await expect.poll(() => marksOf(booking), soon).toEqual([]);
  });

  it('whether it is free now is answered anew, although the machine itself is as it was', async () => {
    const machineId = await app().registerMachine(steward, workshopId);
    const path = `/api/machines/${machineId}`;
    const before = await anna.get(path);
    const tag = before.headers.get('etag') ?? '';
    expect(machineView.parse(before.body).availability.answer).toBe('free');
    idIn(await steward.command(`${path}/outages`, { reason: 'Belt torn.' }));
    const after = await anna.send(path, { headers: { 'if-none-match': tag } });
    expect([after.status, after.headers.get('etag')]).toEqual([200, tag]);
    expect(machineView.parse(after.body).availability.answer).toBe('outOfOrder');
  });

  it('lasts at most 92 days, and stands in every day between', async () => {
    const machineId = await app().registerMachine(steward, workshopId);
    const bookings = `/api/machines/${machineId}/bookings`;
    const place = (days: number) => anna.command(bookings, { start: at(DAY), end: at((days + 1) * DAY) });
    expect((await place(93)).status).toBe(400);
    const id = idIn(await place(92));
    const from = at(60 * DAY).slice(0, 10);
    const { body } = await anna.get(`/api/machines/${machineId}/calendar?from=${from}&days=1`);
    expect(machineCalendarView.parse(body).bookings.map(({ bookingId }) => bookingId)).toEqual([id]);
    const inside = await anna.command(bookings, { start: at(40 * DAY), end: at(40 * DAY + HOUR) });
    expect([inside.status, inside.text.includes('overlap')]).toEqual([409, true]);
  });
});

describe('in the hours that a clock change skips or repeats', () => {
  const app = sharedApplication({ clock: () => Date.parse('2026-10-20T08:00:00Z') });

  it('bookings last as long as they last, follow each other, and show the workshop’s wall time', async () => {
    const { steward, workshopId } = await app().found();
    const machineId = await app().registerMachine(steward, workshopId);
    const bookings = `/api/machines/${machineId}/bookings`;
    // 02:30 comes twice in Berlin on that night: first in summer time, an hour later in winter time.
    const first = { start: '2026-10-25T02:30:00+02:00', end: '2026-10-25T02:30:00+01:00' };
    const second = { start: '2026-10-25T02:30:00+01:00', end: '2026-10-25T03:30:00+01:00' };
    idIn(await steward.command(bookings, first));
    idIn(await steward.command(bookings, second));
    const clash = await steward.command(bookings, {
      start: '2026-10-25T00:45:00Z',
      end: '2026-10-25T01:00:00Z',
    });
    expect(clash.status).toBe(409);
    const { body } = await steward.get(`/api/machines/${machineId}/calendar?from=2026-10-25&days=1`);
    const day = machineCalendarView.parse(body);
    expect(day.bookings.map(({ start, end }) => [start, end])).toEqual([
      ['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00'],
      ['2026-10-25T02:30:00+01:00', '2026-10-25T03:30:00+01:00'],
    ]);
    expect(Date.parse(day.days[0]?.end ?? '') - Date.parse(day.days[0]?.start ?? '')).toBe(25 * HOUR);
    const spring = await steward.get(`/api/machines/${machineId}/calendar?from=2027-03-28&days=1`);
    const short = machineCalendarView.parse(spring.body).days[0];
    expect(Date.parse(short?.end ?? '') - Date.parse(short?.start ?? '')).toBe(23 * HOUR);
  });
});
