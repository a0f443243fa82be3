import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { entriesOfMachine, entriesOfMember, entryById } from '../../server/calendars/queries.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-26T12:00:00.000Z');
const text = (hours: number) => new Date(NOON + hours * HOUR).toISOString();

/** A calendar whose events are written straight into the log: what makes them is tested elsewhere. */
describe('what stands in a calendar', () => {
  const app = sharedApplication();
  const [workshopId, machineId, anna, ben] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const commandHash = 'a'.repeat(64);

  async function record(events: [type: string, version: number, data: Record<string, unknown>][]) {
    const appended = await app().parts.store.append(
      `calendar-${machineId}`,
      events.map(([type, version, data]) => ({
        id: randomUUID(),
        type,
        data: JSON.parse(JSON.stringify(data)),
        metadata: { at: text(-24), actor: 'operator', commandId: randomUUID(), commandHash, version },
      })),
      'any',
    );
    if (appended.outcome !== 'appended') throw new Error(appended.outcome);
    expect(await app().views.reached(appended.position, 5_000)).toBe(true);
  }
  const times = { start: text(0), end: text(2) };
  const decided = { awaits: [] as string[], answerBy: null, overridden: null };
  async function placed(over: Record<string, unknown> = {}) {
    const bookingId = randomUUID();
    const whose = { bookingId, machineId, workshopId, memberId: anna };
    const rest = { purposeId: null, supervisorId: null, seriesId: null, holdId: null, walkUp: false };
    await record([['BookingPlaced', 2, { ...whose, ...times, ...rest, ...decided, ...over }]]);
    return whose;
  }
  const entry = (bookingId: string) => entryById(app().parts.views, bookingId);
  /** The entry after a change, which calendars elsewhere take over only if its sequence has risen. */
  const entryAfter = async (bookingId: string, change: Parameters<typeof record>[0]) => {
    const before = entry(bookingId)?.sequence ?? -1;
    await record(change);
    const after = entry(bookingId);
    expect(after?.sequence).toBeGreaterThan(before);
    return after;
  };

  beforeAll(async () => {
    expect(await app().parts.store.head()).toBeNull();
  });

  it('is tentative until everybody who was asked has agreed', async () => {
    const whose = await placed({ awaits: ['approval', 'supervision'], answerBy: text(-2) });
    const changed = (granted: string) =>
      entryAfter(whose.bookingId, [['BookingConfirmed', 1, { ...whose, granted }]]);
    expect(entry(whose.bookingId)).toMatchObject({ status: 'tentative' });
    expect(await changed('supervision')).toMatchObject({ status: 'tentative' });
    expect(await changed('approval')).toMatchObject({ status: 'confirmed' });
  });

  it.each([
    ['BookingDeclined', 1, { declined: 'approval', reasonId: null }],
    ['BookingLapsed', 1, {}],
    ['BookingCancelled', 2, { late: false }],
    ['BookingMissed', 1, {}],
  ])('is cancelled by %s, and stands again when reinstated', async (type, version, data) => {
    const whose = await placed();
    const changed = (...change: [string, number, Record<string, unknown>]) =>
      entryAfter(whose.bookingId, [change]);
    expect(await changed(type, version, { ...whose, ...data })).toMatchObject({ status: 'cancelled' });
    expect(await changed('BookingReinstated', 1, whose)).toMatchObject({ status: 'confirmed' });
  });

  it('passes with the booking to its new holder', async () => {
    const whose = await placed();
    await record([['BookingPassed', 1, { ...whose, toMemberId: ben }]]);
    const within = { start: NOON, end: NOON + HOUR };
    const ids = (memberId: string) =>
      entriesOfMember(app().parts.views, memberId, within).map(({ entryId }) => entryId);
    expect(ids(ben)).toEqual([whose.bookingId]);
    expect(ids(anna)).not.toContain(whose.bookingId);
  });

  it('ends when use ended, but never before it began', async () => {
    const stop = { via: 'person', replayed: false, estimated: false, readings: [], noteId: null };
    const rest = { ...stop, condition: null, missing: [], photographs: [] };
    const early = await placed();
    const started = { at: text(0), via: 'person', replayed: false, contradicts: [] };
    await record([
      ['UseStarted', 1, { ...early, ...started }],
      ['UseStopped', 1, { ...early, ...rest, at: text(1) }],
    ]);
    expect(entry(early.bookingId)).toMatchObject({ end: NOON + HOUR });
    const before = await placed();
    await record([['UseStopped', 1, { ...before, ...rest, at: text(-1) }]]);
    expect(entry(before.bookingId)).toMatchObject({ end: NOON + 2 * HOUR });
  });

  it('also holds what the workshop keeps for itself, until it is lifted', async () => {
    const reservationId = randomUUID();
    const kept = { reservationId, machineId, workshopId };
    const reserved = { ...kept, ...times, purposeId: randomUUID(), reservedBy: anna };
    await record([['TimeReserved', 1, reserved]]);
    const here = () =>
      entriesOfMachine(app().parts.views, machineId, { start: NOON, end: NOON + HOUR }).find(
        ({ entryId }) => entryId === reservationId,
      );
    expect(here()).toMatchObject({ memberId: null, status: 'confirmed' });
    await record([['ReservationLifted', 1, kept]]);
    expect(here()).toBeUndefined();
  });
});
