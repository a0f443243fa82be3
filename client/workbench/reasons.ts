import { mismatchInWords } from '../assemblies/problemInWords.ts';
import { t } from '../catalogue/designTexts.ts';
import type { Reason } from './candidates.ts';

/** Why something cannot be joined, without the sentence around it. */
export function reasonInWords(reason: Reason): string {
  const words = t.assemblyProblems;
  switch (reason.is) {
    case 'mismatch':
      return t.words.and(reason.mismatches.map(mismatchInWords));
    case 'ownThing':
      return words.ownThing;
    case 'taken':
      return words.already(reason.by);
  }
}
