import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandReply } from '../../shared/commandReply.ts';
import { type InductionView, inductionList, inductionView } from '../../shared/competences/views.ts';
import { meView, noticeView } from '../../shared/members/views.ts';
import { idIn, type Person, type RunningApplication } from '../server/application.ts';
import { bothLogs, programOn } from '../server/bothLogs.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const soon = { timeout: 8000 };

describe.each(bothLogs)('an induction, with %s', (_adapter, open) => {
  const time = { ahead: 0 };
  const clock = () => Date.now() + time.ahead;
  const at = (milliseconds: number) =>
    new Date(Math.ceil(clock() / HOUR) * HOUR + milliseconds).toISOString();
  let app: RunningApplication;
  let steward: Person;
  let trainer: Person;
  let people: Person[];
  let workshopId: string;
  let competenceId: string;

  const start = programOn(open, clock);

  beforeAll(async () => {
    app = await start();
    ({ steward, workshopId } = await app.found());
    people = await Promise.all(
      Array.from({ length: 9 }, async (_, index) => {
        const person = await app.person(`Person ${'abcdefghi'.charAt(index)}`);
        await app.join(person, workshopId);
        return person;
      }),
    );
    trainer = await app.person('Tilda');
    await app.join(trainer, workshopId);
    const defined = { name: 'Laser', validityMonths: 24 };
    competenceId = idIn(await steward.command(`/api/workshops/${workshopId}/competences`, defined));
    const office = { memberId: trainer.memberId, role: 'trainer', competenceId };
    idIn(await steward.command(`/api/workshops/${workshopId}/appointments`, office));
  });

  const announced = async (places: number, more: object = {}): Promise<string> => {
    const session = { competenceId, machineId: null, start: at(2 * HOUR), end: at(4 * HOUR), places };
    const path = `/api/workshops/${workshopId}/inductions`;
    return idIn(await trainer.command(path, { ...session, ...more }));
  };
  const seenBy = async (person: Person, inductionId: string): Promise<InductionView> =>
    inductionView.parse((await person.get(`/api/inductions/${inductionId}`)).body);
  const take = (person: Person, inductionId: string) =>
    person.command(`/api/inductions/${inductionId}/take-place`, {});
  const giveUp = async (person: Person, inductionId: string) => {
    const { mine } = await seenBy(person, inductionId);
    const path = `/api/inductions/${inductionId}/give-up`;
    return person.command(path, {}, { ifMatch: mine?.revision ?? 0 });
  };
  const statuses = async (inductionId: string): Promise<string[]> =>
    ((await seenBy(trainer, inductionId)).people ?? []).map(({ status }) => status).toSorted();
  const noticesOf = async (person: Person) =>
    z.object({ notices: z.array(noticeView) }).parse((await person.get('/api/me/notices')).body).notices;

  it('never has more people with a place than places, however many ask at once', async () => {
    for (let round = 0; round < 3; round++) {
      const inductionId = await announced(3);
      const replies = await Promise.all(people.map((person) => take(person, inductionId)));
      expect(replies.map(({ status }) => status)).toEqual(people.map(() => 201));
      expect(await statuses(inductionId)).toEqual([
        ...Array.from({ length: 3 }, () => 'place'),
        ...Array.from({ length: 6 }, () => 'waiting'),
      ]);
      const { free, waiting } = await seenBy(steward, inductionId);
      expect({ free, waiting }).toEqual({ free: 0, waiting: 6 });
    }
  });

  it('fills each place that is given up at once with one who waits, while others come and go', async () => {
    const inductionId = await announced(3);
    for (const person of people.slice(0, 6)) idIn(await take(person, inductionId));
    const [late, later, ...rest] = people.slice(6);
    const outcomes = await Promise.all([
      ...people.slice(0, 3).map((person) => giveUp(person, inductionId)),
      ...[late, later].flatMap((person) => (person ? [take(person, inductionId)] : [])),
      trainer.command(
        `/api/inductions/${inductionId}/places`,
        { places: 4 },
        { method: 'PUT', ifMatch: (await seenBy(trainer, inductionId)).revision },
      ),
    ]);
    expect(rest).toHaveLength(1);
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 200, 201, 201, 200]);
    expect(await statuses(inductionId)).toEqual(['place', 'place', 'place', 'place', 'waiting']);
    const seated = (await seenBy(trainer, inductionId)).people?.filter(({ status }) => status === 'place');
    // Those who waited longest moved up.
    expect(seated?.map(({ memberId }) => memberId)).toEqual(
      expect.arrayContaining(people.slice(3, 6).map(({ memberId }) => memberId)),
    );
    const [, , , fourth] = people;
    if (!fourth) throw new Error('nobody');
    const moved = async () => (await noticesOf(fourth)).map(({ kind }) => kind);
    await expect.poll(moved, soon).toContain('InductionMovedUp');
  });

  it('shows who comes to its trainer only, and one’s own place to everybody', async () => {
    const inductionId = await announced(1);
    const [anna, ben] = people;
    if (!anna || !ben) throw new Error('nobody');
    idIn(await take(anna, inductionId));
    idIn(await take(ben, inductionId));
    const seen = await seenBy(ben, inductionId);
    expect(seen).toMatchObject({ people: null, mine: { status: 'waiting', ahead: 0 }, free: 0, waiting: 1 });
    expect((await seenBy(trainer, inductionId)).people?.map(({ name }) => name)).toEqual([
      'Person a',
      'Person b',
    ]);
    const stranger = await app.person('Otto');
    const asStranger = await seenBy(stranger, inductionId);
    expect(asStranger.trainer.name).toBeNull();
    expect((await take(stranger, inductionId)).text).toContain('membership');
    const listed = inductionList.parse((await ben.get(`/api/inductions?workshop=${workshopId}`)).body);
    expect(listed.inductions.map((one) => one.inductionId)).toContain(inductionId);
  });

  it('takes a place back by Undo', async () => {
    const inductionId = await announced(1);
    const [anna] = people;
    if (!anna) throw new Error('nobody');
    const { undo } = commandReply.parse((await take(anna, inductionId)).body);
    if (!undo) throw new Error('no Undo');
    const ifMatch = Number(undo.ifMatch?.replaceAll('"', ''));
    expect((await anna.command(undo.path, undo.body, { ifMatch })).status).toBe(200);
    expect((await seenBy(anna, inductionId)).mine).toBeNull();
  });

  it('tells everybody when it is cancelled, with the reason', async () => {
    const inductionId = await announced(1);
    const [anna, ben] = people;
    if (!anna || !ben) throw new Error('nobody');
    idIn(await take(anna, inductionId));
    idIn(await take(ben, inductionId));
    const { revision } = await seenBy(trainer, inductionId);
    const body = { reason: 'The tube is at the maker’s.' };
    expect(
      (await ben.command(`/api/inductions/${inductionId}/cancel`, body, { ifMatch: revision })).status,
    ).toBe(403);
    idIn(await trainer.command(`/api/inductions/${inductionId}/cancel`, body, { ifMatch: revision }));
    for (const person of [anna, ben]) {
      const told = async () =>
        (await noticesOf(person)).filter(
          ({ kind, params }) => kind === 'InductionCancelled' && params.inductionId === inductionId,
        );
      await expect.poll(told, soon).toHaveLength(1);
      expect(JSON.stringify(await told())).toContain(body.reason);
    }
    expect((await take(ben, inductionId)).text).toContain('cancelled');
  });

  it('gives the competence to those who attended, for as long as it is good', async () => {
    const inductionId = await announced(2);
    const [anna, ben] = people;
    if (!anna || !ben) throw new Error('nobody');
    idIn(await take(anna, inductionId));
    idIn(await take(ben, inductionId));
    time.ahead += 4 * HOUR;
    const { revision } = await seenBy(trainer, inductionId);
    const path = `/api/inductions/${inductionId}/attend`;
    idIn(await trainer.command(path, { memberIds: [anna.memberId] }, { ifMatch: revision }));
    const heldBy = async (person: Person) =>
      meView.parse((await person.get('/api/me')).body).competences.map(({ name }) => name);
    await expect.poll(() => heldBy(anna), soon).toEqual(['Laser']);
    expect(await heldBy(ben)).toEqual([]);
    const [laser] = meView.parse((await anna.get('/api/me')).body).competences;
    const months = (Date.parse(laser?.until ?? '') - clock()) / DAY / 30.4;
    expect(months).toBeGreaterThan(23);
    expect(months).toBeLessThan(25);
    expect(await statuses(inductionId)).toEqual(['attended', 'place']);
    expect((await take(people[2] ?? anna, inductionId)).text).toContain('begun');
  });

  it('keeps its machine free, and gives it back when it is cancelled', async () => {
    const machineId = await app.registerMachine(steward, workshopId);
    const times = { start: at(50 * HOUR), end: at(52 * HOUR) };
    const inductionId = await announced(2, { machineId, ...times });
    const [anna] = people;
    if (!anna) throw new Error('nobody');
    const book = async () =>
      (await anna.command(`/api/machines/${machineId}/bookings`, times, { dryRun: true })).status;
    await expect.poll(book, soon).toBe(409);
    const { revision } = await seenBy(steward, inductionId);
    const reason = { reason: 'Nobody came forward.' };
    idIn(await steward.command(`/api/inductions/${inductionId}/cancel`, reason, { ifMatch: revision }));
    await expect.poll(book, soon).toBe(200);
  });

  it('loses whoever leaves the workshop, and the next moves up', async () => {
    const inductionId = await announced(1);
    const leaving = await app.person('Lena');
    await app.join(leaving, workshopId);
    idIn(await take(leaving, inductionId));
    const [, , cleo] = people;
    if (!cleo) throw new Error('nobody');
    idIn(await take(cleo, inductionId));
    idIn(await leaving.command(`/api/workshops/${workshopId}/leave`, {}));
    await expect.poll(async () => (await seenBy(cleo, inductionId)).mine?.status, soon).toBe('place');
    expect(await statuses(inductionId)).toEqual(['place']);
  });
});
