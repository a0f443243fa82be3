import type { Finding, RefusalKind } from '../../shared/models/read/findings.ts';
import { t } from '../catalogue/designTexts.ts';
import { CannotBeDone } from './done.ts';

/** What was noticed in a file, as a sentence. */
export function findingSentence({ kind, said }: Finding): string {
  // The kind and its numbers belong together, which the table of sentences says kind by kind.
  const sentence = t.modelReading.findings[kind] as (said: Finding['said']) => string;
  return sentence(said);
}

/** Why a file could not be read, as a sentence; for whatever was thrown. */
export function refusalSentence(error: unknown): string {
  const { refusals, troubles } = t.modelReading;
  if (!(error instanceof CannotBeDone)) return troubles.unexpected;
  const { kind, said } = error;
  if (Object.hasOwn(refusals, kind)) {
    const sentence = refusals[kind as RefusalKind] as (said: CannotBeDone['said']) => string;
    return sentence(said);
  }
  return kind in troubles ? troubles[kind as keyof typeof troubles] : troubles.unexpected;
}
