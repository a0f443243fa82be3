import type { StartDraftBody } from '../../../shared/designs/commands.ts';
import { type DraftContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { HttpProblem } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { isMaintainer, latestOf, type Revision, revisionOf } from '../queries.ts';
import type { Draft, NewDraft } from './drafts.ts';

/**
 * What a new draft begins with: nothing, the newest revision of a design that one maintains, or any revision for a fork.
 * @throws {HttpProblem} not-found, refused
 */
export function beginningOf(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  { draftId, designId, forkOf }: StartDraftBody,
  owner: string,
): NewDraft {
  if (designId !== undefined && forkOf !== undefined) {
    throw refusal('oneOrTheOther', 'A draft is the next revision of a design, or a fork: not both.');
  }
  const common = { draftId, owner, designId: designId ?? null, forkOf: forkOf ?? null };
  if (designId === undefined && forkOf === undefined) {
    return { ...common, content: EMPTY_CONTENT, base: null };
  }
  const from =
    designId === undefined
      ? forkOf && revisionOf(views, forkOf.designId, forkOf.revision)
      : latestOf(views, designId);
  if (!from) throw new HttpProblem('not-found');
  if (designId !== undefined && !isMaintainer(views, designId, owner)) {
    throw refusal(
      'notMaintainer',
      'Only its maintainers publish the next revision: fork it, and suggest your changes to them.',
    );
  }
  const content = designs.read(from.contentId);
  if (content === null) throw refusal('contentWithdrawn', 'The content of this revision was withdrawn.');
  // Who made it, and what it stands on, stays; what this revision changes and is called is yet to be said.
  const begun: DraftContent = { ...content, changes: '', ...(forkOf ? { version: '' } : {}) };
  return { ...common, content: begun, base: baseOf(from) };
}

export const baseOf = ({ designId, revision, contentId }: Revision): NonNullable<Draft['base']> => ({
  designId,
  revision,
  contentId,
});

export const refusal = (rule: string, message: string): HttpProblem =>
  new HttpProblem('refused', message, { objections: [{ rule, message }], nearest: null });
