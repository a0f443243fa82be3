import type { RecognitionView } from '../../shared/competences/views.ts';
import type { ViewsReader } from '../views/reader.ts';
import { competenceById, recognitionsOf, workshopById } from './queries.ts';

/** What a workshop recognises of others, in words. */
export function recognitionViews(views: ViewsReader, workshopId: string): RecognitionView[] {
  return recognitionsOf(views, workshopId).flatMap(({ competenceId, countsAs }) => {
    const competence = competenceById(views, competenceId);
    const workshop = competence && workshopById(views, competence.workshopId);
    if (!competence || !workshop) return [];
    const { name: competenceName } = competence;
    const { workshopId: theirs, name: workshopName } = workshop;
    return [{ competenceId, competenceName, workshopId: theirs, workshopName, as: countsAs }];
  });
}
