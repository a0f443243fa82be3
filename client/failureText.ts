import { t } from './catalogue/text.ts';
import { RequestFailed } from './problem.ts';

/** Kinds of which no server says more than the catalogue, or nothing in our words. */
const OWN_WORDS: readonly string[] = ['offline', 'unreadable', 'sign-in-failed'];

/** The sentence for a failure: the server's own where it wrote one, else the catalogue's. */
export function failureText(error: unknown): string {
  if (!(error instanceof RequestFailed)) return t.failures.kinds.internal;
  if (error.objections.length > 0) return error.objections.map(({ message }) => message).join(' ');
  const own = t.failures.kinds[error.kind];
  return OWN_WORDS.includes(error.kind) ? own : (error.detail ?? own);
}
