import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Drafts, MOST_DRAFTS, openDrafts } from '../../../../server/designs/drafts/drafts.ts';
import { backUp } from '../../../../server/operations/backupNow.ts';
import { restore } from '../../../../server/operations/restore.ts';
import type { ContentChange } from '../../../../shared/designs/changes.ts';
import { EMPTY_CONTENT } from '../../../../shared/designs/content.ts';
import { temporaryFolder } from '../../../temporaryFolder.ts';
import { accountsOf, addMember, emptyPlace, filesWith, fill } from '../../operations/region.ts';

const NOW = Date.UTC(2026, 10, 22, 10);
const opened = (folder: string, clock = () => NOW): Drafts => {
  const drafts = openDrafts(join(folder, 'drafts.db'), clock);
  onTestFinished(() => drafts.close());
  return drafts;
};
const fresh = (owner: string, title = '') => ({
  draftId: randomUUID(),
  owner,
  content: { ...EMPTY_CONTENT, title },
  designId: null,
  forkOf: null,
  base: null,
});
const tagged = (from: string[], to: string[]): ContentChange[] => [{ kind: 'set', at: ['tags'], from, to }];
const saving = (draftId: string, memberId: string) => ({ draftId, memberId, saveId: randomUUID() });

test('two processes that save one draft by turns lose nothing, and each hears of the other', async () => {
  const folder = await temporaryFolder();
  const [one, other] = [opened(folder), opened(folder)];
  const [ada, bob] = [randomUUID(), randomUUID()];
  const draft = fresh(ada);
  one.begin(draft);
  one.letEdit(draft.draftId, bob);
  const tags: string[] = [];
  for (let turn = 0; turn < 10; turn++) {
    const [drafts, memberId] = turn % 2 === 0 ? [one, ada] : [other, bob];
    const saved = drafts.save(
      saving(draft.draftId, memberId),
      tagged([...tags], [...tags, `t${turn}`]),
      false,
    );
    tags.push(`t${turn}`);
    expect(saved).toMatchObject({
      outcome: 'saved',
      version: turn + 2,
      conflicts: [],
      othersChanged: turn > 0,
    });
  }
  expect(other.read(draft.draftId, ada)?.content.tags).toEqual(tags);
});

test('a save is known as repeated for a week', async () => {
  const time = { now: NOW };
  const drafts = opened(await temporaryFolder(), () => time.now);
  const draft = fresh(randomUUID());
  drafts.begin(draft);
  const save = saving(draft.draftId, draft.owner);
  drafts.save(save, tagged([], ['one']), false);
  time.now += 6 * 86_400_000;
  expect(drafts.save(save, tagged([], ['one']), false)).toMatchObject({ version: 2, conflicts: [] });
  time.now += 2 * 86_400_000;
  drafts.save(saving(draft.draftId, draft.owner), tagged(['one'], ['two']), false);
  expect(drafts.save(save, tagged([], ['one']), false)).toMatchObject({ version: 3, conflicts: [{}] });
});

test('a member has two hundred drafts at most, and each has its bounds', async () => {
  const drafts = opened(await temporaryFolder());
  const owner = randomUUID();
  for (let count = 0; count < MOST_DRAFTS; count++) drafts.begin(fresh(owner));
  expect(drafts.begin(fresh(owner))).toEqual({ outcome: 'tooMany' });
  expect(drafts.begin(fresh(randomUUID()))).toMatchObject({ outcome: 'begun' });
  const exchange = { family: 'okh-v1' as const, fields: { long: 'x'.repeat(20_000_000) } };
  const large = { ...fresh(randomUUID()), content: { ...EMPTY_CONTENT, exchange } };
  expect(drafts.begin(large)).toEqual({ outcome: 'tooLarge' });
});

test('a draft that was changed while it was published becomes one of the next revision', async () => {
  const drafts = opened(await temporaryFolder());
  const draft = fresh(randomUUID(), 'Cube');
  drafts.begin(draft);
  const { draftId, owner } = draft;
  const [designId, contentId] = [randomUUID(), 'a'.repeat(64)];
  drafts.save(saving(draftId, owner), tagged([], ['late']), false);
  const command = { type: 'PublishRevision', designId, revision: 1, contentId } as const;
  const rest = { files: [], uses: [], forkedFrom: null, workshopId: null, publishedBy: owner, fixes: [] };
  const summary = {
    title: 'Cube',
    purpose: '',
    category: 'other' as const,
    tags: [],
    language: 'en',
    version: '',
    technologyReadiness: null,
    documentationReadiness: null,
    licence: 'MIT',
    lines: 0,
    steps: 0,
    files: 0,
    picture: null,
  };
  drafts.settle({
    draftId,
    memberId: owner,
    commandId: randomUUID(),
    version: 1,
    command: { ...command, ...rest, summary },
  });
  expect(drafts.read(draftId, owner)).toMatchObject({
    designId,
    base: { designId, revision: 1, contentId },
    content: { tags: ['late'] },
  });
});

test('drafts are backed up and restored, and whoever is erased is erased in all of it', async () => {
  const place = await emptyPlace();
  fill(place, 100);
  const accounts = await accountsOf(place);
  const memberId = await addMember(place, accounts);
  const stays = fresh(randomUUID(), 'A stool that stays');
  const drafts = openDrafts(join(place.dataFolder, 'drafts.db'), () => NOW);
  drafts.begin(fresh(memberId, 'Zebulon’s quince press'));
  drafts.begin(stays);
  const { path } = await backUp({ source: place, folder: place.backupFolder, now: NOW, keep: null });
  expect(await filesWith(path, ['quince'])).toEqual(['drafts.db']);
  expect(await accounts.erase(memberId)).toEqual({ vanished: true, failedCopies: [] });
  await accounts.close();
  expect(drafts.of(memberId)).toEqual([]);
  drafts.close();
  expect(await filesWith(place.dataFolder, ['quince'])).toEqual([]);
  const elsewhere = await emptyPlace();
  await restore({ from: path, target: elsewhere, clock: () => NOW, createAccounts: async () => {} });
  expect(opened(elsewhere.dataFolder).read(stays.draftId, stays.owner)?.content).toEqual(stays.content);
});
