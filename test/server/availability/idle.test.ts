import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { type IdleCapacityView, idleCapacityView } from '../../../shared/availability/idle.ts';
import type { OpeningHours } from '../../../shared/workshops/openingHours.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { idIn, type Person, someWorkshop, startApplication } from '../application.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SUNDAY = 6 * 24;
const hours: OpeningHours = {
  ...someWorkshop.openingHours,
  member: [
    { weekday: 1, opens: '09:00', closes: '12:00' },
    { weekday: 7, opens: '00:00', closes: '06:00' },
  ],
};

/** A workshop at a clock that can be moved on. */
async function workshopAt(start: number) {
  let now = start;
  const app = await startApplication({ dataDir: await temporaryFolder(), clock: () => now });
  onTestFinished(() => app.close());
  const { steward, workshopId } = await app.found({ openingHours: hours });
  const idle = async (weeks: number): Promise<IdleCapacityView> => {
    const reply = await app.nobody.get(`/api/workshops/${workshopId}/idle-capacity?weeks=${weeks}`);
    return idleCapacityView.parse(reply.body);
  };
  const book = async (who: Person, machineId: string, from: string, to: string) =>
    idIn(
      await who.command(`/api/machines/${machineId}/bookings`, {
        start: new Date(from).toISOString(),
        end: new Date(to).toISOString(),
      }),
    );
  const goOnTo = (instant: number) => {
    now = instant;
  };
  return { app, steward, workshopId, idle, book, goOnTo };
}

/** The hours of the week that are not zero, by number. */
const filled = (minutes: readonly number[] | undefined) =>
  Object.fromEntries((minutes ?? []).flatMap((value, index) => (value > 0 ? [[index, value]] : [])));

it('counts open, booked and used minutes by hour of the week, of every place', async () => {
  // Sunday 3 January 2027, noon in Berlin; told a fortnight later, over two whole weeks.
  const start = Date.UTC(2027, 0, 3, 11);
  const { app, steward, workshopId, idle, book, goOnTo } = await workshopAt(start);
  const bench = await app.registerMachine(steward, workshopId, { name: 'Bench', capacity: 2 });
  await book(steward, bench, '2027-01-04T09:30:00+01:00', '2027-01-04T11:00:00+01:00');
  await book(steward, bench, '2027-01-11T10:00:00+01:00', '2027-01-11T11:00:00+01:00');
  // Stewards come in at any time; outside the members' hours nothing was idle.
  await book(steward, bench, '2027-01-11T20:00:00+01:00', '2027-01-11T22:00:00+01:00');
  goOnTo(Date.UTC(2027, 0, 17, 11));
  const { machines, from, to, weeks } = await idle(2);
  expect({ from, to, weeks }).toEqual({ from: '2027-01-03', to: '2027-01-16', weeks: 2 });
  const [counted] = machines;
  // Two weeks of two places.
  expect(filled(counted?.open)).toEqual({
    9: 240,
    10: 240,
    11: 240,
    ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((hour) => [SUNDAY + hour, 240])),
  });
  expect(filled(counted?.booked)).toEqual({ 9: 30, 10: 120 });
  // Nobody checks in here: what was booked counts as used.
  expect(counted?.used).toEqual(counted?.booked);
});

it('has no hour that spring skips, and two of the one that autumn repeats', async () => {
  const { app, steward, workshopId, idle, goOnTo } = await workshopAt(Date.UTC(2027, 0, 3, 11));
  await app.registerMachine(steward, workshopId);
  // Clocks went forward on Sunday 28 March.
  goOnTo(Date.UTC(2027, 2, 31, 12));
  const spring = (await idle(1)).machines[0];
  expect([1, 2, 3].map((hour) => spring?.open[SUNDAY + hour])).toEqual([60, 0, 60]);
  // And back on Sunday 31 October.
  goOnTo(Date.UTC(2027, 10, 3, 12));
  const autumn = (await idle(1)).machines[0];
  expect([1, 2, 3].map((hour) => autumn?.open[SUNDAY + hour])).toEqual([60, 120, 60]);
});

it('leaves out the time in which a machine was out, and counts the hours without doors of one that runs alone', async () => {
  const monday = Date.UTC(2027, 0, 4, 8);
  const { app, steward, workshopId, idle, goOnTo } = await workshopAt(monday);
  const saw = await app.registerMachine(steward, workshopId, { name: 'Saw' });
  await app.registerMachine(steward, workshopId, { name: 'Tower', mayRunUnattended: true });
  const outages = `/api/machines/${saw}/outages`;
  const declared = await steward.command(outages, { reason: 'The blade is bent.' });
  goOnTo(monday + 2 * HOUR + 30 * 60_000);
  const { revision } = z.looseObject({ revision: z.int() }).parse(declared.body);
  idIn(
    await steward.command(
      `${outages}/${idIn(declared)}/end`,
      { note: 'A new blade.' },
      { ifMatch: revision },
    ),
  );
  goOnTo(monday + 7 * DAY);
  const { machines } = await idle(1);
  // Out from nine to half past eleven.
  expect(filled(machines[0]?.open.slice(0, 24))).toEqual({ 11: 30 });
  expect(machines[1]?.open.every((minutes) => minutes === 60)).toBe(true);
});

it('says nothing about anybody', async () => {
  const { app, steward, workshopId, book, goOnTo } = await workshopAt(Date.UTC(2027, 0, 3, 11));
  const machineId = await app.registerMachine(steward, workshopId);
  const bookingId = await book(steward, machineId, '2027-01-04T09:30:00+01:00', '2027-01-04T11:00:00+01:00');
  goOnTo(Date.UTC(2027, 0, 17, 11));
  const { text } = await steward.get(`/api/workshops/${workshopId}/idle-capacity`);
  for (const secret of [steward.memberId, steward.name, bookingId]) expect(text).not.toContain(secret);
});
