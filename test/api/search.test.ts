import { beforeAll, describe, expect, it } from 'vitest';
import { thingView } from '../../shared/items/views.ts';
import { machineView } from '../../shared/machines/views.ts';
import { searchView } from '../../shared/search/views.ts';
import { idIn, type Person } from '../server/application.ts';
import { newDesign } from './designStory.ts';
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

  it('finds things, builds and shelves by words or by their labels, also where a thing is in another', async () => {
    const [loader, cylinder] = [
      idIn(
        await steward.command('/api/things', { workshopId, description: { name: 'Loader 7' }, how: 'given' }),
      ),
      idIn(
        await steward.command('/api/things', {
          ...{ workshopId, how: 'bought', serial: 'ZX-81' },
          description: { name: 'Zylinder', specification: 'bore 50' },
        }),
      ),
    ];
    idIn(await steward.command(`/api/things/${cylinder}/fit`, { into: loader }));
    const thing = { what: 'thing', itemId: cylinder, inside: 'Loader 7', gone: false };
    for (const words of ['zylinder', 'zx-81']) {
      expect(await found(words)).toEqual([expect.objectContaining({ ...thing, byLabel: false })]);
    }
    const { code } = thingView.parse((await steward.get(`/api/things/${cylinder}`)).body);
    expect((await found(String(code).toLowerCase()))[0]).toMatchObject({ ...thing, byLabel: true });
    idIn(await steward.command(`/api/things/${cylinder}/scrap`, { infer: true }));
    expect((await found(String(code)))[0]).toMatchObject({ what: 'thing', gone: true });

    const material = { name: 'Flachstahl', specification: 'EN 10058', unit: 'm' };
    const stock = idIn(
      await steward.command(`/api/workshops/${workshopId}/stock`, { description: material }),
    );
    const [bin] = await found('flachstahl');
    expect(bin).toMatchObject({ what: 'stock', materialId: stock, byLabel: false });
    expect((await found(bin?.what === 'stock' ? bin.labelCode : ''))[0]).toMatchObject({ byLabel: true });

    const [design, name] = [await newDesign(steward, 'Rig'), 'Schweißtisch richten'];
    const note = { workshopId, of: { designId: design, revision: 1 }, name };
    const buildId = idIn(await steward.command('/api/builds', note));
    expect(await found('schweißtisch')).toEqual([
      expect.objectContaining({ what: 'build', buildId, status: 'open' }),
    ]);
  });

  it('wants a word', async () => {
    expect((await app().nobody.get('/api/search?q=')).status).toBe(400);
    expect((await app().nobody.get('/api/search')).status).toBe(400);
  });
});
