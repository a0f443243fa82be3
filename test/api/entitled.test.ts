import { beforeAll, expect, it } from 'vitest';
import { entitledView } from '../../shared/bookings/views.ts';
import { idIn, type Person } from '../server/application.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();
let steward: Person;
let anna: Person;
let bela: Person;
let workshopId: string;
let machineId: string;

beforeAll(async () => {
  ({ steward, workshopId } = await app().found());
  anna = await app().person('Anna');
  bela = await app().person('Béla');
  for (const person of [anna, bela]) await app().join(person, workshopId);
  const path = `/api/workshops/${workshopId}/competences`;
  const competenceId = idIn(await steward.command(path, { name: 'Laser induction' }));
  machineId = await app().registerMachine(steward, workshopId, { requiredCompetences: [competenceId] });
  for (const person of [anna, steward]) await grant(person, competenceId);
});

/** A steward trains for it first, then gives it. */
async function grant({ memberId }: Person, competenceId: string): Promise<void> {
  const people = `/api/workshops/${workshopId}/people`;
  const trainer = { memberId: steward.memberId, role: 'trainer', competenceId };
  await steward.command(`/api/workshops/${workshopId}/appointments`, trainer);
  idIn(await steward.command(`${people}/${memberId}/competences`, { competenceId }));
}

const namesFor = async (viewer: Person) => {
  const { body } = await viewer.get(`/api/machines/${machineId}/entitled`);
  return entitledView.parse(body).people.map(({ name }) => name);
};

it('names those who have what the machine asks for, and leaves out who asks', async () => {
  expect(await namesFor(bela)).toEqual(['Anna', 'Stefania']);
  expect(await namesFor(anna)).toEqual(['Stefania']);
});

it('is for the people of the workshop alone', async () => {
  const stranger = await app().person('Otto');
  expect((await stranger.get(`/api/machines/${machineId}/entitled`)).status).toBe(403);
  expect((await app().nobody.get(`/api/machines/${machineId}/entitled`)).status).toBe(401);
});
