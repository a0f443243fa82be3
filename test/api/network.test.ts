import { beforeAll, describe, expect, it } from 'vitest';
import { commandReply } from '../../shared/commandReply.ts';
import { thingView } from '../../shared/items/views.ts';
import { noticeView } from '../../shared/members/views.ts';
import { designFigures, networkFigures } from '../../shared/network/figureViews.ts';
import { madeWithView, traceView, usedInView } from '../../shared/network/graphViews.ts';
import { impactCounts, impactView, myDangers } from '../../shared/network/impactViews.ts';
import { momentsView } from '../../shared/network/momentViews.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Caller } from '../server/caller.ts';
import { newDesign, publish, set } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();
let steward: Person;
let stranger: Person;
let workshopId: string;
let designId: string;
/** A valve of revision 1, and the press that it is in. */
let valve: string;
let press: string;

beforeAll(async () => {
  ({ steward, workshopId } = await app().found());
  stranger = await app().person('Nadia');
  designId = await newDesign(stranger, 'Valve');
  const receive = async (name: string, of: object | null = null) =>
    idIn(await steward.command('/api/things', { workshopId, description: { name, of }, how: 'bought' }));
  [valve, press] = [await receive('Valve 1', { designId, revision: 1 }), await receive('Press 1')];
  idIn(await steward.command(`/api/things/${valve}/fit`, { into: press }));
});

const read = async (path: string, person: Caller = app().nobody) => (await person.get(path)).body;

describe('the network', () => {
  it('tells anybody where a thing is, what it came from and what happened when', async () => {
    const used = usedInView.parse(await read(`/api/things/${valve}/used-in`));
    expect(used).toMatchObject({ lives: 1, uses: [{ in: { name: 'Press 1' }, until: null }] });
    const trace = traceView.parse(await read(`/api/things/${press}/trace`));
    expect(trace.steps.map(({ via, name }) => [via, name])).toEqual([
      ['asked', 'Press 1'],
      ['fitted', 'Valve 1'],
    ]);
    const graph = madeWithView.parse(await read(`/api/things/${press}/made-with`));
    expect(graph.edges).toMatchObject([{ kind: 'fitted', from: valve, to: press }]);
    const moments = momentsView.parse(await read(`/api/things/${press}/moments`));
    expect(moments.moments.map(({ kind }) => kind)).toEqual(['begun', 'fitted']);
    expect(networkFigures.parse(await read('/api/network/figures')).reuseRate.value).toBe(0);
    const figures = designFigures.parse(await read(`/api/designs/${designId}/figures`));
    expect(figures).toMatchObject({ things: 1, carbon: { footprint: { value: null } }, cascadeSaving: [] });
    expect(madeWithView.parse(await read('/api/network/made-with')).cut).toBe(false);
    const missing = await app().nobody.get(`/api/things/${workshopId}/trace`);
    expect(missing.status).toBe(404);
  });
});

describe('a problem that is fixed in a later revision', () => {
  const impactOf = async (problemId: string, person: Caller = steward) =>
    impactView.parse(await read(`/api/designs/${designId}/problems/${problemId}/impact`, person));
  const answer = (problemId: string, body: object, person: Caller = steward) =>
    person.command(`/api/things/${valve}/problems/${problemId}/answer`, { designId, ...body });

  it('names the thing and its holders are told; they answer, and can take that back', async () => {
    const raised = { revision: 1, text: 'The spring breaks', safety: false, line: null, step: null };
    const problemId = idIn(await stranger.command(`/api/designs/${designId}/problems`, raised));
    idIn(
      await publish(stranger, { designId }, [set(['title'], 'Valve', 'Valve again')], { fixes: [problemId] }),
    );
    const impact = await impactOf(problemId);
    expect(impact).toMatchObject({ affected: [1], fixedIn: 2, counts: { open: 1, fixed: 0, exempted: 0 } });
    expect(impact.things).toMatchObject([
      { thing: { itemId: valve }, inside: [{ itemId: press }], state: 'open', mayAnswer: true, through: [] },
    ]);
    expect((await impactOf(problemId, stranger)).things[0]?.mayAnswer).toBe(false);
    await expect
      .poll(async () => {
        const notices = Reflect.get(Object(await read('/api/me/notices', steward)), 'notices');
        return noticeView
          .array()
          .parse(notices)
          .map(({ kind }) => kind);
      })
      .toContain('ThingProblemFixed');

    const [notice] = noticeView
      .array()
      .parse(Reflect.get(Object(await read('/api/me/notices', steward)), 'notices'))
      .filter(({ kind }) => kind === 'ThingProblemFixed');
    expect(notice?.path).toBe(`/things/${valve}`);

    const counts = impactCounts.parse(await read(`/api/designs/${designId}/impacts`));
    expect(counts.problems).toMatchObject([{ problemId, affected: [1], counts: { open: 1 } }]);
    const open = async () => thingView.parse(await read(`/api/things/${valve}`)).openProblems;
    expect(await open()).toMatchObject([{ problemId, title: 'Valve again', revision: 1, fixedIn: 2 }]);
    expect((await answer(problemId, { answer: 'exempted' })).status).toBe(400);
    expect((await answer(problemId, { answer: 'fixed' }, stranger)).status).toBe(403);
    idIn(await answer(problemId, { answer: 'exempted', reason: 'It has another spring' }));
    const exempted = await impactOf(problemId);
    expect(await open()).toEqual([]);
    expect(exempted.things).toMatchObject([{ state: 'exempted', reason: 'It has another spring' }]);
    expect((await impactOf(problemId, app().nobody)).things).toMatchObject([{ reason: null, by: null }]);
    // What is taken back is as it was, with its reason.
    for (const act of [
      () => answer(problemId, { answer: 'fixed' }),
      () => steward.command(`/api/things/${valve}/problems/${problemId}/reopen`, { designId }),
    ]) {
      const { undo } = commandReply.parse((await act()).body);
      idIn(await steward.command(undo?.path ?? '', undo?.body));
      expect((await impactOf(problemId)).things).toEqual(
        exempted.things.map((one) => ({ ...one, at: expect.any(String) })),
      );
    }
    idIn(await steward.command(`/api/things/${valve}/problems/${problemId}/reopen`, { designId }));
    idIn(await steward.command(`/api/things/${valve}/modify`, { of: { designId, revision: 2 } }));
    expect((await impactOf(problemId)).things).toMatchObject([{ state: 'fixed', how: 'modified' }]);
  });

  it('by which somebody could be hurt is told to holders first, on the thing and on what it is in', async () => {
    const danger = { revision: 2, text: 'It bursts', safety: true, line: null, step: null };
    const problemId = idIn(await stranger.command(`/api/designs/${designId}/problems`, danger));
    const dangers = async (person: Caller) => myDangers.parse(await read('/api/me/dangers', person)).problems;
    const mine = { problemId, text: 'It bursts', count: 1, things: [{ itemId: valve, name: 'Valve 1' }] };
    expect(await dangers(steward)).toMatchObject([mine]);
    expect(await dangers(stranger)).toEqual([]);
    const inside = async () => thingView.parse(await read(`/api/things/${press}`)).dangersInside;
    expect(await inside()).toMatchObject([{ itemId: valve, text: 'It bursts' }]);
    idIn(await answer(problemId, { answer: 'fixed' }));
    expect([await dangers(steward), await inside()]).toEqual([[], []]);
  });
});
