import type { LicenceAdvice } from '../../../shared/designs/draftViews.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import { adviceFor } from '../../../shared/licences/advice.ts';
import type { Parts } from '../../parts.ts';
import { licenceObjections } from '../licenceRule.ts';
import { licencesIn, licencesOf, sourcesOfDesign } from '../licenceSources.ts';
import type { Draft } from './drafts.ts';

type Sources = Pick<Parts, 'views' | 'designs'>;

/** What the licences of everything that a draft was made from allow it. */
export function licenceAdviceFor(parts: Sources, draft: Draft): LicenceAdvice {
  const sources = sourcesOf(parts, draft).flatMap((source) => licencesOf(parts, source) ?? []);
  const { licence } = draft.content;
  const { allowed } = adviceFor(
    sources.map((source) => source.licence),
    licence,
  );
  const [objection] = licence === '' ? [] : licenceObjections(licencesIn(draft.content), sources);
  return { refusal: objection?.sentence ?? null, allowed: objection?.allowed ?? allowed };
}

/** The forked revision; of a design, its own origin and everything that it adopted. */
function sourcesOf({ views }: Sources, { designId, forkOf }: Draft): PinnedRevision[] {
  if (forkOf) return [forkOf];
  if (designId === null) return [];
  return sourcesOfDesign(views, designId);
}
