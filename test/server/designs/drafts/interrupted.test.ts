import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { commandKey, derivedId } from '../../../../server/commands/identity.ts';
import { designCommands } from '../../../../server/designs/commands.ts';
import { openDrafts } from '../../../../server/designs/drafts/drafts.ts';
import { publishable } from '../../../../server/designs/drafts/hindrances.ts';
import { publicationOf } from '../../../../server/designs/drafts/publishing.ts';
import { draftList, draftView } from '../../../../shared/designs/draftViews.ts';
import { sharedApplication } from '../../../api/shared.ts';
import { startServerProcess } from '../../../serverProcess.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { PASSWORD, type Person, someWorkshop } from '../../application.ts';
import { type Caller, caller } from '../../caller.ts';

const app = sharedApplication();

const set = (field: string, from: string, to: string) => ({ kind: 'set', at: [field], from, to });
async function ready(person: Caller): Promise<string> {
  const draftId = randomUUID();
  expect((await person.post('/api/drafts', { draftId })).status).toBe(201);
  const changes = [set('title', '', 'Cube'), set('licence', '', 'MIT')];
  const saved = await person.post(`/api/drafts/${draftId}/changes`, { saveId: randomUUID(), changes });
  expect(saved.status, saved.text).toBe(200);
  return draftId;
}

/** Publishes as the route does, up to where a crash cuts it off. */
async function cutOff(ada: Person, draftId: string, commandId: string, after: 'note' | 'append') {
  const drafts = openDrafts(join(app().dataDir, 'drafts.db'), Date.now);
  onTestFinished(() => drafts.close());
  const { memberId } = ada;
  const draft = drafts.read(draftId, memberId);
  const checked = draft && publishable(draft.content);
  if (!checked || 'objections' in checked) throw new Error('not ready');
  const { content } = checked;
  const actor = { kind: 'member', memberId } as const;
  const designId = derivedId(commandKey(actor, commandId), 'design');
  const { parts } = app();
  await parts.designs.write(content);
  const command = publicationOf(draft, memberId, { content, designId, workshopId: null, fixes: [] });
  drafts.notePublishing({ draftId, memberId, commandId, version: draft.version, command });
  if (after === 'append') {
    const given = await parts.commands.handle(designCommands(parts).PublishRevision, {
      command,
      actor,
      commandId,
    });
    expect(given.outcome).toBe('accepted');
  }
  return designId;
}

const publish = (person: Caller, draftId: string, commandId: string = randomUUID()) =>
  person.command(`/api/drafts/${draftId}/publish`, { version: 2, workshopId: null }, { commandId });
const listed = async (person: Caller) =>
  draftList.parse((await person.get('/api/drafts')).body).drafts.map(({ draftId }) => draftId);

test.each(['note', 'append'] as const)(
  'a publication that a crash cut off after its %s is carried out once when it is repeated',
  async (after) => {
    const ada = await app().person('Ada');
    const [draftId, commandId] = [await ready(ada), randomUUID()];
    const designId = await cutOff(ada, draftId, commandId, after);
    const repeated = await publish(ada, draftId, commandId);
    expect(repeated.body).toMatchObject({ id: designId });
    expect((await publish(ada, draftId, commandId)).body).toEqual(repeated.body);
    expect(await listed(ada)).toEqual([]);
    expect((await app().parts.store.read(`design-${designId}`, { from: 0, limit: 10 })).length).toBe(1);
  },
);

test('a draft that is published already goes when it is next looked for', async () => {
  const ada = await app().person('Ada');
  const [one, other] = [await ready(ada), await ready(ada)];
  await cutOff(ada, one, randomUUID(), 'append');
  await cutOff(ada, other, randomUUID(), 'note');
  expect(await listed(ada)).toEqual([other]);
  expect((await ada.get(`/api/drafts/${one}`)).status).toBe(404);
  // What was only noted hinders nothing.
  expect((await publish(ada, other)).status).toBe(201);
});

test('a save that was answered outlives kill -9', async () => {
  const environment = { DATA_DIR: await temporaryFolder() };
  const first = await startServerProcess(environment);
  onTestFinished(() => first.kill());
  const account = { name: 'Ada', email: 'ada@example.org', password: PASSWORD };
  const nobody = caller(first.base, first.origin);
  await nobody.command('/api/founding', { code: first.foundingCode, account, workshop: someWorkshop });
  const signedIn = await nobody.post('/api/auth/sign-in/email', { email: account.email, password: PASSWORD });
  const credentials = { cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  const draftId = await ready(caller(first.base, first.origin, credentials));
  await first.kill();
  const second = await startServerProcess(environment);
  onTestFinished(() => second.kill());
  const again = await caller(second.base, second.origin, credentials).get(`/api/drafts/${draftId}`);
  expect(draftView.parse(again.body)).toMatchObject({
    version: 2,
    content: { title: 'Cube', licence: 'MIT' },
  });
});
