import type { DesignCard } from '../../../shared/designs/views.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { instant, namedWorkshop } from '../naming.ts';
import { designById } from '../queries.ts';
import { countsOf } from '../queriesOfTalk.ts';

/** A design in a list. @param lacks kinds of machine that the asked workshop does not have; null: none was asked. */
export function cardOf(
  views: ViewsReader,
  designId: string,
  lacks: MachineKind[] | null,
): DesignCard | undefined {
  const design = designById(views, designId);
  if (!design) return undefined;
  const { latest, summary, publishedAt, workshopId, forkedFrom } = design;
  const { forks, openProblems, safetyProblems } = countsOf(views, designId);
  return {
    designId,
    revision: latest,
    summary,
    publishedAt: instant(publishedAt),
    workshop: namedWorkshop(views, workshopId),
    forkedFrom,
    forks,
    openProblems,
    safetyProblems,
    lacks,
  };
}
