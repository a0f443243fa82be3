import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { foldedTimeline, unfolded } from '../../../shared/bookings/timeline.ts';
import { bookingView, machineCalendarView, myBookingsView } from '../../../shared/bookings/views.ts';
import { commandReply } from '../../../shared/commandReply.ts';
import { NO_BOOKING_RULES } from '../../../shared/machines/bookingRules.ts';
import { labelView, machineHistory, machineList, machineView } from '../../../shared/machines/views.ts';
import { zonedText } from '../../../shared/workshops/zonedText.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { idIn, startApplication } from '../application.ts';
import type { Caller, Reply } from '../caller.ts';
import { at, iso } from './someCalendar.ts';

const HOUR = 3_600_000;
const BERLIN = 'Europe/Berlin';
const realToday = Temporal.Now.plainDateISO(BERLIN);
/** The next Monday: sessions end by the real clock, so the standing one must not be far from it. */
const MONDAY = realToday.add({ days: 8 - realToday.dayOfWeek });
/** `2026-11-25 10:00` for the Monday's day after next. */
const on = (days: number, time: string) => `${MONDAY.add({ days })} ${time}`;
/** The same as the program writes it, with its offset. */
const wall = (days: number, time: string) => zonedText(at(on(days, time)), BERLIN);
/** The Sunday of next year on which clocks go back in Berlin, the last of October, and the Monday after it. */
const endOfOctober = Temporal.PlainDate.from({ year: MONDAY.year + 1, month: 10, day: 31 });
const LONG_SUNDAY = endOfOctober.subtract({ days: endOfOctober.dayOfWeek % 7 });
const AFTER = LONG_SUNDAY.add({ days: 1 });

/** The program at a standing clock: that Monday, eight in the morning in Berlin. */
async function workshopOnMonday() {
  let clock = at(on(0, '08:00'));
  const app = await startApplication({ dataDir: await temporaryFolder(), clock: () => clock });
  onTestFinished(() => app.close());
  const { steward, workshopId } = await app.found();
  const [anna, stranger] = await Promise.all([app.person('Anna'), app.person('Sam')]);
  await app.join(anna, workshopId);
  const machineId = await app.registerMachine(steward, workshopId);
  const path = `/api/machines/${machineId}`;
  const book = async (who: Caller, start: string, end: string, purpose?: string) =>
    idIn(
      await who.command(`${path}/bookings`, {
        start: iso(at(start)),
        end: iso(at(end)),
        ...(purpose ? { purpose } : {}),
      }),
    );
  const goOnTo = (wallTime: string) => {
    clock = at(wallTime);
  };
  return { app, steward, anna, stranger, workshopId, machineId, path, book, goOnTo };
}

/** Asks until the answer is as expected, ten seconds at most. */
async function eventually<Body>(ask: () => Promise<Body>, isSo: (body: Body) => boolean): Promise<Body> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const body = await ask();
    if (isSo(body) || Date.now() > deadline) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const revisionOf = (reply: Reply) => Number(reply.headers.get('etag')?.replaceAll('"', ''));
const undoOf = (reply: Reply) => {
  const { undo } = commandReply.parse(reply.body);
  if (undo === null) throw new Error('there is no undo');
  return undo;
};
const undone = (who: Caller, reply: Reply) => {
  const { method, path, body, ifMatch } = undoOf(reply);
  const verb = z.enum(['POST', 'PUT', 'DELETE']).parse(method.toUpperCase());
  return who.command(path, body, { method: verb, ifMatch: Number(ifMatch?.replaceAll('"', '')) });
};

describe('calendars', () => {
  test('show wall time of the workshop, and 25 hours on the day that has them', async () => {
    const { anna, workshopId, path, book } = await workshopOnMonday();
    await book(anna, `${LONG_SUNDAY} 10:00`, `${LONG_SUNDAY} 12:00`, 'A bowl');
    const { body } = await anna.get(`${path}/calendar?from=${LONG_SUNDAY}&days=2`);
    const calendar = machineCalendarView.parse(body);
    expect(calendar.days.map(({ start, end }) => [start, end])).toEqual([
      [`${LONG_SUNDAY}T00:00:00+02:00`, `${AFTER}T00:00:00+01:00`],
      [`${AFTER}T00:00:00+01:00`, `${AFTER.add({ days: 1 })}T00:00:00+01:00`],
    ]);
    expect(calendar.bookings).toMatchObject([
      { start: `${LONG_SUNDAY}T10:00:00+01:00`, purpose: 'A bowl', mine: true },
    ]);
    const timeline = unfolded(
      foldedTimeline.parse(
        (await anna.get(`/api/workshops/${workshopId}/timeline?from=${LONG_SUNDAY}`)).body,
      ),
    );
    expect(timeline.machines[0]?.bookings).toEqual(calendar.bookings);
    expect(timeline.days).toHaveLength(1);
  });

  test('tell holder and purpose to the people of the workshop only', async () => {
    const { app, anna, steward, stranger, path, book } = await workshopOnMonday();
    const id = await book(anna, on(0, '10:00'), on(0, '12:00'), 'A bowl');
    const seenBy = async (who: Caller) => bookingView.parse((await who.get(`${path}/bookings/${id}`)).body);
    expect(await seenBy(steward)).toMatchObject({ holder: { name: 'Anna' }, purpose: 'A bowl', mine: false });
    for (const outsider of [stranger, app.nobody]) {
      expect(await seenBy(outsider)).toMatchObject({ holder: null, purpose: null, mine: false });
      expect((await outsider.get(`${path}/calendar`)).text).not.toMatch(/Anna|bowl/);
      expect((await outsider.get(`${path}/history`)).text).not.toMatch(/Anna|bowl/);
    }
  });

  test('my bookings are mine, cancelled ones too', async () => {
    const { anna, steward, path, book } = await workshopOnMonday();
    const id = await book(anna, on(0, '10:00'), on(0, '12:00'));
    await book(steward, on(0, '12:00'), on(0, '13:00'));
    await anna.command(`${path}/bookings/${id}/cancel`, {}, { ifMatch: 0 });
    const mine = myBookingsView.parse((await anna.get('/api/me/bookings')).body).bookings;
    expect(mine).toMatchObject([{ bookingId: id, status: 'cancelled', mine: true }]);
    const later = `/api/me/bookings?from=${iso(at(on(1, '00:00')))}`;
    expect(myBookingsView.parse((await anna.get(later)).body).bookings).toEqual([]);
  });
});

describe('changing a booking', () => {
  test('moving, resizing and cancelling are undone as their answers say', async () => {
    const { anna, path, book } = await workshopOnMonday();
    const id = await book(anna, on(0, '10:00'), on(0, '12:00'));
    const booking = `${path}/bookings/${id}`;
    const current = async () => bookingView.parse((await anna.get(booking)).body);
    const before = await current();
    for (const [action, body] of [
      ['move', { start: iso(at(on(0, '14:00'))), end: iso(at(on(0, '16:00'))) }],
      ['resize', { start: iso(at(on(0, '10:00'))), end: iso(at(on(0, '11:00'))) }],
      ['cancel', {}],
    ] as const) {
      const { revision } = await current();
      const done = await anna.command(`${booking}/${action}`, body, { ifMatch: revision });
      expect(done.status).toBe(200);
      expect(await current()).not.toEqual({ ...before, revision: revisionOf(done) });
      const back = await undone(anna, done);
      expect(back.status).toBe(200);
      expect(await current()).toEqual({ ...before, revision: revisionOf(back) });
    }
  });

  test('after it was over, what really happened is written down', async () => {
    const { anna, steward, path, book, goOnTo } = await workshopOnMonday();
    const id = await book(anna, on(0, '10:00'), on(0, '12:00'));
    goOnTo(on(0, '15:00'));
    const body = {
      start: iso(at(on(0, '10:00'))),
      end: iso(at(on(0, '14:00'))),
      note: 'Took longer',
    };
    const done = await anna.command(`${path}/bookings/${id}/correct`, body, { ifMatch: 0 });
    expect(done.status).toBe(200);
    expect(bookingView.parse((await anna.get(`${path}/bookings/${id}`)).body).end).toBe(wall(0, '14:00'));
    expect((await steward.get(`${path}/history`)).text).toContain('Took longer');
    goOnTo(on(15, '15:00'));
    const late = await anna.command(`${path}/bookings/${id}/correct`, body, { ifMatch: revisionOf(done) });
    expect(late).toMatchObject({ status: 409, body: { objections: [{ rule: 'tooLate' }] } });
  });
});

describe('"can I use it now?"', () => {
  test('is answered for each by the rules that decide', async () => {
    const { app, anna, steward, stranger, path, book, goOnTo } = await workshopOnMonday();
    const answerTo = async (who: Caller) => (await who.get(`${path}/availability`)).body;
    expect(await answerTo(anna)).toEqual({ answer: 'free', until: null });
    await book(anna, on(0, '10:00'), on(0, '12:00'));
    expect(await answerTo(steward)).toEqual({ answer: 'free', until: wall(0, '10:00') });
    expect(await answerTo(app.nobody)).toEqual({ answer: 'signIn', freeNow: true });
    expect(await answerTo(stranger)).toMatchObject({
      answer: 'notYou',
      objections: [{ rule: 'membership' }],
      nearest: null,
    });
    goOnTo(on(0, '10:30'));
    expect(await answerTo(anna)).toMatchObject({ answer: 'yours', until: wall(0, '12:00') });
    expect(await answerTo(steward)).toEqual({
      answer: 'taken',
      freeAt: wall(0, '12:00'),
      mayWait: true,
      overrun: null,
    });
    expect(await answerTo(app.nobody)).toEqual({ answer: 'signIn', freeNow: false });
    const free = async (who: Caller) =>
      machineList.parse((await who.get('/api/machines?free=now')).body).machines;
    expect(await free(steward)).toEqual([]);
    goOnTo(on(0, '12:00'));
    expect(await free(steward)).toHaveLength(1);
    const oneADay = { ...NO_BOOKING_RULES, maximumPerDay: 1 };
    const ifMatch = revisionOf(await steward.get(path));
    await steward.command(`${path}/rules`, oneADay, { method: 'PUT', ifMatch });
    expect(await answerTo(steward)).toEqual({ answer: 'free', until: null });
    // What she had this morning counts.
    expect(await answerTo(anna)).toMatchObject({ answer: 'notYou', objections: [{ rule: 'perDay' }] });
  });
});

describe('an outage', () => {
  test('marks what it hits, tells the holder, and takes the mark back', async () => {
    const { anna, steward, stranger, path, book } = await workshopOnMonday();
    const id = await book(anna, on(0, '10:00'), on(0, '12:00'));
    const unhurt = await book(anna, on(2, '10:00'), on(2, '12:00'));
    const end = iso(at(on(1, '08:00')));
    const declared = await steward.command(`${path}/outages`, { end, reason: 'Lens cracked' });
    expect(declared.status).toBe(201);
    const marksOf = async (bookingId: string) =>
      bookingView.parse((await anna.get(`${path}/bookings/${bookingId}`)).body).marks;
    expect(
      await eventually(
        () => marksOf(id),
        (marks) => marks.length > 0,
      ),
    ).toEqual(['outage']);
    expect(await marksOf(unhurt)).toEqual([]);
    const told = await eventually(
      () => anna.get('/api/me/notices'),
      ({ text }) => text.includes('BookingMarked'),
    );
    expect(told.text).toContain(id);
    const out = { answer: 'outOfOrder', kind: 'outOfOrder', until: wall(1, '08:00') };
    expect((await anna.get(`${path}/availability`)).body).toEqual({ ...out, reason: 'Lens cracked' });
    expect((await stranger.get(`${path}/availability`)).body).toEqual({ ...out, reason: null });
    expect((await undone(steward, declared)).status).toBe(200);
    expect(
      await eventually(
        () => marksOf(id),
        (marks) => marks.length === 0,
      ),
    ).toEqual([]);
  });
});

describe('a machine', () => {
  test('is found by its label and its words, described, retired and brought back', async () => {
    const { anna, steward, machineId, path } = await workshopOnMonday();
    const seen = async () => machineView.parse((await steward.get(path)).body);
    const { labelCode: code, revision, ...first } = await seen();
    expect(labelView.parse((await anna.get(`/api/labels/${code.toLowerCase()}`)).body)).toEqual({
      machineId,
    });
    expect(machineList.parse((await anna.get('/api/machines?q=lAsEr')).body).machines).toHaveLength(1);
    expect(machineList.parse((await anna.get('/api/machines?q=kiln')).body).machines).toEqual([]);
    const { name: _, ...rest } = {
      name: '',
      kind: first.kind,
      maker: null,
      model: null,
      dangers: [],
      capacity: 2,
      requiredCompetences: [],
      mayRunUnattended: true,
    };
    const described = await steward.command(
      `${path}/description`,
      { name: 'Big laser', ...rest },
      { method: 'PUT', ifMatch: revision },
    );
    expect(await seen()).toMatchObject({ name: 'Big laser', capacity: 2, mayRunUnattended: true });
    expect((await undone(steward, described)).status).toBe(200);
    expect(await seen()).toMatchObject({ name: first.name, capacity: 1 });
    const retired = await steward.command(`${path}/retire`, { reason: 'Too old' }, { ifMatch: 2 });
    expect(await seen()).toMatchObject({ retired: true, availability: { answer: 'retired' } });
    expect((await undone(steward, retired)).status).toBe(200);
    expect(await seen()).toMatchObject({ retired: false });
    expect((await anna.command(`${path}/retire`, {}, { ifMatch: 4 })).status).toBe(403);
  });

  test('tells its story page by page, newest first, each event once', async () => {
    const { anna, machineId, path } = await workshopOnMonday();
    const start = at(on(1, '00:00'));
    for (let hour = 0; hour < 60; hour++) {
      const slot = { start: iso(start + hour * HOUR), end: iso(start + (hour + 1) * HOUR) };
      expect((await anna.command(`${path}/bookings`, slot)).status).toBe(201);
    }
    const entries: z.infer<typeof machineHistory>['entries'] = [];
    for (let before: string | null = ''; before !== null; ) {
      const page = machineHistory.parse(
        (await anna.get(`${path}/history${before && `?before=${before}`}`)).body,
      );
      entries.push(...page.entries);
      before = page.next;
    }
    expect(entries).toHaveLength(61);
    expect(new Set(entries.map(({ stream, revision }) => `${stream}@${revision}`)).size).toBe(61);
    expect(entries.at(-1)).toMatchObject({
      type: 'MachineRegistered',
      stream: `machine-${machineId}`,
      text: 'Laser cutter',
    });
    expect(entries[0]).toMatchObject({ type: 'BookingPlaced', by: 'Anna', revision: 59 });
    expect((await anna.get(`${path}/history?before=1.x`)).status).toBe(400);
  });
});
