import type { IncomingHttpHeaders } from 'node:http';
import type { Keys } from '../accounts/keys.ts';
import type { Sessions } from '../accounts/sessions.ts';
import { HttpProblem } from './problem.ts';
import type { Requester } from './route.ts';

export type RequesterOf = (headers: IncomingHttpHeaders) => Promise<Requester>;

const NOBODY: Requester = { kind: 'nobody' };

/**
 * Who sends a request: by API key where one is shown (a wrong one is nobody's, whatever cookie stands beside it),
 * else by the session's cookie.
 */
export function requesterOf(keys: Pick<Keys, 'keyOf'>, sessions: Pick<Sessions, 'sessionOf'>): RequesterOf {
  return async (headers) => {
    if (headers['x-api-key'] !== undefined || isBearer(headers.authorization)) {
      const holder = await keys.keyOf(headers);
      if (holder === null) throw new HttpProblem('not-signed-in', 'This key is not known, or no longer.');
      const { memberId, keyId, scopes, workshopId } = holder;
      return { kind: 'member', memberId, via: 'key', keyId, scopes: [...scopes], workshopId };
    }
    if (headers.cookie === undefined) return NOBODY;
    const session = await sessions.sessionOf(headers);
    return session === null ? NOBODY : { kind: 'member', memberId: session.memberId, via: 'session' };
  };
}

/** Another scheme is a proxy's own affair. */
const isBearer = (authorization: string | undefined) => /^bearer\b/i.test(authorization ?? '');
