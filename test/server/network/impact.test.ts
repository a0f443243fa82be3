import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { designFiguresOf } from '../../../server/network/figures.ts';
import { affectedRevisions, concernedBy } from '../../../server/network/impact.ts';
import { BY, openHistory, pinning } from './history.ts';

/** A valve in revisions A, B and C, a press that pins B through a manifold, and things of each. */
function valves() {
  const history = openHistory();
  const a = history.publish({ title: 'Valve' });
  const b = history.publish({ title: 'Valve' }, a.designId, 2);
  const manifold = history.publish({ title: 'Manifold', parts: [pinning('valve', b)] });
  const press = history.publish({ title: 'Press', parts: [pinning('manifold', manifold)] });
  const of = (name: string, revision: typeof a) => history.receive(name, { of: revision });
  const things = { a: of('Valve 1', a), b: of('Valve 2', b), press: of('Press 1', press) };
  const c = history.publish({ title: 'Valve' }, a.designId, 3);
  const fine = of('Valve 3', c);
  const asked = { problemId: randomUUID(), designId: a.designId, latest: 3, ofRevision: 2, fixedIn: 3 };
  const states = () =>
    Object.fromEntries(concernedBy(history.reader, asked).map(({ itemId, state }) => [itemId, state]));
  return { history, ...things, fine, c, asked, states };
}

describe('a problem that is fixed in revision C', () => {
  it('names every thing that is A or B, or was made from what pins one through all levels', () => {
    const { history, a, b, press, asked } = valves();
    const found = concernedBy(history.reader, asked);
    expect(new Set(found.map(({ itemId }) => itemId))).toEqual(new Set([a, b, press]));
    const [through] = found.filter(({ itemId }) => itemId === press);
    expect(through).toMatchObject({ revision: 2, state: 'open' });
    expect(through?.through).toHaveLength(2);
  });

  it('is fixed on what is modified to C, and open again when that is taken back', () => {
    const { history, a, b, press, c, states } = valves();
    const repairId = randomUUID();
    const modified = { itemId: a, repairId, of: c, buildId: null, noteId: null, ...history.done() };
    history.happen('ItemModified', modified);
    expect(states()).toEqual({ [a]: 'fixed', [b]: 'open', [press]: 'open' });
    history.happen('ItemRepairTakenBack', { itemId: a, repairId, by: BY });
    expect(states()).toEqual({ [a]: 'open', [b]: 'open', [press]: 'open' });
  });

  it('is what its holders answer, and nobody’s any more once the thing is scrapped', () => {
    const { history, a, b, press, asked, states } = valves();
    const { designId, problemId } = asked;
    const about = { itemId: a, designId, problemId };
    history.happen('ItemProblemAnswered', {
      ...about,
      answer: 'exempted',
      reasonId: null,
      ...history.done(),
    });
    const scrapped = { itemId: b, buildId: null, massKilograms: null, material: '', reasonId: null };
    history.happen('ItemScrapped', { ...scrapped, ...history.done() });
    expect(states()).toEqual({ [a]: 'exempted', [press]: 'open' });
    history.happen('ItemProblemReopened', { ...about, by: BY });
    expect(states()).toEqual({ [a]: 'open', [press]: 'open' });
  });

  it('concerns all revisions before C, and all that there are while it is fixed in none', () => {
    expect(affectedRevisions({ latest: 5, fixedIn: 3 })).toEqual([1, 2]);
    expect(affectedRevisions({ latest: 2, fixedIn: null })).toEqual([1, 2]);
    expect(affectedRevisions({ latest: 2, fixedIn: 1 })).toEqual([]);
  });
});

describe('a design that pins itself through a fork of it', () => {
  it('has its problem in what holds the old revision on the way round, and the walk ends', () => {
    const history = openHistory();
    const first = history.publish({ title: 'Press' });
    const fork = history.publish({ title: 'Press of Riverside', parts: [pinning('frame', first)] });
    const second = history.publish({ title: 'Press', parts: [pinning('head', fork)] }, first.designId, 2);
    const again = history.publish(
      { title: 'Press of Riverside', parts: [pinning('frame', second)] },
      fork.designId,
      2,
    );
    const all = [first, fork, second, again];
    const [a, b, c, d] = all.map((of, number) => history.receive(`Press ${number}`, { of }));
    const asked = { problemId: randomUUID(), designId: first.designId, latest: 2, ofRevision: 1, fixedIn: 2 };
    const found = concernedBy(history.reader, asked);
    expect(new Map(found.map(({ itemId, through }) => [itemId, through.length]))).toEqual(
      new Map([a, b, c, d].map((itemId, levels) => [itemId, levels])),
    );
    const figures = designFiguresOf(history.reader, first.designId);
    expect([figures.things, figures.highestGeneration]).toEqual([2, 0]);
  });
});
