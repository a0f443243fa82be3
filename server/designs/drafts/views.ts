import type { DraftView } from '../../../shared/designs/draftViews.ts';
import type { Parts } from '../../parts.ts';
import type { Reckoning } from '../../reckoning/reckoning.ts';
import { memberNamer, namedRevision } from '../naming.ts';
import { designById } from '../queries.ts';
import type { Draft, DraftHead } from './drafts.ts';
import { licenceAdviceFor } from './licences.ts';
import { licencesApart } from './licencesApart.ts';
import { newerSubDesigns } from './newerSubDesigns.ts';

type Sources = Pick<Parts, 'views' | 'names' | 'designs'>;

/** A draft as a list shows it to one of those who may edit it. */
export function draftRowOf({ views }: Pick<Sources, 'views'>, draft: DraftHead, viewer: string) {
  const { draftId, version, title, designId, forkOf, picture, savedAt, owner } = draft;
  return {
    draftId,
    version,
    title,
    designId,
    forkOf: forkOf && namedRevision(views, forkOf.designId, forkOf.revision),
    picture,
    savedAt: new Date(savedAt).toISOString(),
    isMine: owner === viewer,
  };
}

/** A draft with all that is to be known while it is edited. */
export async function draftViewOf(
  parts: Sources & { reckoning: Pick<Reckoning, 'draft'> },
  draft: Draft,
  viewer: string,
): Promise<DraftView> {
  const { views, names } = parts;
  const { base, content, editors, designId } = draft;
  const named = memberNamer(names, editors);
  const licence = licenceAdviceFor(parts, draft);
  const found = await parts.reckoning.draft(parts, content);
  const latest = designId === null ? undefined : designById(views, designId)?.latest;
  const overtaken = base && latest !== undefined && base.designId === designId && base.revision < latest;
  return {
    ...draftRowOf(parts, draft, viewer),
    content,
    base: base && namedRevision(views, base.designId, base.revision),
    baseContentId: base?.contentId ?? null,
    editors: editors.map(named),
    contradictions: [
      ...found.contradictions,
      ...newerSubDesigns(views, content),
      ...licencesApart(parts, content),
      ...found.modelProblems,
    ],
    licence,
    hindrances: [
      ...found.hindrances,
      ...(licence.refusal === null ? [] : [licence.refusal]),
      ...(overtaken ? [`Revision ${latest} came out meanwhile: take it in first.`] : []),
    ],
  };
}
