import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bookingView } from '../../shared/bookings/views.ts';
import { commandReply } from '../../shared/commandReply.ts';
import { noticeView } from '../../shared/members/views.ts';
import { personView, workshopView } from '../../shared/workshops/views.ts';
import { idIn, type Person, someWorkshop } from '../server/application.ts';
import { sharedApplication } from './shared.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (milliseconds: number) =>
  new Date(Math.ceil(Date.now() / HOUR) * HOUR + milliseconds).toISOString();
const soon = { timeout: 8000 };

describe('a competence of another workshop', () => {
  const app = sharedApplication();
  let steward: Person;
  let anna: Person;
  let here: string;
  let there: string;
  let ours: string;
  let theirs: string;
  let machineId: string;
  const recognition = () => ({ competenceId: theirs, as: ours });
  const book = (start: number, dryRun = false) =>
    anna.command(
      `/api/machines/${machineId}/bookings`,
      { start: at(start), end: at(start + HOUR) },
      { dryRun },
    );

  beforeAll(async () => {
    ({ steward, workshopId: here } = await app().found());
    there = idIn(await steward.command('/api/workshops', { ...someWorkshop, name: 'Over there' }));
    anna = await app().person('Anna');
    for (const workshopId of [here, there]) await app().join(anna, workshopId);
    ours = idIn(await steward.command(`/api/workshops/${here}/competences`, { name: 'Laser' }));
    theirs = idIn(await steward.command(`/api/workshops/${there}/competences`, { name: 'Cutter' }));
    const office = { memberId: steward.memberId, role: 'trainer', competenceId: theirs };
    idIn(await steward.command(`/api/workshops/${there}/appointments`, office));
    const grant = `/api/workshops/${there}/people/${anna.memberId}/competences`;
    idIn(await steward.command(grant, { competenceId: theirs, until: null }));
    machineId = await app().registerMachine(steward, here, { requiredCompetences: [ours] });
  });

  it('counts by one’s own decision alone, and no longer once it is recalled: bookings are marked at once', async () => {
    expect((await book(DAY, true)).text).toContain('competence');
    const recognised = await steward.command(`/api/workshops/${here}/recognitions`, recognition());
    const { undo } = commandReply.parse(recognised.body);
    expect(undo?.path).toBe(`/api/workshops/${here}/recognitions/recall`);
    const view = workshopView.parse((await anna.get(`/api/workshops/${here}`)).body);
    expect(view.recognitions).toEqual([
      { ...recognition(), competenceName: 'Cutter', workshopId: there, workshopName: 'Over there' },
    ]);
    const booking = `/api/machines/${machineId}/bookings/${idIn(await book(DAY))}`;
    const marks = async () => bookingView.parse((await anna.get(booking)).body).marks;
    idIn(await steward.command(`/api/workshops/${here}/recognitions/recall`, recognition()));
    await expect.poll(marks, soon).toEqual(['competence']);
    idIn(await steward.command(`/api/workshops/${here}/recognitions`, recognition()));
    await expect.poll(marks, soon).toEqual([]);
  });

  it('that is withdrawn there no longer counts here', async () => {
    const booking = `/api/machines/${machineId}/bookings/${idIn(await book(2 * DAY))}`;
    const marks = async () => bookingView.parse((await anna.get(booking)).body).marks;
    const people = `/api/workshops/${there}/people/${anna.memberId}/competences`;
    const reason = 'The lid stood open.';
    idIn(await steward.command(`${people}/withdraw`, { competenceId: theirs, reason }));
    await expect.poll(marks, soon).toEqual(['competence']);
    expect((await book(3 * DAY, true)).text).toContain('competence');
    idIn(await steward.command(people, { competenceId: theirs, until: null }));
    await expect.poll(marks, soon).toEqual([]);
  });

  it('does not pass on: what that workshop recognises is its own affair', async () => {
    const third = idIn(await steward.command('/api/workshops', { ...someWorkshop, name: 'Third' }));
    const last = idIn(await steward.command(`/api/workshops/${third}/competences`, { name: 'Beam' }));
    const office = { memberId: steward.memberId, role: 'trainer', competenceId: last };
    idIn(await steward.command(`/api/workshops/${third}/appointments`, office));
    const ben = await app().person('Ben');
    for (const workshopId of [here, third]) await app().join(ben, workshopId);
    const grant = `/api/workshops/${third}/people/${ben.memberId}/competences`;
    idIn(await steward.command(grant, { competenceId: last, until: null }));
    const passed = { competenceId: last, as: theirs };
    idIn(await steward.command(`/api/workshops/${there}/recognitions`, passed));
    const times = { start: at(5 * DAY), end: at(5 * DAY + HOUR) };
    const refused = await ben.command(`/api/machines/${machineId}/bookings`, times);
    expect(refused.text).toContain('competence');
  });

  it('is recognised by stewards, who recognise no competence of their own workshop', async () => {
    const path = `/api/workshops/${here}/recognitions`;
    expect((await anna.command(path, recognition())).status).toBe(403);
    expect((await steward.command(path, { competenceId: ours, as: ours })).text).toContain('foreign');
  });

  it('lasts as long as it is good for where nobody says otherwise', async () => {
    const { competences } = workshopView.parse((await steward.get(`/api/workshops/${there}`)).body);
    const [cutter] = competences;
    const path = `/api/workshops/${there}/competences/${theirs}/validity`;
    const put = { method: 'PUT', ifMatch: cutter?.revision ?? 0 } as const;
    expect((await steward.command(path, { months: 6 }, put)).status).toBe(200);
    const carl = await app().person('Carl');
    await app().join(carl, there);
    const grant = `/api/workshops/${there}/people/${carl.memberId}/competences`;
    idIn(await steward.command(grant, { competenceId: theirs }));
    const people = z
      .object({ people: z.array(personView) })
      .parse((await steward.get(`/api/workshops/${there}/people`)).body).people;
    const [held] = people.find(({ memberId }) => memberId === carl.memberId)?.competences ?? [];
    const days = (Date.parse(held?.until ?? '') - Date.now()) / DAY;
    expect(days).toBeGreaterThan(180);
    expect(days).toBeLessThan(186);
  });
});

describe('a pause', () => {
  const app = sharedApplication();

  it('says what it stops, and is reviewed by a second steward, of which the person hears', async () => {
    const { steward, workshopId } = await app().found();
    const [second, anna] = await Promise.all([app().person('Sven'), app().person('Anna')]);
    for (const person of [second, anna]) await app().join(person, workshopId);
    const office = { memberId: second.memberId, role: 'steward', competenceId: null };
    idIn(await steward.command(`/api/workshops/${workshopId}/appointments`, office));
    const about = `/api/workshops/${workshopId}/people/${anna.memberId}`;
    const seen = async () =>
      z
        .object({ people: z.array(personView) })
        .parse((await second.get(`/api/workshops/${workshopId}/people`)).body)
        .people.find(({ memberId }) => memberId === anna.memberId);
    const revision = async () => (await seen())?.revision ?? 0;
    const pause = { until: at(9 * DAY), reason: 'Left the kiln alone.', what: ['loans', 'starts'] };
    idIn(await steward.command(`${about}/pause`, pause, { ifMatch: await revision() }));
    expect((await seen())?.pause).toMatchObject({
      what: ['loans', 'starts'],
      pausedBy: steward.memberId,
      upheld: null,
    });
    const review = async (by: Person, upheld: boolean) =>
      by.command(`${about}/review-pause`, { upheld }, { ifMatch: await revision() });
    expect((await review(steward, true)).text).toContain('secondSteward');
    idIn(await review(second, true));
    expect((await seen())?.pause?.upheld).toBe(true);
    idIn(await review(second, false));
    expect((await seen())?.pause).toBeNull();
    const kinds = async () =>
      z
        .object({ notices: z.array(noticeView) })
        .parse((await anna.get('/api/me/notices')).body)
        .notices.map(({ kind }) => kind);
    await expect.poll(kinds, soon).toEqual(expect.arrayContaining(['MemberPaused', 'PauseReviewed']));
  });
});
