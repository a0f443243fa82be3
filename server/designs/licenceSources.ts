import type { DraftContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { Parts } from '../parts.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { StatedLicences } from './licenceRule.ts';
import { designById, revisionOf } from './queries.ts';
import { designAdoptions } from './talkTables.ts';

/** What a published design was made from, as the views know it: its origin, and everything that it adopted. */
export function sourcesOfDesign(views: ViewsReader, designId: string): PinnedRevision[] {
  const origin = designById(views, designId)?.forkedFrom;
  const adopted = views
    .all(designAdoptions, 'where designId = ? order by adoption', designId)
    .map(({ fromDesign, fromRevision }) => ({ designId: fromDesign, revision: fromRevision }));
  return origin ? [origin, ...adopted] : adopted;
}

/** Of a revision whose content was withdrawn, its event still knows the licence; null where there is none such. */
export function licencesOf(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  { designId, revision }: PinnedRevision,
): StatedLicences | null {
  const found = revisionOf(views, designId, revision);
  if (!found) return null;
  const content = designs.read(found.contentId);
  if (content) return licencesIn(content);
  return { licence: found.summary.licence, documentationLicence: '', softwareLicence: '' };
}

export const licencesIn = ({
  licence,
  documentationLicence,
  softwareLicence,
}: DraftContent): StatedLicences => ({ licence, documentationLicence, softwareLicence });
