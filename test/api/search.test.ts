import { beforeAll, describe, expect, it } from 'vitest';
import { machineView } from '../../shared/machines/views.ts';
import { searchView } from '../../shared/search/views.ts';
import type { Person } from '../server/application.ts';
import { sharedApplication } from './shared.ts';

describe('the one search', () => {
  const app = sharedApplication();
  let steward: Person;
  let workshopId: string;
  let machineId: string;
  const found = async (q: string) =>
    searchView.parse((await app().nobody.get(`/api/search?q=${encodeURIComponent(q)}`)).body).found;

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    machineId = await app().registerMachine(steward, workshopId, { name: 'Cortadora Zúñiga' });
  });

  it('finds a machine by words, without an account and without accents', async () => {
    expect(await found('zuniga')).toEqual([expect.objectContaining({ what: 'machine', machineId })]);
    expect(await found('zuniga nothing')).toEqual([]);
  });

  it('puts the machine whose label carries the code first, however it was typed', async () => {
    const { labelCode } = machineView.parse((await steward.get(`/api/machines/${machineId}`)).body);
    const typed = `${labelCode.slice(0, 2).toLowerCase()}-${labelCode.slice(2)}`;
    expect((await found(typed))[0]).toMatchObject({ what: 'machine', machineId, byLabel: true });
  });

  it('finds a workshop by its name', async () => {
    const name = String(
      Reflect.get(Object((await steward.get(`/api/workshops/${workshopId}`)).body), 'name'),
    );
    expect(await found(name)).toContainEqual(expect.objectContaining({ what: 'workshop', workshopId }));
  });

  it('wants a word', async () => {
    expect((await app().nobody.get('/api/search?q=')).status).toBe(400);
    expect((await app().nobody.get('/api/search')).status).toBe(400);
  });
});
