import type { PartCheck } from '../../../shared/models/check/checkModel.ts';
import { t } from '../../catalogue/designTexts.ts';

/** What is wrong with a part of a model, in sentences; none: it can be made as it is. */
export function partSentences(part: PartCheck): string[] {
  const words = t.modelChecks;
  const { selfIntersections } = part;
  return [
    part.openEdges > 0 && words.openEdges(part.openEdges),
    part.crowdedEdges > 0 && words.crowdedEdges(part.crowdedEdges),
    part.againstEdges > 0 && words.againstEdges(part.againstEdges),
    part.invertedShells > 0 && words.inverted(part.invertedShells),
    selfIntersections.pairs > 0 && words.selfIntersecting(selfIntersections.pairs),
    part.repeated > 0 && words.repeated(part.repeated),
    part.withoutArea > 0 && words.withoutArea(part.withoutArea),
    !part.solid && words.notSolid,
  ].filter((sentence) => sentence !== false);
}
