import type { DesignCard } from '../../../shared/designs/catalogueViews.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { instant, namedRevision, namedWorkshop, shownSummary } from '../naming.ts';
import { designById } from '../queries.ts';
import { openCountsOf } from '../queriesOfTalk.ts';

export interface AskedCard {
  designId: string;
  /** Kinds of machine that the asked workshop does not have; null: none was asked. */
  lacks: MachineKind[] | null;
}

/** Designs as lists show them. */
export function cardsOf(views: ViewsReader, asked: readonly AskedCard[]): DesignCard[] {
  const counts = openCountsOf(
    views,
    asked.map(({ designId }) => designId),
  );
  return asked.flatMap(({ designId, lacks }) => {
    const design = designById(views, designId);
    if (!design) return [];
    const { latest, summary, hasModel, publishedAt, workshopId, forkedFrom } = design;
    return {
      designId,
      revision: latest,
      summary: shownSummary(views, summary),
      hasModel,
      publishedAt: instant(publishedAt),
      workshop: namedWorkshop(views, workshopId),
      forkedFrom: forkedFrom && namedRevision(views, forkedFrom.designId, forkedFrom.revision),
      ...(counts.get(designId) ?? NOTHING_OPEN),
      lacks,
    };
  });
}

const NOTHING_OPEN = { forks: 0, openProblems: 0, safetyProblems: 0 };
