import type { IncomingHttpHeaders } from 'node:http';
import { makeSignature } from 'better-auth/crypto';
import { secretHash } from './chance.ts';
import type { AccountsDatabase } from './database.ts';
import { recentLookups } from './recentLookups.ts';
import { COOKIE_PREFIX, type SignIn } from './signIn.ts';

export interface Session {
  memberId: string;
  sessionId: string;
}

export interface Sessions {
  /** Who is signed in, by the session's cookie; null when nobody is. Believed for at most 30 seconds. */
  sessionOf(headers: IncomingHttpHeaders): Promise<Session | null>;
  /** Signs a member in without a password (demo, tests, the command line): the value of a `Cookie` header. */
  open(memberId: string): Promise<string>;
  /** Ends every session of a member, or one; in this process at once, in others within a second. */
  revoke(memberId: string, sessionId?: string): Promise<void>;
}

export function sessionsOf(
  database: AccountsDatabase,
  signIn: SignIn,
  settings: { origin: string; secret: string; clock: () => Date; catchUp: () => void },
): Sessions & { forget: (subject: string) => void } {
  const secure = settings.origin.startsWith('https:') ? '__Secure-' : '';
  const cookieName = `${secure}${COOKIE_PREFIX}.session_token`;
  const recent = recentLookups<Session>(settings.clock);
  const look = async (value: string) => {
    const current = await signIn.api.getSession({
      headers: new Headers({ cookie: `${cookieName}=${value}` }),
      query: { disableCookieCache: true, disableRefresh: true },
    });
    if (!current) return null;
    const { id, userId, expiresAt } = current.session;
    return { found: { memberId: userId, sessionId: id }, subject: id, expiresAt: expiresAt.getTime() };
  };
  return {
    sessionOf: async (headers) => {
      const value = cookieOf(headers.cookie, cookieName);
      return value === null ? null : recent.find(secretHash(value), () => look(value));
    },
    open: async (memberId) => {
      const { internalAdapter, secret } = await signIn.$context;
      const { token } = await internalAdapter.createSession(memberId, false);
      return `${cookieName}=${encodeURIComponent(`${token}.${await makeSignature(token, secret)}`)}`;
    },
    revoke: async (memberId, sessionId) => {
      let query = database.kysely.deleteFrom('session').where('userId', '=', memberId);
      if (sessionId !== undefined) query = query.where('id', '=', sessionId);
      await query.execute();
      settings.catchUp();
    },
    forget: recent.forget,
  };
}

/** The cookie's value as sent. More than one of the same name is nobody's: one of them may be planted. */
function cookieOf(header: string | undefined, name: string): string | null {
  if (header === undefined || !header.includes(name)) return null;
  const found = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const value = found.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
  return value && /^[\x21-\x7e]{1,400}$/.test(value) ? value : null;
}
