import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { designCommands } from '../../server/designs/commands.ts';
import { revisionFactsOf } from '../../server/designs/revisionFacts.ts';
import { designList } from '../../shared/designs/catalogueViews.ts';
import type { DesignContent } from '../../shared/designs/content.ts';
import { designView, lacksView, revisionList, revisionView } from '../../shared/designs/designViews.ts';
import { comparisonView, lineageView, relationsView } from '../../shared/designs/lineageViews.ts';
import { componentsView, whereUsedView } from '../../shared/designs/listViews.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { suggestionList, suggestionView, talkView } from '../../shared/designs/talkViews.ts';
import { searchView } from '../../shared/search/views.ts';
import { idIn, type Person } from '../server/application.ts';
import { designOf, line, sub } from '../server/designs/library.ts';
import { sharedApplication } from './shared.ts';

describe('reading designs', () => {
  const app = sharedApplication();
  let anna: Person;
  let ben: Person;
  let steward: Person;
  let workshopId: string;

  const publish = async (
    by: Person,
    content: DesignContent,
    of: { designId?: string; revision?: number; forkedFrom?: PinnedRevision; workshopId?: string } = {},
  ): Promise<PinnedRevision> => {
    const { parts } = app();
    const { designId = randomUUID(), revision = 1, forkedFrom = null, workshopId: home = null } = of;
    const outcome = await parts.commands.handle(designCommands(parts).PublishRevision, {
      command: {
        type: 'PublishRevision',
        designId,
        revision,
        ...revisionFactsOf(content, await parts.designs.write(content)),
        forkedFrom,
        workshopId: home,
        publishedBy: by.memberId,
        fixes: [],
      },
      actor: { kind: 'member', memberId: by.memberId },
      commandId: randomUUID(),
    });
    expect(outcome).toMatchObject({ outcome: 'accepted', seen: true });
    return { designId, revision };
  };
  const body = async (path: string, who: Pick<Person, 'get'> = app().nobody) => {
    const reply = await who.get(path);
    expect(reply.status, reply.text).toBe(200);
    return reply.body;
  };
  const at = ({ designId, revision }: PinnedRevision) => `/api/designs/${designId}/revisions/${revision}`;

  beforeAll(async () => {
    ({ steward, workshopId } = await app().found());
    [anna, ben] = await Promise.all([app().person('Anna'), app().person('Ben')]);
    await app().join(anna, workshopId);
  });

  it('shows a design, its revisions and its rolled-up parts list to anybody', async () => {
    const pump = await publish(anna, designOf({ title: 'Gear pump', parts: [line('gear', { mass: 2 })] }));
    const content = designOf({
      title: 'Press',
      changes: 'first',
      parts: [sub('pump', pump, { quantity: 3 })],
    });
    const first = await publish(anna, content, { workshopId });
    const press = await publish(anna, { ...content, changes: 'second' }, { ...first, revision: 2 });

    const seen = designView.parse(await body(`/api/designs/${press.designId}`));
    expect(seen).toMatchObject({ latest: 2, workshop: { workshopId }, maintainers: [{ name: 'Anna' }] });
    expect(seen.mine).toEqual({ maintains: false, draftId: null, maySuggestFrom: [] });
    expect(seen.credits).toEqual([
      { memberId: anna.memberId, name: 'Anna', roles: ['author'], designs: [press.designId] },
    ]);
    const hers = designView.parse(await body(`/api/designs/${press.designId}`, anna));
    expect(hers.mine.maintains).toBe(true);

    const { revisions, next } = revisionList.parse(await body(`/api/designs/${press.designId}/revisions`));
    expect(revisions.map(({ revision, changes }) => [revision, changes])).toEqual([
      [2, 'second'],
      [1, 'first'],
    ]);
    expect(next).toBeNull();
    const older = await body(`/api/designs/${press.designId}/revisions?after=2`);
    expect(revisionList.parse(older).revisions).toHaveLength(1);

    const revision = revisionView.parse(await body(at(press)));
    expect(revision).toMatchObject({
      rollUp: { mass: 6, pieces: 3 },
      uses: [{ title: 'Gear pump', latest: 1 }],
    });
    const { components } = componentsView.parse(await body(`${at(press)}/components`));
    expect(components).toMatchObject([{ name: 'gear', quantity: 3, mass: 6, in: [{ title: 'Gear pump' }] }]);
    const { uses } = whereUsedView.parse(await body(`/api/designs/${pump.designId}/where-used`));
    expect(uses).toMatchObject([{ by: { title: 'Press', revision: 2 }, quantity: 3, level: 1 }]);

    expect((await app().nobody.get(`${at({ ...press, revision: 3 })}`)).status).toBe(404);
    expect((await app().nobody.get(`/api/designs/${randomUUID()}`)).status).toBe(404);
  });

  it('follows a fork from what it changed to the credit for its adoption', async () => {
    const before = designOf({ title: 'Cart', purpose: 'Carries.', parts: [line('axle'), line('board')] });
    const cart = await publish(anna, before);
    const after = {
      ...before,
      purpose: 'Carries more.',
      parts: [line('axle', { quantity: 2 }), line('board')],
    };
    const fork = await publish(ben, after, { forkedFrom: cart });
    const path = `/api/designs/${cart.designId}`;

    const his = designView.parse(await body(path, ben));
    expect(his.counts.forks).toBe(1);
    const draftId = randomUUID();
    const begun = await ben.post('/api/drafts', { draftId, forkOf: cart });
    expect(begun.status, begun.text).toBe(201);
    expect(designView.parse(await body(path, ben)).mine.draftId).toBe(draftId);
    expect(his.mine.draftId).toBeNull();
    expect(his.mine.maySuggestFrom).toMatchObject([{ designId: fork.designId, title: 'Cart' }]);
    const suggestionId = idIn(await ben.command(`${path}/suggestions`, { from: fork, message: 'Two axles' }));
    expect(designView.parse(await body(path, ben)).mine.maySuggestFrom).toEqual([]);

    const { suggestions } = suggestionList.parse(await body(`${path}/suggestions`, anna));
    expect(suggestions).toMatchObject([
      { status: 'open', message: 'Two axles', suggestedBy: { name: 'Ben' } },
    ]);
    const offered = suggestionView.parse(await body(`${path}/suggestions/${suggestionId}`, anna));
    expect(offered).toMatchObject({ onto: 1, conflicts: [], hindrance: null, mayAdopt: true });
    expect(offered.changes).toHaveLength(2);

    const pinned = ({ designId, revision }: PinnedRevision) => `${designId}:${revision}`;
    const compared = comparisonView.parse(
      await body(`/api/compare?one=${pinned(cart)}&other=${pinned(fork)}`),
    );
    expect(compared).toMatchObject({ common: cart, before: { pieces: 2 }, after: { pieces: 3 } });
    expect(compared.changes).toHaveLength(2);
    expect((await app().nobody.get(`/api/compare?one=${pinned(cart)}&other=x`)).status).toBe(400);

    const adopted = await anna.command(
      `${path}/suggestions/${suggestionId}/adopt`,
      { changes: null, onto: 1 },
      { ifMatch: offered.entityRevision },
    );
    expect(adopted.status, adopted.text).toBe(201);
    const hers = designView.parse(await body(path));
    expect(hers.latest).toBe(2);
    expect(hers.credits.map(({ name, roles }) => [name, roles])).toEqual([
      ['Anna', ['author', 'adopted']],
      ['Ben', ['suggested', 'author']],
    ]);
    const lineage = lineageView.parse(await body(`/api/designs/${fork.designId}/lineage`));
    expect(lineage.designs.map(({ designId }) => designId)).toEqual([fork.designId, cart.designId]);
    expect(lineage.links.map(({ kind, to }) => [kind, to])).toEqual([
      ['fork', fork],
      ['adoption', { designId: cart.designId, revision: 2 }],
    ]);
    expect(lineage.cut).toBe(false);
  });

  it('tells what is reported, asked and reviewed, in words that are kept in accounts', async () => {
    const kiln = await publish(anna, designOf({ title: 'Kiln' }));
    const path = `/api/designs/${kiln.designId}`;
    await ben.command(`${path}/problems`, { revision: 1, text: 'The door burns', safety: true });
    const questionId = idIn(await ben.command(`${path}/questions`, { revision: 1, text: 'How hot?' }));
    await anna.command(`${path}/questions/${questionId}/answers`, { text: '900 °C' });
    await ben.command(`${path}/reviews`, { revision: 1, mark: 'builtIt', text: 'Works' });
    const talk = talkView.parse(await body(`${path}/talk`, ben));
    expect(talk.problems).toMatchObject([{ text: 'The door burns', safety: true, isMine: true }]);
    expect(talk.questions).toMatchObject([
      { text: 'How hot?', answers: [{ text: '900 °C', marked: false }] },
    ]);
    expect(talk.reviews).toMatchObject([{ mark: 'builtIt', text: 'Works', reviewedBy: { name: 'Ben' } }]);
    const { counts, reviews } = designView.parse(await body(path));
    expect(counts).toMatchObject({ openProblems: 1, safetyProblems: 1, openQuestions: 1, built: 1 });
    expect(reviews).toEqual([{ mark: 'builtIt', ofLatest: 1, ofOlder: 0 }]);
  });

  it('finds designs by words, pages through them, and knows what a workshop can make', async () => {
    await app().registerMachine(steward, workshopId, { name: 'Welder one', kind: 'welder' });
    const step = { id: 'step1', title: 'Cut', text: '', parts: [], tools: [], minutes: null, pictures: [] };
    const making = (title: string, machines: ('welder' | 'torchTable')[]) =>
      publish(
        anna,
        designOf({ title, tags: ['zebu'], steps: [{ ...step, machines, competences: ['MIG welding'] }] }),
      );
    const hoe = await making('Zebu hoe', ['welder']);
    const plough = await making('Zebu plough', ['welder', 'torchTable']);

    const found = designList.parse(await body('/api/designs?q=zebu&limit=1'));
    expect(found).toMatchObject({ total: 2, facets: { machine: [{ value: 'welder', count: 2 }, {}] } });
    const rest = designList.parse(await body(`/api/designs?q=zebu&limit=1&after=${found.next}`));
    expect([...found.designs, ...rest.designs].map(({ designId }) => designId).toSorted()).toEqual(
      [hoe.designId, plough.designId].toSorted(),
    );
    expect(rest.next).toBeNull();
    const made = designList.parse(await body(`/api/designs?tag=zebu&workshop=${workshopId}&makeable=true`));
    expect(made.designs).toMatchObject([{ designId: hoe.designId, lacks: [] }]);
    const lacking = designList.parse(await body(`/api/designs?q=plough&workshop=${workshopId}`));
    expect(lacking.designs).toMatchObject([{ lacks: ['torchTable'] }]);
    expect((await app().nobody.get('/api/designs?makeable=true')).status).toBe(400);
    expect(designList.parse(await body('/api/designs?q=%22NEAR(%F0%9F%9A%9C')).total).toBe(0);

    const lacks = lacksView.parse(await body(`/api/designs/${plough.designId}/lacks?workshop=${workshopId}`));
    expect(lacks.machines).toMatchObject([
      { kind: 'torchTable', here: [], elsewhere: [] },
      { kind: 'welder', here: [{ name: 'Welder one' }] },
    ]);
    expect(lacks.competences).toEqual([{ name: 'MIG welding', known: false }]);

    const everywhere = searchView.parse(await body('/api/search?q=zebu%20plou'));
    expect(everywhere.found).toMatchObject([{ what: 'design', designId: plough.designId }]);
  });

  it('draws how machines make each other, with circles', async () => {
    const made = (title: string, what: string) =>
      publish(anna, designOf({ title, relations: [{ id: 'rel1', kind: 'madeFrom', what, design: null }] }));
    const lathe = await made('Lathe', 'Foundry');
    const foundry = await made('Foundry', 'lathe');
    const tool = await made('Tool', 'Steel');
    const { nodes } = relationsView.parse(await body('/api/designs/machines'));
    const cycleOf = (id: string) => nodes.find((node) => node.id === id)?.cycle;
    expect(cycleOf(lathe.designId)).toBe(cycleOf(foundry.designId));
    expect(cycleOf(lathe.designId)).not.toBeNull();
    expect(cycleOf(tool.designId)).toBeNull();
    expect(nodes).toContainEqual(expect.objectContaining({ name: 'Steel', designId: null }));
  });
});
