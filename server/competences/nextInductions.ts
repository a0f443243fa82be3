import type { NextInduction } from '../../shared/competences/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import type { ViewsReader } from '../views/reader.ts';
import { competenceName, workshopById } from '../workshops/queries.ts';
import { nextInductionsFor } from './queries.ts';

const TOLD = 3;

/** The next sessions, three at most, that lead to what somebody lacks in a workshop, in words. */
export function nextInductionViews(
  views: ViewsReader,
  workshopId: string,
  competenceIds: readonly string[],
  now: number,
): NextInduction[] {
  return competenceIds
    .flatMap((competenceId) => nextInductionsFor(views, { workshopId, competenceId }, now))
    .sort((one, other) => one.start - other.start)
    .slice(0, TOLD)
    .flatMap((next) => {
      const workshop = workshopById(views, next.workshopId);
      if (!workshop) return [];
      const { inductionId, placesLeft } = next;
      return [
        {
          inductionId,
          workshopId: workshop.workshopId,
          workshopName: workshop.name,
          competence: competenceName(views, next.competenceId) ?? '',
          start: zonedText(next.start, workshop.timeZone),
          placesLeft,
        },
      ];
    });
}
