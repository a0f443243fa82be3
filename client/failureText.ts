import { t } from './catalogue/text.ts';
import { RequestFailed } from './problem.ts';

/** The sentence for a failure: the server's own where it wrote one, else the catalogue's. */
export function failureText(error: unknown): string {
  if (!(error instanceof RequestFailed)) return t.failures.kinds.internal;
  if (error.objections.length > 0) return error.objections.map(({ message }) => message).join(' ');
  const own = t.failures.kinds[error.kind];
  return error.kind === 'offline' || error.kind === 'unreadable' ? own : (error.detail ?? own);
}
