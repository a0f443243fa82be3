import { randomUUID } from 'node:crypto';
import type { ContentChange } from '../../shared/designs/changes.ts';
import { draftView } from '../../shared/designs/draftViews.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import { idIn } from '../server/application.ts';
import type { Caller, Reply } from '../server/caller.ts';
import { line } from '../server/designs/story.ts';

export const set = (at: string[], from: unknown, to: unknown): ContentChange => ({
  kind: 'set',
  at,
  from,
  to,
});
export const add = (name: string, quantity: number, of: PinnedRevision | null = null): ContentChange => ({
  kind: 'add',
  list: 'parts',
  id: `line-${name}`,
  value: { ...line(name, quantity), of },
  after: null,
});

/** A draft with changes made to it: of a new design, of the next revision of one, or of a fork. */
export async function draftOf(
  person: Caller,
  begin: { designId?: string; forkOf?: PinnedRevision },
  changes: ContentChange[],
): Promise<{ draftId: string; version: number }> {
  const draftId = randomUUID();
  const begun = await person.post('/api/drafts', { draftId, ...begin });
  if (begun.status !== 201) throw new Error(`not begun: ${begun.text}`);
  if (changes.length === 0) return { draftId, version: draftView.parse(begun.body).version };
  const saved = await person.post(`/api/drafts/${draftId}/changes`, {
    saveId: randomUUID(),
    changes,
    force: true,
  });
  if (saved.status !== 200) throw new Error(`not saved: ${saved.text}`);
  const read = draftView.parse((await person.get(`/api/drafts/${draftId}`)).body);
  return { draftId, version: read.version };
}

export async function publish(
  person: Caller,
  begin: { designId?: string; forkOf?: PinnedRevision },
  changes: ContentChange[],
  more: { workshopId?: string; fixes?: string[] } = {},
): Promise<Reply> {
  const { draftId, version } = await draftOf(person, begin, changes);
  return person.command(`/api/drafts/${draftId}/publish`, { version, workshopId: null, ...more });
}

/** A new design with a pump, bolts and hoses under a share-alike licence. */
export async function newDesign(
  person: Caller,
  title = 'Power Cube',
  { licence = 'CERN-OHL-S-2.0', workshopId }: { licence?: string; workshopId?: string } = {},
): Promise<string> {
  const changes = [set(['title'], '', title), set(['licence'], '', licence), add('pump', 1), add('bolt', 8)];
  return idIn(await publish(person, {}, changes, workshopId === undefined ? {} : { workshopId }));
}

/** A fork of a revision with a change to its bolts. */
export async function newFork(person: Caller, forkOf: PinnedRevision, bolts = 12): Promise<string> {
  return idIn(await publish(person, { forkOf }, [set(['parts', 'line-bolt', 'quantity'], 8, bolts)]));
}
