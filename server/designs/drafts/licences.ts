import type { DraftContent } from '../../../shared/designs/content.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { LicenceAdvice } from '../../../shared/designs/views.ts';
import { adviceFor } from '../../../shared/licences/advice.ts';
import type { Parts } from '../../parts.ts';
import { licenceObjections, type StatedLicences } from '../licenceRule.ts';
import { designById, revisionOf } from '../queries.ts';
import { designAdoptions } from '../talkTables.ts';
import type { Draft } from './drafts.ts';

type Sources = Pick<Parts, 'views' | 'designs'>;

/** What the licences of everything that a draft was made from allow it. */
export function licenceAdviceFor(parts: Sources, draft: Draft): LicenceAdvice {
  const sources = sourcesOf(parts, draft).flatMap((source) => statedBy(parts, source) ?? []);
  const { licence } = draft.content;
  const { allowed } = adviceFor(
    sources.map((source) => source.licence),
    licence,
  );
  const [objection] = licence === '' ? [] : licenceObjections(statedIn(draft.content), sources);
  return { refusal: objection?.sentence ?? null, allowed: objection?.allowed ?? allowed };
}

/** The forked revision; of a design, its own origin and everything that it adopted. */
function sourcesOf({ views }: Sources, { designId, forkOf }: Draft): PinnedRevision[] {
  if (forkOf) return [forkOf];
  if (designId === null) return [];
  const origin = designById(views, designId)?.forkedFrom;
  const adopted = views
    .all(designAdoptions, 'where designId = ? order by adoption', designId)
    .map(({ fromDesign, fromRevision }) => ({ designId: fromDesign, revision: fromRevision }));
  return origin ? [origin, ...adopted] : adopted;
}

function statedBy(
  { views, designs }: Sources,
  { designId, revision }: PinnedRevision,
): StatedLicences | null {
  const found = revisionOf(views, designId, revision);
  if (!found) return null;
  const content = designs.read(found.contentId);
  if (content) return statedIn(content);
  return { licence: found.summary.licence, documentationLicence: '', softwareLicence: '' };
}

const statedIn = ({ licence, documentationLicence, softwareLicence }: DraftContent): StatedLicences => ({
  licence,
  documentationLicence,
  softwareLicence,
});
