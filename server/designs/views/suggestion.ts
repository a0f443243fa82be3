import { applyChanges } from '../../../shared/designs/applying.ts';
import type { SuggestionView } from '../../../shared/designs/talkViews.ts';
import { HttpProblem } from '../../http/problem.ts';
import type { Parts } from '../../parts.ts';
import { suggestedChanges } from '../adopting.ts';
import { licenceObjections } from '../licenceRule.ts';
import { licencesIn, licencesOf, sourcesOfDesign } from '../licenceSources.ts';
import { type Design, isMaintainer, revisionOf } from '../queries.ts';
import type { SuggestionRow } from '../talkTables.ts';
import { suggestionRowsOf } from './talk.ts';

/**
 * A suggestion beside the newest revision of the lineage: what it changes, and where both changed the same.
 * @throws {HttpProblem} not-found where a content was withdrawn: there is nothing left to compare
 */
export function suggestionViewOf(
  parts: Pick<Parts, 'views' | 'names' | 'texts' | 'designs'>,
  design: Design,
  row: SuggestionRow,
  viewer: string | null,
): SuggestionView {
  const { views, designs } = parts;
  const [shown] = suggestionRowsOf(parts, [row], viewer);
  const read = (designId: string, revision: number) => {
    const found = revisionOf(views, designId, revision);
    return found ? designs.read(found.contentId) : null;
  };
  const base = read(row.baseDesign, row.baseRevision);
  const fork = read(row.fromDesign, row.fromRevision);
  const mine = designs.read(design.contentId);
  if (!shown || !base || !fork || !mine) {
    throw new HttpProblem('not-found', 'What this suggestion offers was withdrawn.');
  }
  const changes = suggestedChanges(base, fork);
  const { content, conflicts } = applyChanges(mine, changes);
  // As it is decided: by what the lineage was made from, not by what its maintainers said of their own before.
  const sources = sourcesOfDesign(views, design.designId).flatMap(
    (source) => licencesOf(parts, source) ?? [],
  );
  const [objection] = licenceObjections(licencesIn(content), [...sources, licencesIn(fork)]);
  return {
    ...shown,
    onto: design.latest,
    changes,
    conflicts,
    taken: JSON.parse(row.taken),
    hindrance: objection?.sentence ?? null,
    mayAdopt: viewer !== null && isMaintainer(views, design.designId, viewer),
  };
}
