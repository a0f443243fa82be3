import type { InductionList } from '../../shared/competences/views.ts';

/** The streams whose events change what a list of inductions shows. */
export const topicsOfInductions = (list: InductionList | undefined): string[] =>
  (list?.inductions ?? []).map(({ inductionId }) => `induction-${inductionId}`);
