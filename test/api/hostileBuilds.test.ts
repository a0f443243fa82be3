import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildView } from '../../shared/builds/views.ts';
import { thingView } from '../../shared/items/views.ts';
import { problem } from '../../shared/problem.ts';
import { idIn, type Person, someWorkshop } from '../server/application.ts';
import type { Reply } from '../server/caller.ts';
import { add, publish, set } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();
let steward: Person;
let elsewhere: Person;
let [here, there, designId] = ['', '', ''];

beforeAll(async () => {
  ({ steward, workshopId: here } = await app().found());
  elsewhere = await app().person('Bela');
  there = idIn(await elsewhere.command('/api/workshops', { ...someWorkshop, name: 'Elsewhere' }));
  const licence = set(['licence'], '', 'CERN-OHL-S-2.0');
  designId = idIn(await publish(steward, {}, [set(['title'], '', 'Press'), licence, add('bolt', 8)]));
});

const thing = async (name: string, person = steward, more: object = {}) => {
  const workshopId = person === elsewhere ? there : here;
  return idIn(
    await person.command('/api/things', { workshopId, description: { name, ...more }, how: 'bought' }),
  );
};
const start = (more: object, person = steward) => {
  const workshopId = person === elsewhere ? there : here;
  return person.command('/api/builds', { workshopId, name: 'Build', kind: 'spare', ...more });
};
const act = (itemId: string, what: string, body: object = {}, person = steward) =>
  person.command(`/api/things/${itemId}/${what}`, body);
const give = (buildId: string, what: string, body: object = {}) =>
  steward.command(`/api/builds/${buildId}/${what}`, body);
const look = async (buildId: string) => buildView.parse((await steward.get(`/api/builds/${buildId}`)).body);
const storyOf = async (itemId: string) =>
  thingView.parse((await steward.get(`/api/things/${itemId}`)).body).story.map(({ type }) => type);
const rules = ({ body }: Reply) => problem.parse(body).objections?.map(({ rule }) => rule);

describe('who works elsewhere', () => {
  it('writes neither into the story of our things nor into our builds, unless they join them', async () => {
    const buildId = idIn(await start({}));
    const ours = (await look(buildId)).thingList[0]?.itemId ?? '';
    const [laser, bolt, box] = [
      await thing('Laser'),
      await thing('Bolt', elsewhere),
      await thing('Box', elsewhere),
    ];
    const tries: [string, object][] = [
      ['fit', { into: laser }],
      ['fit', { into: ours, buildId }],
      ['fit', { into: box, buildId }],
      ['take-out', { from: laser, infer: true }],
      ['consume', { buildId }],
      ['scrap', { buildId }],
      ['repair', { buildId }],
    ];
    for (const [what, body] of tries)
      expect([what, (await act(bolt, what, body, elsewhere)).status]).toEqual([what, 403]);
    expect((await start({ kind: 'modify', subjectId: laser }, elsewhere)).status).toBe(403);
    idIn(await elsewhere.command(`/api/builds/${buildId}/hands`, {}));
    expect((await act(bolt, 'fit', { into: ours, buildId }, elsewhere)).status).toBe(201);
  });
});

describe('what is not there', () => {
  it('is nothing that a thing could be of, or a build could wait for', async () => {
    const nowhere = { designId, revision: 99 };
    const [one, buildId] = [
      await thing('One'),
      idIn(await start({ kind: 'make', of: { designId, revision: 1 } })),
    ];
    const receive = { workshopId: here, how: 'bought', description: { name: 'Two', of: nowhere } };
    for (const reply of [
      await steward.command('/api/things', receive),
      await act(one, 'modify', { of: nowhere }),
      await act(one, 'split', { pieces: [{ name: 'Half', of: nowhere }] }),
    ]) {
      expect(rules(reply)).toEqual(['unknownRevision']);
    }
    const choice = { how: 'made', buildId: randomUUID() };
    expect(rules(await give(buildId, 'lines/line-bolt/choose', { choice }))).toEqual(['unknownBuild']);
    expect((await act(one, 'consume', { buildId: randomUUID() })).status).toBe(404);
  });

  it('is no amount of anything', async () => {
    const product = { name: 'Bolt', quantity: 1, unit: 'piece' };
    expect(rules(await start({ product: { ...product, quantity: 1.5 } }))).toEqual(['whole']);
    expect(rules(await start({ product: { ...product, quantity: 1e9, unit: 'm2' } }))).toEqual(['tooMuch']);
    expect(rules(await start({ product: { ...product, quantity: 1e-9, unit: 'mm' } }))).toEqual([
      'tooLittle',
    ]);
    const buildId = idIn(await start({ product }));
    expect(rules(await give(buildId, 'complete', { produced: 0.5 }))).toEqual(['whole']);
    const press = idIn(await start({ kind: 'make', of: { designId, revision: 1 } }));
    const met = { line: 'line-bolt', quantity: 3, unit: 'kg' };
    expect(rules(await give(press, 'meetings', met))).toEqual(['measure']);
  });
});

describe('a build that ends', () => {
  it('numbers what it makes after what others complete at the same moment', async () => {
    const of = { designId, revision: 1 };
    const builds = await Promise.all([1, 2, 3].map(async () => idIn(await start({ kind: 'make', of }))));
    for (const reply of await Promise.all(builds.map((buildId) => give(buildId, 'complete')))) idIn(reply);
    const made = await Promise.all(builds.map(look));
    const serials = made.flatMap(({ thingList }) => thingList.map(({ serial }) => serial));
    expect(serials.toSorted()).toEqual(['No. 1', 'No. 2', 'No. 3']);
  });

  it('is not opened again once what it put on the shelf is gone, nor given up once its things exist', async () => {
    const product = { name: 'Pin', quantity: 10, unit: 'piece' };
    const buildId = idIn(await start({ product }));
    idIn(await give(buildId, 'complete'));
    const { materialId } = (await look(buildId)).product ?? {};
    const amount = { quantity: 10, unit: 'piece' };
    idIn(await steward.command(`/api/workshops/${here}/stock/${materialId}/consume`, { amount }));
    expect(rules(await give(buildId, 'reopen'))).toEqual(['usedSince']);
    const second = idIn(await start({}));
    for (const what of ['complete', 'reopen']) idIn(await give(second, what));
    expect(rules(await give(second, 'abandon'))).toEqual(['madeThings']);
  });

  it('has mended its thing once, also when it was opened again, and also when that is told late', async () => {
    const [saw, lathe] = [await thing('Saw'), await thing('Lathe')];
    const change = idIn(await start({ kind: 'modify', subjectId: saw, of: { designId, revision: 1 } }));
    for (const what of ['complete', 'reopen', 'complete']) idIn(await give(change, what));
    expect((await storyOf(saw)).filter((type) => type === 'ItemModified')).toHaveLength(1);
    const repair = idIn(await start({ kind: 'repair', subjectId: lathe }));
    const at = new Date().toISOString();
    idIn(await act(lathe, 'move', { workshopId: here, shelf: 'B2' }));
    idIn(await give(repair, 'complete', { at }));
    expect(await storyOf(lathe)).toContain('ItemRepaired');
  });
});
