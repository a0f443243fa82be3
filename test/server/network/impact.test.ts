import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { problemsAffecting } from '../../../server/network/affecting.ts';
import { designFiguresOf } from '../../../server/network/figures.ts';
import { affectedForks } from '../../../server/network/forks.ts';
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

describe('forks of an affected design', () => {
  /** The valve of above, forked from B; the fork has two revisions, and a fork of its own. */
  function forked() {
    const world = valves();
    const { history, asked } = world;
    const b = { designId: asked.designId, revision: 2 };
    const fork = history.publish({ title: 'Valve of Hill' }, undefined, 1, b);
    const later = history.publish({ title: 'Valve of Hill' }, fork.designId, 2);
    const press = history.publish({ title: 'Press of Hill', parts: [pinning('valve', later)] });
    const again = history.publish({ title: 'Valve of Dale' }, undefined, 1, later);
    const things = [fork, press, again].map((of) => history.receive('Forked', { of }));
    const ofForks = () =>
      concernedBy(history.reader, asked).flatMap(({ itemId, fork: of, state }) =>
        of === null ? [] : [[itemId, of, state]],
      );
    return { ...world, fork, later, again, things, ofForks };
  }

  it('are named with what was made from them, from what pins them and from their own forks', () => {
    const { history, asked, fork, again, things, ofForks, c } = forked();
    const [one, press, other] = things;
    expect(new Set(ofForks())).toEqual(
      new Set([
        [one, fork.designId, 'open'],
        [press, fork.designId, 'open'],
        [other, again.designId, 'open'],
      ]),
    );
    expect(affectedForks(history.reader, asked).map(({ last, mendedIn }) => [last, mendedIn])).toEqual([
      [2, null],
      [1, null],
    ]);
    const clean = history.publish({ title: 'Valve of Lake' }, undefined, 1, c);
    history.receive('Valve of Lake 1', { of: clean });
    expect(ofForks()).toHaveLength(3);
    const asThing = problemsAffecting(history.reader, `${clean.designId}:1`);
    expect(asThing).toEqual([]);
  });

  it('are exempt from the revision on in which they adopted the fix, and before it no more than changed', () => {
    const { history, asked, fork, later, again, things, ofForks, c } = forked();
    const third = history.publish({ title: 'Valve of Hill' }, fork.designId, 3);
    history.adopt(c, { designId: asked.designId, revision: 2 }, third);
    history.receive('Valve of Hill 3', { of: third });
    expect(affectedForks(history.reader, asked)[0]).toMatchObject({ last: 2, mendedIn: 3 });
    expect(ofForks()).toHaveLength(3);
    const modified = { itemId: things[0] ?? '', repairId: randomUUID(), of: third, buildId: null };
    history.happen('ItemModified', { ...modified, noteId: null, ...history.done() });
    expect(ofForks()).toContainEqual([things[0], fork.designId, 'fixed']);
    expect(ofForks()).toContainEqual([things[2], again.designId, 'open']);
    expect(later.revision).toBe(2);
  });

  it('are exempt where the fix came from them', () => {
    const { history, asked, fork, later, c } = forked();
    history.adopt(later, { designId: asked.designId, revision: 2 }, c);
    expect(affectedForks(history.reader, asked)).toEqual([{ designId: fork.designId, last: 1, mendedIn: 2 }]);
  });

  it('tell a thing of the problem that it may have from its origin', () => {
    const { history, asked, fork, later } = forked();
    const { designId, problemId } = asked;
    const raised = { revision: 2, safety: true, line: null, step: null };
    history.happen('ProblemRaised', { designId, problemId, ...raised, textId: randomUUID(), raisedBy: BY });
    const told = () => problemsAffecting(history.reader, `${fork.designId}:${later.revision}`);
    expect(told()).toMatchObject([{ problem: { problemId, designId }, fork: fork.designId, revision: 2 }]);
    history.happen('ProblemFixed', { designId, problemId, inRevision: 3, fixedBy: BY });
    expect(told()).toHaveLength(1);
    history.adopt({ designId, revision: 3 }, { designId, revision: 2 }, later);
    expect(told()).toEqual([]);
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
