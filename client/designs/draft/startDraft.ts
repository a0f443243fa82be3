import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { type DraftView, draftView } from '../../../shared/designs/views.ts';
import { post } from '../../api.ts';
import { randomId } from '../../randomId.ts';

/**
 * Begins a draft: an empty one, a fork of a revision, or the next revision of one's own design.
 * @throws {RequestFailed}
 */
export const startDraft = (
  from: { forkOf: PinnedRevision } | { designId: string } | null,
): Promise<DraftView> => post('/api/drafts', { draftId: randomId(), ...from }, draftView);
