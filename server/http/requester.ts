import type { IncomingHttpHeaders } from 'node:http';
import type { Devices } from '../accounts/devices.ts';
import type { Keys } from '../accounts/keys.ts';
import type { Kiosks } from '../accounts/kiosks.ts';
import type { Sessions } from '../accounts/sessions.ts';
import { HttpProblem } from './problem.ts';
import type { Requester } from './route.ts';

export type RequesterOf = (headers: IncomingHttpHeaders) => Promise<Requester>;

const NOBODY: Requester = { kind: 'nobody' };

export interface Credentials {
  keys: Pick<Keys, 'keyOf'>;
  sessions: Pick<Sessions, 'sessionOf'>;
  devices: Pick<Devices, 'deviceOf'>;
  kiosks: Pick<Kiosks, 'sessionOf'>;
}

/**
 * Who sends a request: by key where one is shown (a wrong one is nobody's, whatever cookie stands beside it), else by
 * the session's cookie.
 */
export function requesterOf({ keys, sessions, devices, kiosks }: Credentials): RequesterOf {
  return async (headers) => {
    if (headers['x-api-key'] !== undefined || isBearer(headers.authorization)) {
      const device = devices.deviceOf(headers);
      if (device) return { kind: 'nobody', device };
      const before = await kiosks.sessionOf(headers);
      if (before) return { kind: 'member', via: 'kiosk', ...before };
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
