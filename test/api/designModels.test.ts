import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { assemblyView } from '../../shared/assemblies/assemblyView.ts';
import type { Instance, InstanceOf } from '../../shared/assemblies/instances.ts';
import { designList } from '../../shared/designs/catalogueViews.ts';
import type { ContentChange } from '../../shared/designs/changes.ts';
import { revisionView } from '../../shared/designs/designViews.ts';
import { draftView } from '../../shared/designs/draftViews.ts';
import { whereUsedView } from '../../shared/designs/listViews.ts';
import { suggestionView } from '../../shared/designs/talkViews.ts';
import { idIn, type Person } from '../server/application.ts';
import { draftOf, publish, set } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const standing = (id: string, of: InstanceOf, change: Partial<Instance> = {}): ContentChange => ({
  kind: 'add',
  list: 'instances',
  id,
  value: {
    id,
    name: '',
    of,
    parameters: {},
    at: { origin: [0, 0, 0], x: [1, 0, 0], z: [0, 0, 1] },
    mirrored: false,
    step: null,
    alternatives: [],
    ...change,
  } satisfies Instance,
  after: null,
});
const tube = (id: string, x: number, length = 1000): ContentChange =>
  standing(
    id,
    { kind: 'module', module: 'frame-tube' },
    { parameters: { length }, at: { origin: [x, 0, 0], x: [1, 0, 0], z: [0, 0, 1] } },
  );
const named = (title: string) => [set(['title'], '', title), set(['licence'], '', 'CERN-OHL-S-2.0')];

describe('a design with a model', () => {
  const app = sharedApplication();
  let ada: Person;
  let frame: string;
  const body = async (path: string) => {
    const reply = await app().nobody.get(path);
    expect(reply.status, reply.text).toBe(200);
    return reply.body;
  };
  const revision = async (designId: string, number = 1) =>
    revisionView.parse(await body(`/api/designs/${designId}/revisions/${number}`));

  beforeAll(async () => {
    ada = await app().person('Ada');
    // Each comes to the front.
    const tubes = [tube('long', 600, 2000), tube('tube-two', 300), tube('tube-one', 0)];
    const changes = [...named('Qoph frame'), ...tubes];
    frame = idIn(await publish(ada, {}, changes));
  });

  it('gets the lines of its parts list from what stands in it', async () => {
    const { content, contradictions } = await revision(frame);
    expect(content?.parts.map(({ id, quantity, cut }) => [id, quantity, cut?.length])).toEqual([
      ['m-tube-one', 2, 1000],
      ['m-long', 1, 2000],
    ]);
    expect(contradictions).toEqual([]);
  });

  it('keeps what was written by hand, and prices on lines of the model', async () => {
    const price = { amount: 30, currency: 'EUR', on: '2026-11-01', supplier: '' };
    const reply = await publish(ada, { designId: frame }, [
      set(['parts', 'm-tube-one', 'price'], null, price),
      { kind: 'remove', list: 'instances', id: 'long', value: null, after: null },
    ]);
    expect(reply.status, reply.text).toBe(200);
    const { content } = await revision(frame, 2);
    expect(content?.parts.map(({ id, price }) => [id, price?.amount])).toEqual([['m-tube-one', 30]]);
    const { costs } = assemblyView.parse(await body(`/api/designs/${frame}/revisions/2/assembly`));
    expect(costs).toEqual([{ currency: 'EUR', amount: 60 }]);
  });

  it('is drawn in lines on the server, and not without a model', async () => {
    const drawing = (id: string, more = '') =>
      fetch(`http://127.0.0.1:${app().port}/api/designs/${id}/revisions/1/drawing.svg${more}`);
    const reply = await drawing(frame, '?view=front');
    expect(reply.status).toBe(200);
    expect(await reply.text()).toMatch(/^<svg .*<title>Qoph frame<\/title>.*<path .*<\/svg>\n$/s);
    expect(reply.headers.get('cache-control')).toContain('immutable');
    expect((await drawing(frame)).headers.get('etag')).not.toBe(reply.headers.get('etag'));
    const plain = idIn(await publish(ada, {}, named('Nothing stands here')));
    expect((await drawing(plain)).status).toBe(404);
    expect((await drawing(randomUUID())).status).toBe(404);
    expect((await drawing(frame, '?view=inside')).status).toBe(400);
    expect((await app().nobody.get(`/api/designs/${plain}/revisions/1/assembly`)).status).toBe(404);
  });

  it('tells what follows from it, through what it takes in', async () => {
    const of: InstanceOf = { kind: 'design', designId: frame, revision: 1 };
    const whole = idIn(
      await publish(ada, {}, [
        ...named('Qoph hall'),
        standing('left', of),
        standing('right', of),
        tube('beam', 0),
      ]),
    );
    const told = assemblyView.parse(await body(`/api/designs/${whole}/revisions/1/assembly`));
    expect(told).toMatchObject({ instances: 3, pieces: 7, unweighed: 0 });
    expect(told.cutList.flatMap(({ cuts }) => cuts.map(({ length, count }) => [length, count]))).toEqual([
      [2000, 2],
      [1000, 5],
    ]);
    const single = assemblyView.parse(await body(`/api/designs/${frame}/revisions/1/assembly`));
    const beam = single.mass / 4;
    expect(told.mass / beam).toBeCloseTo(9, 1);
    const { uses } = whereUsedView.parse(await body(`/api/designs/${frame}/where-used`));
    expect(uses).toMatchObject([{ by: { title: 'Qoph hall' }, quantity: 2 }]);

    const catalogue = designList.parse(await body('/api/designs?q=qoph&module=frame-tube'));
    expect(catalogue.designs.map(({ hasModel }) => hasModel)).toEqual([true, true]);
    expect(catalogue.facets.module).toEqual([{ value: 'frame-tube', count: 2 }]);
    expect(designList.parse(await body('/api/designs?q=qoph&module=bolt')).total).toBe(0);
  });

  it('counts in a draft what stands against the model', async () => {
    const carpet = standing('carpet', { kind: 'module', module: 'flying-carpet' });
    const { draftId } = await draftOf(ada, {}, [...named('Carpet'), carpet]);
    const { contradictions } = draftView.parse((await ada.get(`/api/drafts/${draftId}`)).body);
    expect(contradictions).toMatchObject([{ kind: 'modelProblems', values: ['1'] }]);
  });

  it('tells in a draft of what stands in it under a licence that asks more, and publishes it', async () => {
    const of = { kind: 'design', designId: frame, revision: 1 } as const;
    const changes = [
      set(['title'], '', 'Free hall'),
      set(['licence'], '', 'CC-BY-4.0'),
      standing('hall', of),
    ];
    const { draftId } = await draftOf(ada, {}, changes);
    const draft = draftView.parse((await ada.get(`/api/drafts/${draftId}`)).body);
    const apart = ({ contradictions }: typeof draft) =>
      contradictions.filter(({ kind }) => kind === 'licencesApart');
    expect(apart(draft)).toMatchObject([
      { kind: 'licencesApart', at: [['instances', 'hall', 'of']], values: ['CERN-OHL-S-2.0', 'CC-BY-4.0'] },
    ]);
    expect(draft.hindrances).toEqual([]);
    // Under the same one, nothing is to be told.
    const alike = await draftOf(ada, {}, [...named('Alike hall'), standing('hall', of)]);
    const other = draftView.parse((await ada.get(`/api/drafts/${alike.draftId}`)).body);
    expect(apart(other)).toEqual([]);
  });

  it('gets its lines anew where a change to its model is adopted, and nobody has to choose between them', async () => {
    const ben = await app().person('Ben');
    const rail = idIn(await publish(ada, {}, [...named('Rail'), tube('rail-two', 300), tube('rail-one', 0)]));
    const longer = [set(['instances', 'rail-one', 'parameters'], { length: 1000 }, { length: 1500 })];
    const fork = idIn(await publish(ben, { forkOf: { designId: rail, revision: 1 } }, longer));
    // Meanwhile a third one stands there: both sides have changed how many of the first line there are.
    expect((await publish(ada, { designId: rail }, [tube('rail-zero', 600)])).status).toBe(200);
    const from = { designId: fork, revision: 1 };
    const suggestions = `/api/designs/${rail}/suggestions`;
    const suggestionId = idIn(await ben.command(suggestions, { from, message: '' }));
    const one = `${suggestions}/${suggestionId}`;
    const seen = suggestionView.parse((await ada.get(one)).body);
    const adopted = await ada.command(
      `${one}/adopt`,
      { changes: null, onto: 2 },
      { ifMatch: seen.entityRevision },
    );
    expect(adopted.status, adopted.text).toBe(201);
    const { content } = await revision(rail, 3);
    expect(content?.parts.map(({ quantity, cut }) => [quantity, cut?.length]).toSorted()).toEqual([
      [1, 1500],
      [2, 1000],
    ]);
  });

  it('cannot take in what is not published, nor itself', async () => {
    const unknown = standing('ghost', { kind: 'design', designId: randomUUID(), revision: 1 });
    expect((await publish(ada, {}, [...named('Ghost'), unknown])).status).toBe(409);
    const itself = standing('itself', { kind: 'design', designId: frame, revision: 1 });
    expect((await publish(ada, { designId: frame }, [itself])).status).toBe(409);
  });
});
