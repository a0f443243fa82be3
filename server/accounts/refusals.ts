import { HttpProblem } from '../http/problem.ts';

/** Says in our vocabulary of problems what the sign-in library refused. */
export async function refusalOf(path: string, answered: Response): Promise<HttpProblem> {
  const { code = '', message } = errorIn(await answered.json().catch(() => null));
  const { status } = answered;
  if (status === 429) {
    const headers = { 'Retry-After': answered.headers.get('x-retry-after') ?? '60' };
    return new HttpProblem('rate-limited', undefined, { headers });
  }
  if (status >= 500) return failureAt(path);
  if (code.endsWith('_ORIGIN')) return new HttpProblem('wrong-origin');
  if (status === 401) return new HttpProblem(isAttempt(path) ? 'sign-in-failed' : 'not-signed-in', message);
  if (status === 403) return new HttpProblem('forbidden', message);
  if (status === 404) return new HttpProblem(isAttempt(path) ? 'account-refused' : 'not-found', message);
  return new HttpProblem('account-refused', message, { status });
}

const isAttempt = (path: string) => path.startsWith('/sign-in/') || path === '/passkey/verify-authentication';

/** What an authenticator or a provider sent and the library could not work with is the sender's fault. */
function failureAt(path: string): HttpProblem {
  if (path.startsWith('/passkey/') || path.startsWith('/callback/')) {
    return new HttpProblem('account-refused', 'That could not be verified.');
  }
  if (path === '/sign-in/social') return new HttpProblem('account-refused', 'The provider does not answer.');
  return new HttpProblem('internal');
}

function errorIn(body: unknown): { code?: string; message?: string } {
  if (typeof body !== 'object' || body === null) return {};
  return {
    ...('code' in body && typeof body.code === 'string' ? { code: body.code } : {}),
    ...('message' in body && typeof body.message === 'string' ? { message: body.message } : {}),
  };
}
