import { describe, expect, it, onTestFinished } from 'vitest';
import { type FreeView, freeView } from '../../../shared/availability/free.ts';
import type { OpeningHours } from '../../../shared/workshops/openingHours.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { idIn, type Person, someWorkshop, startApplication } from '../application.ts';

const MONDAY_EIGHT = Date.UTC(2027, 0, 4, 7);
const nineToFive = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
const openingHours: OpeningHours = { ...someWorkshop.openingHours, member: nineToFive };
const HOBART = { address: 'Wharf 1, Hobart', latitude: -42.88, longitude: 147.33 };

/** Two workshops at the ends of the earth; the clock stands at a Monday, eight in Berlin and 18 in Hobart. */
async function twoWorkshops() {
  const app = await startApplication({ dataDir: await temporaryFolder(), clock: () => MONDAY_EIGHT });
  onTestFinished(() => app.close());
  const { steward, workshopId: berlin } = await app.found({ openingHours });
  const far = { ...someWorkshop, name: 'Derwent', timeZone: 'Australia/Hobart', place: HOBART, openingHours };
  const hobart = idIn(await steward.command('/api/workshops', far));
  const anna = await app.person('Anna');
  await app.join(anna, berlin);
  await app.join(anna, hobart);
  const ask = async (who: Person, query: string): Promise<FreeView> => {
    const reply = await who.get(`/api/free?${query}`);
    expect([reply.status, reply.text]).toEqual([200, reply.text]);
    return freeView.parse(reply.body);
  };
  return { app, steward, anna, berlin, hobart, ask };
}

const told = ({ machines }: FreeView) =>
  machines.map(({ name, gaps }) => `${name} ${gaps[0]?.start ?? 'never'}`);

describe('what is free', () => {
  it('is told across workshops and zones, each in its own time, the soonest first and then the nearest', async () => {
    const { app, steward, anna, berlin, hobart, ask } = await twoWorkshops();
    await app.registerMachine(steward, berlin, { name: 'Near' });
    await app.registerMachine(steward, hobart, { name: 'Far' });
    const night = await app.registerMachine(steward, berlin, { name: 'Night', mayRunUnattended: true });
    const view = await ask(anna, 'minutes=120&from=2027-01-04&near=49.9,10.9');
    expect(told(view)).toEqual([
      'Night 2027-01-04T08:00:00+01:00',
      'Near 2027-01-04T09:00:00+01:00',
      'Far 2027-01-05T09:00:00+11:00',
    ]);
    expect(view.machines.map(({ metres }) => metres === 0)).toEqual([true, true, false]);
    expect(view.machines[1]?.gaps).toEqual(
      [4, 5, 6].map((day) => ({
        start: `2027-01-0${day}T09:00:00+01:00`,
        end: `2027-01-0${day}T11:00:00+01:00`,
        until: `2027-01-0${day}T17:00:00+01:00`,
      })),
    );
    expect((await ask(anna, `machine=${night}`)).machines).toHaveLength(1);
    expect(told(await ask(anna, `workshop=${hobart}`))).toEqual(['Far 2027-01-05T09:00:00+11:00']);
    expect((await ask(anna, 'kind=saw')).machines).toEqual([]);
  });

  it('is what can be booked: the first gap is accepted, and then it is gone', async () => {
    const { app, steward, anna, berlin, ask } = await twoWorkshops();
    const machineId = await app.registerMachine(steward, berlin);
    const first = async () => (await ask(anna, `machine=${machineId}&minutes=240`)).machines[0]?.gaps[0];
    const gap = await first();
    if (!gap) throw new Error('no gap');
    idIn(await anna.command(`/api/machines/${machineId}/bookings`, { start: gap.start, end: gap.end }));
    expect(await first()).toEqual({
      start: '2027-01-04T13:00:00+01:00',
      end: '2027-01-04T17:00:00+01:00',
      until: '2027-01-04T17:00:00+01:00',
    });
  });

  it('tells last what one may not use, with the reason and when one can learn it', async () => {
    const { app, steward, anna, berlin, ask } = await twoWorkshops();
    const of = (path: string) => `/api/workshops/${berlin}${path}`;
    const competenceId = idIn(await steward.command(of('/competences'), { name: 'Laser' }));
    idIn(
      await steward.command(of('/appointments'), {
        memberId: steward.memberId,
        role: 'trainer',
        competenceId,
      }),
    );
    const session = { start: '2027-01-07T17:00:00Z', end: '2027-01-07T19:00:00Z', places: 3 };
    const inductionId = idIn(
      await steward.command(of('/inductions'), { competenceId, machineId: null, ...session }),
    );
    await app.registerMachine(steward, berlin, { name: 'Asking', requiredCompetences: [competenceId] });
    await app.registerMachine(steward, berlin, { name: 'Open' });
    const { machines } = await ask(anna, 'days=2');
    expect(machines.map(({ name, gaps }) => [name, gaps.length])).toEqual([
      ['Open', 2],
      ['Asking', 0],
    ]);
    expect(machines[1]?.objections.map(({ rule }) => rule)).toContain('competence');
    expect(machines[1]?.inductions).toEqual([
      {
        inductionId,
        workshopId: berlin,
        workshopName: someWorkshop.name,
        competence: 'Laser',
        start: '2027-01-07T18:00:00+01:00',
        placesLeft: 3,
      },
    ]);
    expect(told(await ask(anna, `competence=${competenceId}`))).toEqual(['Asking never']);
    const answer = await anna.get(`/api/machines/${machines[1]?.machineId}/availability`);
    const learnt = { inductionId, competence: 'Laser', start: '2027-01-07T18:00:00+01:00', placesLeft: 3 };
    expect(answer.body).toMatchObject({ answer: 'notYou', inductions: [learnt] });
  });

  it('is asked by somebody who is signed in, about days and places that there are', async () => {
    const { app, anna } = await twoWorkshops();
    expect((await app.nobody.get('/api/free')).status).toBe(401);
    for (const query of ['near=here', 'near=99,0', 'minutes=0', 'from=2027-02-30', 'days=99', 'kind=spoon'])
      expect([query, (await anna.get(`/api/free?${query}`)).status]).toEqual([query, 400]);
  });
});
