import { TooManyRequests } from '../accounts/keyUse.ts';
import { AccountsUnavailable } from '../accounts/unavailable.ts';
import { AppendRefused, StoreUnavailable } from '../eventstore/port.ts';
import { HttpProblem } from './problem.ts';

/** What the client is told of an error: never more than its kind and a sentence of ours. */
export function problemFrom(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof StoreUnavailable) {
    return new HttpProblem('log-unavailable', undefined, { headers: { 'Retry-After': '2' } });
  }
  if (error instanceof AppendRefused) return appendProblem(error);
  if (error instanceof AccountsUnavailable) return accountsProblem(error);
  if (error instanceof TooManyRequests) {
    return new HttpProblem('rate-limited', undefined, {
      headers: { 'Retry-After': String(error.retryAfterSeconds) },
    });
  }
  return libraryProblem(error) ?? new HttpProblem('internal');
}

function appendProblem({ reason }: AppendRefused): HttpProblem {
  if (reason === 'tooLarge')
    return new HttpProblem('too-large', 'One change of the log may hold one megabyte.');
  const headers = { 'Retry-After': '30' };
  return new HttpProblem(reason === 'storageFull' ? 'storage-full' : 'storage-read-only', undefined, {
    headers,
  });
}

function accountsProblem({ reason, message }: AccountsUnavailable): HttpProblem {
  const headers = { 'Retry-After': reason === 'busy' ? '1' : '30' };
  if (reason === 'storageFull') return new HttpProblem('storage-full', message, { headers });
  if (reason === 'readOnly') return new HttpProblem('storage-read-only', message, { headers });
  return new HttpProblem('log-unavailable', message, { headers });
}

/** Errors of Express and its file server name a status for what the request did wrong. */
function libraryProblem(error: unknown): HttpProblem | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  if (error.status < 400 || error.status >= 500) return undefined;
  if (error.status === 403 || error.status === 404) return new HttpProblem('not-found');
  if (error.status === 413) return new HttpProblem('too-large');
  return new HttpProblem('malformed-request');
}
