import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ContentChange } from '../../../shared/designs/changes.ts';
import type { StartDraftBody } from '../../../shared/designs/commands.ts';
import type { DesignView, RevisionView } from '../../../shared/designs/designViews.ts';
import { draftSaved, draftView } from '../../../shared/designs/draftViews.ts';
import type { NamedRevision } from '../../../shared/designs/naming.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { addressOf } from '../../addresses.ts';
import { post } from '../../api.ts';
import { failureText } from '../../failureText.ts';
import { RequestFailed } from '../../problem.ts';
import { randomId } from '../../randomId.ts';
import { showToast } from '../../ui/toasts.ts';

/** Begins drafts and leads into the editor. Failures are told in a toast. */
export function useStartDraft() {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const lead = async (make: () => Promise<string>) => {
    setBusy(true);
    try {
      route(addressOf.draft(await make()));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      showToast(failureText(error), { tone: 'failed' });
      setBusy(false);
    }
  };
  return {
    busy,
    fork: (forkOf: PinnedRevision) => lead(() => start({ draftId: randomId(), forkOf })),
    forkWith: (forkOf: PinnedRevision, changes: ContentChange[]) => lead(() => forkWith(forkOf, changes)),
    nextRevision: (designId: string) => lead(() => start({ draftId: randomId(), designId })),
    take: (design: DesignView, view: RevisionView, newer: NamedRevision) =>
      lead(() => takeNewer(design, view, newer)),
  };
}

async function start(body: StartDraftBody): Promise<string> {
  return (await post('/api/drafts', body, draftView)).draftId;
}

/** A fork in which something is different from the beginning. */
async function forkWith(forkOf: PinnedRevision, changes: ContentChange[]): Promise<string> {
  const draftId = await start({ draftId: randomId(), forkOf });
  if (changes.length > 0)
    await post(`/api/drafts/${draftId}/changes`, { saveId: randomId(), changes }, draftSaved);
  return draftId;
}

/** Puts the newest revision of a part into every line that pins an older one, in the draft of the next revision. */
async function takeNewer(design: DesignView, view: RevisionView, newer: NamedRevision): Promise<string> {
  const draftId = design.mine.draftId ?? (await start({ draftId: randomId(), designId: design.designId }));
  const to = { designId: newer.designId, revision: newer.latest };
  const changes = (view.content?.parts ?? []).flatMap(({ id, of }) =>
    of?.designId === newer.designId && of.revision < newer.latest
      ? [{ kind: 'set' as const, at: ['parts', id, 'of'], from: of, to }]
      : [],
  );
  if (changes.length > 0)
    await post(`/api/drafts/${draftId}/changes`, { saveId: randomId(), changes }, draftSaved);
  return draftId;
}
