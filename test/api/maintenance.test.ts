import { beforeAll, describe, expect, it } from 'vitest';
import { maintenanceView } from '../../shared/machines/careViews.ts';
import type { OpeningHours } from '../../shared/workshops/openingHours.ts';
import { idIn, type Person } from '../server/application.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
/** A Monday, eight in the morning in Bamberg. */
const BEGIN = Date.parse('2026-06-15T06:00:00.000Z');
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
const openingHours: OpeningHours = {
  visitor: [],
  member: weekdays,
  host: weekdays,
  steward: 'always',
  holidays: [],
};

describe('maintenance', () => {
  let now = BEGIN;
  const app = sharedApplication({ clock: () => now });
  let steward: Person;
  let workshopId: string;
  const at = (hours: number) => new Date(BEGIN + hours * HOUR).toISOString();
  const planned = async (plan: object, description: object = {}) => {
    const machineId = await app().registerMachine(steward, workshopId, description);
    const path = `/api/machines/${machineId}`;
    const planId = idIn(await steward.command(`${path}/maintenance-plans`, plan));
    const read = async () => {
      const [found] = maintenanceView.parse((await steward.get(`${path}/maintenance`)).body).plans;
      if (found?.planId !== planId) throw new Error('the plan is not shown');
      return found;
    };
    return { path, planId, read };
  };

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found({ openingHours }));
  });

  it('by hours of use counts what was booked where nobody checks in, as far as it is past', async () => {
    now = BEGIN;
    const interval = { by: 'hours', hours: 10 };
    const { path, read } = await planned({ name: 'Grease', interval, durationMinutes: 60 });
    for (const start of [2, 8, 30]) {
      idIn(await steward.command(`${path}/bookings`, { start: at(start), end: at(start + 3) }));
    }
    expect(await read()).toMatchObject({ state: 'later', remaining: 10, proposed: null });
    now = BEGIN + 9 * HOUR;
    expect(await read()).toMatchObject({ state: 'later', remaining: 6 });
    now = BEGIN + 40 * HOUR;
    expect(await read()).toMatchObject({ state: 'soon', remaining: 1 });
  });

  it('that is due fits between bookings, inside the opening hours', async () => {
    now = BEGIN;
    const interval = { by: 'calendar', days: 10, from: '2026-06-01' };
    const { path, read } = await planned({ name: 'Oil', interval, durationMinutes: 240 });
    // Open 9 to 17; taken 12 to 14: no four hours are left today, nor outside.
    idIn(await steward.command(`${path}/bookings`, { start: at(4), end: at(6) }));
    expect((await read()).proposed).toMatchObject({
      start: '2026-06-16T09:00:00+02:00',
      end: '2026-06-16T13:00:00+02:00',
    });
  });

  it('that lasts longer than the workshop is open begins when it opens', async () => {
    now = BEGIN;
    const interval = { by: 'calendar', days: 10, from: '2026-06-01' };
    const { read } = await planned({ name: 'Paint', interval, durationMinutes: 720 });
    expect((await read()).proposed?.start).toBe('2026-06-15T09:00:00+02:00');
  });

  it('by a meter counts from what it read when it was last done', async () => {
    now = BEGIN;
    const meters = [{ name: 'Pages', unit: 'pages' }];
    const interval = { by: 'meter', meter: 'Pages', amount: 1000 };
    const plan = { name: 'Rollers', interval, durationMinutes: 30 };
    const { path, planId, read } = await planned(plan, { meters });
    expect(await read()).toMatchObject({ state: 'later', reading: null, dueAtReading: null });
    const done = (reading: number, ifMatch: number) =>
      steward.command(`${path}/maintenance-plans/${planId}/done`, { minutes: 20, reading }, { ifMatch });
    expect((await done(5000, (await read()).revision)).status).toBe(200);
    expect(await read()).toMatchObject({ reading: 5000, dueAtReading: 6000, remaining: 1000 });
    expect((await done(4999, (await read()).revision)).status).toBe(409);
  });
});
