import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandReply } from '../../shared/commandReply.ts';
import { designView, revisionView } from '../../shared/designs/designViews.ts';
import { suggestionList, suggestionView } from '../../shared/designs/talkViews.ts';
import { noticeView } from '../../shared/members/views.ts';
import { problem } from '../../shared/problem.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Caller, Reply } from '../server/caller.ts';
import { add, draftOf, newDesign, newFork, publish, set } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();
let anna: Person;
let ben: Person;
let cleo: Person;

beforeAll(async () => {
  [anna, ben, cleo] = await Promise.all([app().person('Anna'), app().person('Ben'), app().person('Cleo')]);
});

const rulesIn = (reply: Reply) => {
  expect(reply.status, reply.text).toBe(409);
  return problem.parse(reply.body).objections?.map(({ rule }) => rule) ?? [];
};
const designOf = async (designId: string) =>
  designView.parse((await app().nobody.get(`/api/designs/${designId}`)).body);
const revisionOf = async (designId: string, revision: number) =>
  revisionView.parse((await app().nobody.get(`/api/designs/${designId}/revisions/${revision}`)).body);
const suggest = (person: Caller, designId: string, fork: string, revision = 1, message = '') =>
  person.command(`/api/designs/${designId}/suggestions`, {
    from: { designId: fork, revision },
    message,
  });
const read = async (designId: string, suggestionId: string, person: Caller = app().nobody) =>
  suggestionView.parse((await person.get(`/api/designs/${designId}/suggestions/${suggestionId}`)).body);
const answer = async (
  person: Caller,
  designId: string,
  suggestionId: string,
  verb: string,
  body: object,
  more: { dryRun?: boolean; commandId?: string; ifMatch?: number } = {},
) => {
  const { entityRevision: ifMatch } = await read(designId, suggestionId);
  const path = `/api/designs/${designId}/suggestions/${suggestionId}/${verb}`;
  return person.command(path, body, { ifMatch, ...more });
};
const adoptAll = { changes: null, onto: 1 };
const bolts = async (designId: string, revision: number) =>
  (await revisionOf(designId, revision)).content?.parts.find(({ name }) => name === 'bolt')?.quantity;
const noticesOf = async (person: Caller) =>
  noticeView.array().parse(Reflect.get(Object((await person.get('/api/me/notices')).body), 'notices'));
/** Reactions run after the answer: looks again until it is told. */
const toldTo = (person: Caller, kind: string) =>
  expect
    .poll(async () => (await noticesOf(person)).map((notice) => notice.kind), { timeout: 4000 })
    .toContain(kind);

describe('a fork’s change', () => {
  it('meets no hindrance of licences where it would be adopted: maintainers may narrow their own', async () => {
    const design = await newDesign(anna, 'Open vice', { licence: 'MIT' });
    const changes = [set(['documentationLicence'], '', 'MIT')];
    const fork = idIn(await publish(ben, { forkOf: { designId: design, revision: 1 } }, changes));
    const suggestionId = idIn(await suggest(ben, design, fork));
    const narrower = [set(['licence'], 'MIT', 'CERN-OHL-S-2.0')];
    expect((await publish(anna, { designId: design }, narrower)).status).toBe(200);
    expect((await read(design, suggestionId, anna)).hindrance).toBe(null);
    const adopted = await answer(anna, design, suggestionId, 'adopt', { changes: null, onto: 2 });
    expect(adopted.status, adopted.text).toBe(201);
  });

  it('is not adopted where lines would go into themselves with it', async () => {
    const designId = await newDesign(anna);
    const into = (line: string, parent: string) => [
      set(['parts', `line-${line}`, 'parent'], null, `line-${parent}`),
    ];
    const fork = idIn(await publish(ben, { forkOf: { designId, revision: 1 } }, into('bolt', 'pump')));
    const suggestionId = idIn(await suggest(ben, designId, fork));
    idIn(await publish(anna, { designId }, into('pump', 'bolt')));
    const adopted = await answer(anna, designId, suggestionId, 'adopt', { changes: null, onto: 2 });
    expect(rulesIn(adopted)).toEqual(['circularParts']);
  });

  it('names only alternatives that are here', async () => {
    const alternatives = [
      { name: 'Old pump', specification: '', of: { designId: randomUUID(), revision: 3 }, note: '' },
    ];
    const designId = await newDesign(anna);
    const changes = [set(['parts', 'line-pump', 'alternatives'], [], alternatives)];
    const next = await publish(anna, { designId }, changes);
    expect(rulesIn(next)).toEqual(['unknownSubDesign']);
    expect(next.text).toContain('Old pump 3');
  });

  it('is suggested, adopted upstream, and everybody is credited', async () => {
    const designId = await newDesign(anna);
    const fork = await newFork(ben, { designId, revision: 1 });
    const suggestionId = idIn(await suggest(ben, designId, fork, 1, 'Twelve hold better'));
    await toldTo(anna, 'SuggestionMade');
    const seen = await read(designId, suggestionId, anna);
    expect(seen).toMatchObject({
      status: 'open',
      base: { designId, revision: 1 },
      message: 'Twelve hold better',
      mayAdopt: true,
      conflicts: [],
      changes: [{ at: ['parts', 'line-bolt', 'quantity'], from: 8, to: 12 }],
    });
    expect(await answer(ben, designId, suggestionId, 'adopt', adoptAll)).toMatchObject({ status: 403 });
    const rehearsed = await answer(anna, designId, suggestionId, 'adopt', adoptAll, { dryRun: true });
    expect(rehearsed.body).toEqual({ wouldBeAccepted: true });
    const commandId = randomUUID();
    const { entityRevision: ifMatch } = seen;
    const adopted = await answer(anna, designId, suggestionId, 'adopt', adoptAll, { commandId });
    expect(adopted.status, adopted.text).toBe(201);
    const again = await answer(anna, designId, suggestionId, 'adopt', adoptAll, { commandId, ifMatch });
    expect(again.body).toEqual(adopted.body);

    expect(await bolts(designId, 2)).toBe(12);
    expect(await read(designId, suggestionId)).toMatchObject({ status: 'adopted', inRevision: 2 });
    const { latest, credits } = await designOf(designId);
    expect(latest).toBe(2);
    const rolesOf = (person: Person) =>
      credits.find(({ memberId }) => memberId === person.memberId)?.roles.toSorted();
    expect(rolesOf(anna)).toEqual(['adopted', 'author']);
    expect(rolesOf(ben)).toContain('suggested');
    await toldTo(ben, 'SuggestionAdopted');
  });

  it('that follows an adopted one is measured from what was adopted', async () => {
    const designId = await newDesign(anna);
    const fork = await newFork(ben, { designId, revision: 1 });
    const first = idIn(await suggest(ben, designId, fork));
    idIn(await answer(anna, designId, first, 'adopt', adoptAll));
    idIn(await publish(ben, { designId: fork }, [set(['purpose'], '', 'Power where none is')]));
    const second = idIn(await suggest(ben, designId, fork, 2));
    const seen = await read(designId, second);
    expect(seen.base).toMatchObject({ designId: fork, revision: 1 });
    expect(seen.changes).toHaveLength(1);
  });

  it('in conflict is adopted only with a side chosen for it', async () => {
    const designId = await newDesign(anna);
    const fork = await newFork(ben, { designId, revision: 1 });
    const suggestionId = idIn(await suggest(ben, designId, fork));
    idIn(await publish(anna, { designId }, [set(['parts', 'line-bolt', 'quantity'], 8, 10)]));
    expect((await read(designId, suggestionId)).conflicts).toMatchObject([{ mine: 10 }]);
    const key = 'parts/line-bolt/quantity';
    const onto = { ...adoptAll, onto: 2 };
    expect(rulesIn(await answer(anna, designId, suggestionId, 'adopt', onto))).toEqual(['conflict']);
    expect(rulesIn(await answer(anna, designId, suggestionId, 'adopt', adoptAll))).toEqual(['newerRevision']);
    const unknown = { ...onto, changes: ['parts/none/quantity'] };
    expect(rulesIn(await answer(anna, designId, suggestionId, 'adopt', unknown))).toEqual(['unknownChange']);
    const mine = { ...onto, sides: { [key]: 'mine' } };
    expect(rulesIn(await answer(anna, designId, suggestionId, 'adopt', mine))).toEqual(['nothingTaken']);
    idIn(await answer(anna, designId, suggestionId, 'adopt', { ...onto, sides: { [key]: 'theirs' } }));
    expect(await bolts(designId, 3)).toBe(12);
  });

  it('is declined with a reason that its author reads, and the Undo opens it again', async () => {
    const designId = await newDesign(anna);
    const fork = await newFork(ben, { designId, revision: 1 });
    const suggestionId = idIn(await suggest(ben, designId, fork));
    const declined = await answer(anna, designId, suggestionId, 'decline', { reason: 'Too heavy' });
    expect(await read(designId, suggestionId)).toMatchObject({ status: 'declined', reason: 'Too heavy' });
    await toldTo(ben, 'SuggestionDeclined');
    const { undo } = commandReply.parse(declined.body);
    if (!undo) throw new Error('no Undo');
    const headers = { 'idempotency-key': randomUUID(), 'if-match': undo.ifMatch ?? '' };
    const undone = await anna.send(undo.path, { method: 'POST', body: undo.body, headers });
    expect(undone.status, undone.text).toBe(200);
    expect(await read(designId, suggestionId)).toMatchObject({ status: 'open' });
    idIn(await answer(ben, designId, suggestionId, 'withdraw', {}));
    expect(rulesIn(await answer(anna, designId, suggestionId, 'adopt', adoptAll))).toContain('notOpen');
  });

  it('is suggested by its maintainers, to a lineage that it has something in common with', async () => {
    const designId = await newDesign(anna);
    const fork = await newFork(ben, { designId, revision: 1 });
    const other = await newDesign(cleo, 'Tractor');
    expect(rulesIn(await suggest(cleo, designId, fork))).toEqual(['notYourFork']);
    expect(rulesIn(await suggest(cleo, designId, other))).toEqual(['noCommonAncestor']);
    expect(rulesIn(await suggest(ben, designId, fork, 7))).toEqual(['noCommonAncestor']);
    expect((await suggest(ben, randomUUID(), fork)).status).toBe(404);
    const unchanged = await publish(cleo, { forkOf: { designId, revision: 1 } }, []);
    if (unchanged.status === 201) {
      expect(rulesIn(await suggest(cleo, designId, idIn(unchanged)))).toEqual(['nothingChanged']);
    }
  });
});

describe('publishing', () => {
  it('by two at once lets exactly one have the next revision', async () => {
    const designId = await newDesign(anna);
    const named = { memberId: ben.memberId };
    idIn(await anna.command(`/api/designs/${designId}/maintainers`, named));
    const drafts = await Promise.all(
      [anna, ben].map(async (person) => ({
        person,
        ...(await draftOf(person, { designId }, [set(['purpose'], '', `By ${person.name}`)])),
      })),
    );
    const replies = await Promise.all(
      drafts.map(({ person, draftId, version }) =>
        person.command(`/api/drafts/${draftId}/publish`, { version, workshopId: null }),
      ),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = replies.find(({ status }) => status !== 200);
    expect(refused && rulesIn(refused)).toEqual(['newerRevision']);
    expect((await designOf(designId)).latest).toBe(2);
  });

  it('a fork that would drop share-alike is refused with the reason and what it may be', async () => {
    const designId = await newDesign(anna);
    const forkOf = { designId, revision: 1 };
    const closed = await publish(ben, { forkOf }, [set(['licence'], 'CERN-OHL-S-2.0', 'MIT')]);
    expect(rulesIn(closed)).toEqual(['licenceDropsShareAlike']);
    expect(problem.parse(closed.body).detail).toContain('CERN-OHL-S-2.0');
    const none = await publish(ben, { forkOf }, [set(['licence'], 'CERN-OHL-S-2.0', 'whatever I like')]);
    expect(rulesIn(none)).toContain('licenceUnknown');
    const fork = await newFork(ben, forkOf);
    const later = await publish(ben, { designId: fork }, [set(['licence'], 'CERN-OHL-S-2.0', 'MIT')]);
    expect(rulesIn(later)).toEqual(['licenceDropsShareAlike']);
  });

  it('a design that would be a part of itself is refused with the way', async () => {
    const cube = await newDesign(anna, 'Power Cube');
    const tractor = idIn(
      await publish(anna, {}, [
        set(['title'], '', 'Tractor'),
        set(['licence'], '', 'CC0-1.0'),
        add('cube', 2, { designId: cube, revision: 1 }),
      ]),
    );
    const loop = await publish(anna, { designId: cube }, [
      add('tractor', 1, { designId: tractor, revision: 1 }),
    ]);
    expect(rulesIn(loop)).toEqual(['cycle']);
    expect(problem.parse(loop.body).detail).toContain('Power Cube → Tractor → Power Cube');
    const unknown = await publish(anna, { designId: cube }, [
      add('tractor', 1, { designId: tractor, revision: 9 }),
    ]);
    expect(rulesIn(unknown)).toEqual(['unknownSubDesign']);
    idIn(await publish(anna, { designId: cube }, [set(['purpose'], '', 'Power')]));
    const user = await newDesign(ben, 'Loader');
    idIn(await publish(ben, { designId: user }, [add('cube', 1, { designId: cube, revision: 2 })]));
    idIn(await publish(anna, { designId: cube }, [set(['purpose'], 'Power', 'More power')]));
    await toldTo(ben, 'SubDesignRevised');
  });

  it('is at home only in a workshop of whoever publishes it', async () => {
    const { steward, workshopId } = await app().found();
    const changes = [set(['title'], '', 'Saw'), set(['licence'], '', 'CC0-1.0')];
    expect(rulesIn(await publish(ben, {}, changes, { workshopId }))).toEqual(['notInWorkshop']);
    const designId = await newDesign(steward, 'Saw', { workshopId });
    const recall = `/api/designs/${designId}/maintainers/${steward.memberId}/recall`;
    expect(rulesIn(await steward.command(recall, {}))).toEqual(['lastMaintainer']);
    const named = { memberId: ben.memberId };
    expect((await cleo.command(`/api/designs/${designId}/maintainers`, named)).status).toBe(403);
    idIn(await steward.command(`/api/designs/${designId}/maintainers`, named));
    idIn(await steward.command(recall, {}));
    expect((await designOf(designId)).maintainers.map(({ memberId }) => memberId)).toEqual([ben.memberId]);
  });
});

it('suggestions of a design are listed with who made them', async () => {
  const designId = await newDesign(anna);
  const forks = await Promise.all([ben, cleo].map((person) => newFork(person, { designId, revision: 1 })));
  idIn(await suggest(ben, designId, forks[0] ?? ''));
  idIn(await suggest(cleo, designId, forks[1] ?? ''));
  const { suggestions } = suggestionList.parse((await anna.get(`/api/designs/${designId}/suggestions`)).body);
  expect(suggestions.map(({ suggestedBy }) => suggestedBy.name).toSorted()).toEqual(['Ben', 'Cleo']);
});
