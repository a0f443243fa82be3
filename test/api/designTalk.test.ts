import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { mayReadTopic } from '../../server/members/topics.ts';
import { commandReply } from '../../shared/commandReply.ts';
import { designView } from '../../shared/designs/designViews.ts';
import { talkView } from '../../shared/designs/talkViews.ts';
import { noticeView } from '../../shared/members/views.ts';
import { problem } from '../../shared/problem.ts';
import { idIn, type Person } from '../server/application.ts';
import type { Caller, Reply } from '../server/caller.ts';
import { newDesign, publish, set } from './designStory.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();
let anna: Person;
let ben: Person;
let designId: string;
let of: string;

beforeAll(async () => {
  [anna, ben] = await Promise.all([app().person('Anna'), app().person('Ben')]);
  designId = await newDesign(anna);
  of = `/api/designs/${designId}`;
});

const talk = async (person: Caller = app().nobody) => talkView.parse((await person.get(`${of}/talk`)).body);
const ruleIn = (reply: Reply) => problem.parse(reply.body).objections?.[0]?.rule;
/** What a reply offers to take it back. */
async function undo(person: Caller, reply: Reply): Promise<Reply> {
  const { undo } = commandReply.parse(reply.body);
  if (!undo) throw new Error(`no Undo in ${reply.text}`);
  const headers: Record<string, string> = { 'idempotency-key': randomUUID() };
  if (undo.ifMatch !== null) headers['if-match'] = undo.ifMatch;
  const undone = await person.send(undo.path, { method: 'POST', body: undo.body, headers });
  idIn(undone);
  return undone;
}
const toldTo = (person: Caller, kind: string) =>
  expect
    .poll(async () => {
      const { body } = await person.get('/api/me/notices');
      return noticeView
        .array()
        .parse(Reflect.get(Object(body), 'notices'))
        .map((notice) => notice.kind);
    })
    .toContain(kind);

describe('a problem', () => {
  const raise = (more: object = {}) =>
    ben.command(`${of}/problems`, { revision: 1, text: 'The hose bursts', ...more });
  const problemOf = async (problemId: string) => {
    const found = (await talk()).problems.find((one) => one.problemId === problemId);
    if (!found) throw new Error('no such problem');
    return found;
  };
  const change = async (person: Caller, problemId: string, verb: string, body: object = {}) => {
    const { entityRevision: ifMatch } = await problemOf(problemId);
    return person.command(`${of}/problems/${problemId}/${verb}`, body, { ifMatch });
  };

  it('is raised by anybody, told to maintainers, confirmed and fixed in a revision', async () => {
    const problemId = idIn(await raise({ safety: true }));
    await toldTo(anna, 'SafetyProblemRaised');
    expect(await problemOf(problemId)).toMatchObject({
      status: 'open',
      safety: true,
      text: 'The hose bursts',
    });
    expect((await change(ben, problemId, 'confirm')).status).toBe(403);
    idIn(await change(anna, problemId, 'confirm'));
    await toldTo(ben, 'ProblemConfirmed');
    idIn(await publish(anna, { designId }, [set(['purpose'], '', 'Better hoses')], { fixes: [problemId] }));
    expect(await problemOf(problemId)).toMatchObject({ status: 'fixed', fixedIn: 2 });
    await toldTo(ben, 'ProblemFixed');
    const { credits } = designView.parse((await anna.get(of)).body);
    expect(credits.find(({ memberId }) => memberId === ben.memberId)?.roles).toContain('reported');
  });
  it('and all that becomes of it can be taken back', async () => {
    const raised = await raise();
    const problemId = idIn(raised);
    const status = async () => (await problemOf(problemId)).status;
    await undo(anna, await change(anna, problemId, 'confirm'));
    await undo(anna, await change(anna, problemId, 'dismiss', { reason: 'Yours was another hose' }));
    await undo(anna, await change(anna, problemId, 'fix', { revision: 1 }));
    expect(await status()).toBe('open');
    const withdrawn = await change(ben, problemId, 'withdraw');
    expect((await talk()).problems.map((one) => one.problemId)).not.toContain(problemId);
    await undo(ben, withdrawn);
    expect(await status()).toBe('open');
    const another = await raise();
    await undo(ben, another);
    expect((await talk()).problems.map((one) => one.problemId)).not.toContain(idIn(another));
    const dismissed = await change(anna, problemId, 'dismiss', { reason: 'Not here' });
    expect(dismissed.status).toBe(200);
    await toldTo(ben, 'ProblemDismissed');
    expect(ruleIn(await change(anna, problemId, 'confirm'))).toBe('settled');
  });
  it('of a revision that there is not is refused, and nobody raises one without an account', async () => {
    expect(ruleIn(await raise({ revision: 99 }))).toBe('noSuchRevision');
    const body = { revision: 1, text: 'Bad' };
    expect((await app().nobody.command(`${of}/problems`, body)).status).toBe(401);
    expect((await ben.command(`/api/designs/${randomUUID()}/problems`, body)).status).toBe(404);
  });
});

describe('a question', () => {
  const ask = () => ben.command(`${of}/questions`, { revision: 1, text: 'Which oil?' });

  it('is answered, and the answer that helped is marked', async () => {
    const questionId = idIn(await ask());
    await toldTo(anna, 'QuestionAsked');
    const answered = await anna.command(`${of}/questions/${questionId}/answers`, { text: 'HLP 46' });
    await toldTo(ben, 'QuestionAnswered');
    const path = `${of}/questions/${questionId}/answers/${idIn(answered)}`;
    const shown = async () =>
      (await talk()).questions.find((one) => one.questionId === questionId)?.answers ?? [];
    const marked = await ben.command(`${path}/mark`, {});
    expect(await shown()).toMatchObject([{ text: 'HLP 46', marked: true }]);
    await undo(ben, marked);
    expect(await shown()).toMatchObject([{ marked: false }]);
    const stranger = await app().person('Cleo');
    expect(ruleIn(await stranger.command(`${path}/mark`, {}))).toBe('notAsker');
    expect(ruleIn(await ben.command(`${path}/withdraw`, {}))).toBe('notYours');
    await undo(anna, answered);
    expect(await shown()).toEqual([]);
  });
  it('is taken back by whoever asked it, and the answer to a repeat is the same', async () => {
    const asked = await ask();
    const path = `${of}/questions/${idIn(asked)}/withdraw`;
    const { revision } = commandReply.parse(asked.body);
    const ifMatch = revision ?? 0;
    expect((await anna.command(path, {}, { ifMatch })).status).toBe(403);
    const commandId = randomUUID();
    const [first, second] = [
      await ben.command(path, {}, { ifMatch, commandId }),
      await ben.command(path, {}, { ifMatch, commandId }),
    ];
    expect(second.body).toEqual(first.body);
    expect((await talk()).questions.map(({ questionId }) => questionId)).not.toContain(idIn(asked));
    const none = `${of}/questions/${randomUUID()}/withdraw`;
    expect((await ben.command(none, {}, { ifMatch })).status).toBe(404);
  });
});

it('reviews mark, duplicates point, and both are taken back', async () => {
  const review = { revision: 1, mark: 'builtIt', text: 'Runs since May' };
  const given = await ben.command(`${of}/reviews`, review);
  expect((await talk()).reviews).toMatchObject([{ mark: 'builtIt', text: 'Runs since May' }]);
  expect(ruleIn(await ben.command(`${of}/reviews`, review))).toBe('alreadyReviewed');
  expect(ruleIn(await anna.command(`${of}/reviews/${idIn(given)}/take-back`, {}))).toBe('notYours');
  await undo(ben, given);
  expect((await talk()).reviews).toEqual([]);

  const other = await newDesign(ben, 'Power unit');
  const duplicates = async () => designView.parse((await anna.get(of)).body).duplicates;
  const declared = await ben.command(`${of}/duplicates`, { of: other });
  expect(await duplicates()).toMatchObject([{ designId: other, title: 'Power unit' }]);
  const takenBack = await anna.command(`${of}/duplicates/${other}/take-back`, {});
  expect(await duplicates()).toEqual([]);
  await undo(anna, takenBack);
  expect(await duplicates()).toHaveLength(1);
  await undo(ben, await ben.command(`${of}/duplicates`, { of: await newDesign(ben, 'Pack') }));
  expect(declared.status).toBe(201);
});

it('moves for everybody with an account, and for keys that may read it', async () => {
  const { views, clock } = app().parts;
  const topic = `design-${designId}`;
  const member = { kind: 'member', memberId: ben.memberId } as const;
  expect(mayReadTopic(views, { ...member, via: 'session' }, topic, clock())).toBe(true);
  expect(mayReadTopic(views, { kind: 'nobody' }, topic, clock())).toBe(false);
  const withKey = (scopes: string[], workshopId: string | null) =>
    mayReadTopic(views, { ...member, via: 'key', keyId: 'k', scopes, workshopId }, topic, clock());
  expect(withKey(['workshops:read'], null)).toBe(true);
  expect(withKey(['machines:read'], null)).toBe(false);
  expect(withKey(['workshops:read'], randomUUID())).toBe(false);
});

it('what people write stands in accounts: erased with them, and never in the log', async () => {
  const dora = await app().person('Dora Xyzzy');
  idIn(await dora.command(`${of}/problems`, { revision: 1, text: 'MARKER-4401' }));
  idIn(await dora.command(`${of}/questions`, { revision: 1, text: 'MARKER-4402' }));
  idIn(await dora.command(`${of}/reviews`, { revision: 1, mark: 'safetyConcern', text: 'MARKER-4403' }));
  const events = await app().parts.store.read(`design-${designId}`, { from: 0, limit: 1000 });
  expect(JSON.stringify(events, (_key, value) => (typeof value === 'bigint' ? '' : value))).not.toMatch(
    /MARKER|Xyzzy/,
  );
  expect(JSON.stringify(await talk())).toContain('MARKER-4401');
  idIn(await dora.command('/api/me/erase', { confirm: 'erase' }));
  expect(JSON.stringify(await talk())).not.toMatch(/MARKER|Xyzzy/);
});
