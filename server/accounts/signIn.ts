import { apiKey } from '@better-auth/api-key';
import { passkey } from '@better-auth/passkey';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins';
import type { Chance } from './chance.ts';
import type { AccountsDatabase } from './database.ts';
import type { Passwords } from './passwords.ts';
import { requestScope } from './requestScope.ts';

/** One provider of OpenID Connect, as configured. `id` stands in its callback address and never changes. */
export interface OidcProvider {
  id: string;
  /** What the button says. */
  name: string;
  /** The address of its `.well-known/openid-configuration`. */
  discoveryUrl: string;
  clientId: string;
  clientSecret?: string;
  scopes?: readonly string[];
}

export interface SignInSettings {
  database: AccountsDatabase;
  secret: string;
  /** Origin of the program as people reach it, without a trailing slash. */
  publicUrl: string;
  oidc: readonly OidcProvider[];
  passwords: Passwords;
  chance: Chance;
  /** Sends the mail that lets somebody choose a new password; null without mail. */
  sendReset: ((memberId: string, url: string, token: string) => Promise<void>) | null;
  log: AccountsLog;
}

/** Takes one line; never with a name, an address or a token in it. */
export type AccountsLog = (level: 'warn' | 'error', message: string) => void;

export const AUTH_PATH = '/api/auth';
export const COOKIE_PREFIX = 'commonwright';
/** Set by us on every request that goes in, from the socket or a trusted proxy; what a client sends is dropped. */
export const ADDRESS_HEADER = 'x-commonwright-client-address';
export const SESSION_SECONDS = 60 * 24 * 3600;
export const KEY_PREFIX = 'cw_';
export const PASSWORD_LENGTH = { minimum: 8, maximum: 128 } as const;

/** A window in seconds, and how many requests one address may make in it. */
const LIMITS = {
  '/sign-in/email': { window: 60, max: 20 },
  '/sign-up/email': { window: 60, max: 20 },
  '/sign-in/social': { window: 60, max: 20 },
  '/change-password': { window: 60, max: 10 },
  '/request-password-reset': { window: 300, max: 5 },
  '/reset-password': { window: 300, max: 10 },
  '/passkey/*': { window: 60, max: 60 },
  // Every page asks it, and counting costs a durable write; the session cache and its hash protect it instead.
  '/get-session': false,
} as const;

export function signInOptions(settings: SignInSettings) {
  const { database, secret, publicUrl, oidc, passwords, chance, sendReset, log } = settings;
  const origin = new URL(publicUrl).origin;
  return {
    appName: 'Commonwright',
    baseURL: origin,
    basePath: AUTH_PATH,
    secret,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    database: { db: database.kysely, type: 'sqlite', transaction: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: PASSWORD_LENGTH.minimum,
      maxPasswordLength: PASSWORD_LENGTH.maximum,
      password: passwords,
      revokeSessionsOnPasswordReset: true,
      ...(sendReset ? { sendResetPassword: ({ user, url, token }) => sendReset(user.id, url, token) } : {}),
    },
    session: { expiresIn: SESSION_SECONDS, updateAge: 24 * 3600 },
    account: {
      encryptOAuthTokens: true,
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    verification: { storeIdentifier: 'hashed' },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 120, customRules: LIMITS },
    // Refusals are answered either way; whatever is unexpected comes out to our handler instead of the console.
    onAPIError: { throw: true, errorURL: `${origin}/sign-in` },
    hooks: {
      // Sign-up hashes within its transaction, which would hold the one write lock for a whole hash.
      before: createAuthMiddleware(async (context) => {
        const scope = requestScope.getStore();
        const password: unknown = context.path === '/sign-up/email' ? context.body?.password : undefined;
        if (!scope || typeof password !== 'string') return;
        if (password.length < PASSWORD_LENGTH.minimum || password.length > PASSWORD_LENGTH.maximum) return;
        scope.hashedAhead.set(password, await passwords.hash(password));
      }),
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: origin.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      database: { generateId: () => chance.uuid() },
    },
    logger: {
      level: 'error',
      // The library's lines may name people, and its arguments hold whole errors: only the gist goes on.
      log: (level, message) => log(level === 'error' ? 'error' : 'warn', withoutAddresses(message)),
    },
    plugins: [
      passkey({ rpID: new URL(origin).hostname, rpName: 'Commonwright', origin }),
      apiKey({
        apiKeyHeaders: 'x-api-key',
        defaultPrefix: KEY_PREFIX,
        enableMetadata: true,
        enableSessionForAPIKeys: false,
        maximumNameLength: 80,
        keyExpiration: { defaultExpiresIn: null, minExpiresIn: 0, maxExpiresIn: 3650 },
        // Keys are counted by us (`keyUse.ts`): the library's own count costs a durable write per request.
        rateLimit: { enabled: false },
      }),
      genericOAuth({
        config: oidc.map((provider) => ({
          providerId: provider.id,
          name: provider.name,
          discoveryUrl: provider.discoveryUrl,
          requireIdTokenVerification: true,
          clientId: provider.clientId,
          clientSecret: provider.clientSecret,
          scopes: [...(provider.scopes ?? ['openid', 'profile', 'email'])],
          pkce: true,
        })),
      }),
    ],
  } satisfies BetterAuthOptions;
}

/** The sign-in library, set up. Its handler and its functions are used by this folder only. */
export function signInOf(settings: SignInSettings) {
  return betterAuth(signInOptions(settings));
}
export type SignIn = ReturnType<typeof signInOf>;

const withoutAddresses = (message: string) => message.replace(/\S+@\S+/g, '[address]').slice(0, 500);
