import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ContentChange } from '../../shared/designs/changes.ts';
import { draftList, draftSaved, draftView, partsReply } from '../../shared/designs/draftViews.ts';
import { idIn } from '../server/application.ts';
import type { Caller } from '../server/caller.ts';
import { sharedApplication } from './shared.ts';

const app = sharedApplication();

const set = (at: string[], from: unknown, to: unknown): ContentChange => ({ kind: 'set', at, from, to });
const begin = async (person: Caller, more: object = {}) => {
  const draftId = randomUUID();
  const reply = await person.post('/api/drafts', { draftId, ...more });
  expect(reply.status, reply.text).toBe(201);
  return draftView.parse(reply.body);
};
const send = (person: Caller, draftId: string, changes: ContentChange[], more: object = {}) =>
  person.post(`/api/drafts/${draftId}/changes`, { saveId: randomUUID(), changes, ...more });
const save = async (...given: Parameters<typeof send>) => {
  const reply = await send(...given);
  expect(reply.status, reply.text).toBe(200);
  return draftSaved.parse(reply.body);
};
const read = async (person: Caller, draftId: string) =>
  draftView.parse((await person.get(`/api/drafts/${draftId}`)).body);
/** A draft with title and licence. */
const ready = async (person: Caller, title = 'Power Cube') => {
  const { draftId } = await begin(person);
  await save(person, draftId, [set(['title'], '', title), set(['licence'], '', 'CERN-OHL-S-2.0')]);
  return draftId;
};
const publish = async (
  person: Caller,
  draftId: string,
  more: object = {},
  commandId: string = randomUUID(),
) => {
  const { version } = await read(person, draftId).catch(() => ({ version: 2 }));
  return person.command(
    `/api/drafts/${draftId}/publish`,
    { version, workshopId: null, ...more },
    { commandId },
  );
};
const published = async (person: Caller, title?: string) =>
  idIn(await publish(person, await ready(person, title)));

describe('a draft', () => {
  test('is begun once, and seen by its owner alone', async () => {
    const [ada, bob] = await Promise.all([app().person('Ada'), app().person('Bob')]);
    const draft = await begin(ada);
    expect(draft).toMatchObject({ version: 1, isMine: true, base: null });
    expect(draft.hindrances).toEqual(['It needs a title.', 'It needs a licence.']);
    const headers = { 'accept-language': 'es' };
    const told = await ada.send(`/api/drafts/${draft.draftId}`, { headers });
    expect(draftView.parse(told.body).hindrances).toEqual(['Le falta un título.', 'Le falta una licencia.']);
    const again = await ada.post('/api/drafts', { draftId: draft.draftId });
    expect(again.status).toBe(200);
    expect((await bob.get(`/api/drafts/${draft.draftId}`)).status).toBe(404);
    expect((await bob.post('/api/drafts', { draftId: draft.draftId })).status).toBe(409);
    expect(draftList.parse((await bob.get('/api/drafts')).body).drafts).toEqual([]);
    expect((await app().nobody.get('/api/drafts')).status).toBe(401);
  });

  test('takes a repeated save once', async () => {
    const ada = await app().person('Ada');
    const { draftId } = await begin(ada);
    const body = { saveId: randomUUID(), changes: [set(['title'], '', 'One')] };
    const first = await ada.post(`/api/drafts/${draftId}/changes`, body);
    await save(ada, draftId, [set(['title'], 'One', 'Two')]);
    const repeated = await ada.post(`/api/drafts/${draftId}/changes`, body);
    expect(repeated.body).toEqual(first.body);
    expect((await read(ada, draftId)).content.title).toBe('Two');
  });

  test.each<[string, ContentChange]>([
    ['a field that is none', set(['__proto__'], null, { polluted: true })],
    ['a field of an entry that is none', set(['parts', 'line', '__proto__'], null, { polluted: true })],
    ['a value of another kind', set(['category'], 'other', 'spaceships')],
    [
      'an entry under another id',
      { kind: 'add', list: 'links' as 'parts', id: 'abcd', value: {}, after: null },
    ],
    ['half a field', set(['links', 'repository'], '', 'https://example.org')],
  ])('refuses %s, and saves nothing of what came with it', async (_, change) => {
    const ada = await app().person('Ada');
    const { draftId } = await begin(ada);
    const reply = await send(ada, draftId, [set(['title'], '', 'New'), change]);
    expect(reply.status).toBe(400);
    expect(await read(ada, draftId)).toMatchObject({ version: 1, content: { title: '' } });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('keeps both sides where two edit it at once', async () => {
    const [ada, bob] = await Promise.all([app().person('Ada'), app().person('Bob')]);
    const { draftId } = await begin(ada);
    expect((await ada.post(`/api/drafts/${draftId}/editors`, { memberId: bob.memberId })).status).toBe(200);
    const all = await Promise.all([
      ...Array.from({ length: 5 }, (_, index) => save(ada, draftId, [set(['tags'], [], [`ada${index}`])])),
      save(bob, draftId, [set(['purpose'], '', 'Moves oil')]),
    ]);
    expect(all.filter(({ conflicts }) => conflicts.length === 0)).toHaveLength(2);
    const told = await save(ada, draftId, [set(['title'], '', 'Cube')], { version: 1 });
    expect(told.othersChanged).toBe(true);
    const lost = await save(bob, draftId, [set(['title'], '', 'Box')]);
    expect(lost.conflicts).toMatchObject([{ mine: 'Cube' }]);
    await save(bob, draftId, [set(['title'], '', 'Box')], { force: true });
    expect((await read(ada, draftId)).content).toMatchObject({ title: 'Box', purpose: 'Moves oil' });
    expect((await bob.send(`/api/drafts/${draftId}`, { method: 'DELETE' })).status).toBe(403);
    const left = await bob.send(`/api/drafts/${draftId}/editors/${bob.memberId}`, { method: 'DELETE' });
    expect(left.status).toBe(200);
    expect((await bob.get(`/api/drafts/${draftId}`)).status).toBe(404);
  });

  test('is gone once it is thrown away, and the rest of what one has comes along', async () => {
    const ada = await app().person('Ada');
    const draftId = await ready(ada);
    expect((await ada.get('/api/me/data')).text).toContain(draftId);
    expect((await ada.send(`/api/drafts/${draftId}`, { method: 'DELETE' })).status).toBe(200);
    expect((await ada.get('/api/me/data')).text).not.toContain(draftId);
  });

  test('goes with its owner', async () => {
    const [ada, bob] = await Promise.all([app().person('Ada'), app().person('Bob')]);
    const { draftId } = await begin(ada);
    await ada.post(`/api/drafts/${draftId}/editors`, { memberId: bob.memberId });
    expect((await bob.get(`/api/drafts/${draftId}`)).status).toBe(200);
    expect((await ada.command('/api/me/erase', { confirm: 'erase' })).status).toBeLessThan(300);
    expect((await bob.get(`/api/drafts/${draftId}`)).status).toBe(404);
  });
});

describe('publishing', () => {
  test('needs a title and a licence, and says so in a sentence each', async () => {
    const ada = await app().person('Ada');
    const { draftId } = await begin(ada);
    const reply = await publish(ada, draftId);
    expect(reply).toMatchObject({
      status: 409,
      body: { objections: [{ message: 'It needs a title.' }, { message: 'It needs a licence.' }] },
    });
  });

  test('makes a design of the draft, once, also when the answer was lost', async () => {
    const ada = await app().person('Ada');
    const draftId = await ready(ada);
    const rehearsed = await ada.command(
      `/api/drafts/${draftId}/publish`,
      { version: 2, workshopId: null },
      { dryRun: true },
    );
    expect(rehearsed.body).toEqual({ wouldBeAccepted: true });
    const commandId = randomUUID();
    const first = await publish(ada, draftId, {}, commandId);
    expect(first.status, first.text).toBe(201);
    expect((await ada.get(`/api/drafts/${draftId}`)).status).toBe(404);
    const again = await publish(ada, draftId, {}, commandId);
    expect(again.body).toEqual(first.body);
    const other = await publish(ada, draftId, { fixes: [randomUUID()] }, commandId);
    expect(other.status).toBe(409);
    const design = await app().nobody.get(`/api/designs/${idIn(first)}`);
    expect(design.body).toMatchObject({ latest: 1, summary: { title: 'Power Cube' } });
  });

  test('makes one design of a draft that is published in two windows at once', async () => {
    const ada = await app().person('Ada');
    const draftId = await ready(ada);
    const both = await Promise.all([publish(ada, draftId), publish(ada, draftId)]);
    const made = both.filter(({ status }) => status === 201);
    expect(made).toHaveLength(1);
    expect((await ada.get(`/api/drafts/${draftId}`)).status).toBe(404);
  });

  test('leads on: the next revision, and a fork of it by somebody else', async () => {
    const [ada, bob] = await Promise.all([app().person('Ada'), app().person('Bob')]);
    const designId = await published(ada);
    const next = await begin(ada, { designId });
    expect(next).toMatchObject({ designId, base: { designId, revision: 1, title: 'Power Cube' } });
    await save(ada, next.draftId, [
      set(['purpose'], '', 'Gives power'),
      set(['changes'], '', 'Purpose told'),
    ]);
    expect((await publish(ada, next.draftId)).status).toBe(200);
    expect((await bob.post('/api/drafts', { draftId: randomUUID(), designId })).status).toBe(409);
    const fork = await begin(bob, { forkOf: { designId, revision: 2 } });
    expect(fork.content).toMatchObject({ purpose: 'Gives power', changes: '' });
    expect(fork.licence).toMatchObject({ refusal: null });
    await save(bob, fork.draftId, [set(['licence'], 'CERN-OHL-S-2.0', 'MIT')]);
    const dropped = await publish(bob, fork.draftId);
    expect(dropped.status).toBe(409);
    expect((await read(bob, fork.draftId)).licence.refusal).toContain('shared alike');
    await save(bob, fork.draftId, [
      set(['licence'], 'MIT', 'CERN-OHL-S-2.0'),
      set(['title'], 'Power Cube', 'Cube B'),
    ]);
    expect((await publish(bob, fork.draftId)).status).toBe(201);
  });

  test('takes a newer revision into a draft that it overtook, and the draft stands where both changed', async () => {
    const ada = await app().person('Ada');
    const designId = await published(ada);
    const [first, second] = [await begin(ada, { designId }), await begin(ada, { designId })];
    await save(ada, first.draftId, [set(['purpose'], '', 'One'), set(['story'], '', 'Told')]);
    await save(ada, second.draftId, [set(['purpose'], '', 'Two'), set(['tags'], [], ['oil'])]);
    expect((await publish(ada, first.draftId)).status).toBe(200);
    expect((await publish(ada, second.draftId)).status).toBe(409);
    expect((await read(ada, second.draftId)).hindrances).toEqual([
      'Revision 2 came out meanwhile: take it in first.',
    ]);
    const caught = await ada.post(`/api/drafts/${second.draftId}/catch-up`, { saveId: randomUUID() });
    expect(draftSaved.parse(caught.body).conflicts).toMatchObject([{ mine: 'One' }]);
    expect(await read(ada, second.draftId)).toMatchObject({
      content: { purpose: 'Two', story: 'Told', tags: ['oil'] },
      hindrances: [],
    });
    expect((await publish(ada, second.draftId)).status).toBe(200);
  });
});

test('a draft tells of newer revisions of what its parts list pins', async () => {
  const ada = await app().person('Ada');
  const pinned = await published(ada, 'Power Cube');
  const { draftId } = await begin(ada);
  const csv = `part,design,revision\nPower unit,${pinned},1\n`;
  expect((await ada.post(`/api/drafts/${draftId}/parts`, { csv })).status).toBe(200);
  expect((await read(ada, draftId)).contradictions).toEqual([]);
  const next = await begin(ada, { designId: pinned });
  await save(ada, next.draftId, [set(['purpose'], '', 'Gives more power')]);
  expect((await publish(ada, next.draftId)).status).toBe(200);
  expect((await read(ada, draftId)).contradictions).toMatchObject([
    { kind: 'newerSubDesign', values: ['1', '2'] },
  ]);
});

test('a table is brought into a draft, tried first, and leaves the design as a strict one', async () => {
  const ada = await app().person('Ada');
  const draftId = await ready(ada);
  const bring = (query: string, csv: string) => ada.post(`/api/drafts/${draftId}/parts${query}`, { csv });
  const tried = await bring('?dryRun=true', 'Part,Qty\nTube,2 1/2 m\n');
  expect(partsReply.parse(tried.body)).toMatchObject({
    version: null,
    lines: 1,
    preview: [{ part: 'Tube' }],
  });
  expect((await read(ada, draftId)).content.parts).toEqual([]);
  expect((await bring('', 'Part,Qty\nTube,2 1/2 m\nBolt,4\n')).body).toMatchObject({ version: 3 });
  expect((await bring('', 'Part,Qty\nBolt,8\n')).body).toMatchObject({ version: 4 });
  expect((await read(ada, draftId)).content.parts).toMatchObject([
    { name: 'Tube', quantity: 2.5, written: '2 1/2', unit: 'm' },
    { name: 'Bolt', quantity: 8 },
  ]);
  const designId = idIn(await publish(ada, draftId));
  const csv = await app().nobody.get(`/api/designs/${designId}/revisions/1/parts.csv`);
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.text.split('\r\n')[1]).toMatch(/^Tube,2.5,m,1,/);
  expect((await app().nobody.get(`/api/designs/${designId}/revisions/2/parts.csv`)).status).toBe(404);
});
