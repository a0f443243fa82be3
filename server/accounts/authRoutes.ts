import { z } from 'zod';
import { properName } from '../../shared/text.ts';
import { PASSWORD_LENGTH } from './signIn.ts';

const email = z.email().max(254);
const newPassword = z.string().min(PASSWORD_LENGTH.minimum).max(PASSWORD_LENGTH.maximum);
/** Where the browser goes afterwards: a path of this program, or its full address. */
const target = z.string().max(500);
const token = z.string().min(1).max(200);
const provider = z.string().regex(/^[A-Za-z0-9_-]{1,60}$/);
const base64url = z.string().regex(/^[A-Za-z0-9_-]{1,20000}={0,2}$/);

const passkeyAnswer = <Shape extends z.ZodRawShape>(response: Shape) =>
  z.looseObject({
    id: base64url,
    rawId: base64url,
    type: z.literal('public-key'),
    clientExtensionResults: z.record(z.string().max(100), z.json()).optional(),
    authenticatorAttachment: z.enum(['platform', 'cross-platform']).nullish(),
    response: z.looseObject(response),
  });

/** One door of the sign-in library that is open over HTTP. All its other doors are closed. */
export interface AuthRoute {
  method: 'GET' | 'POST';
  /** Below {@link AUTH_PATH}; `:name` stands for one segment. */
  path: string;
  summary: string;
  body?: z.ZodType;
}

/** What may be asked under `/api/auth`, and with which body. Unknown fields are refused. */
export const AUTH_ROUTES: readonly AuthRoute[] = [
  {
    method: 'POST',
    path: '/sign-up/email',
    summary: 'Make an account with e-mail and password, and sign in',
    body: z.strictObject({
      name: properName,
      email,
      password: newPassword,
      rememberMe: z.boolean().optional(),
    }),
  },
  {
    method: 'POST',
    path: '/sign-in/email',
    summary: 'Sign in with e-mail and password',
    body: z.strictObject({
      email,
      password: z.string().min(1).max(PASSWORD_LENGTH.maximum),
      rememberMe: z.boolean().optional(),
    }),
  },
  {
    method: 'POST',
    path: '/sign-in/social',
    summary: 'Begin to sign in through a configured OpenID Connect provider',
    body: z.strictObject({
      provider,
      callbackURL: target.optional(),
      errorCallbackURL: target.optional(),
      newUserCallbackURL: target.optional(),
      disableRedirect: z.boolean().optional(),
    }),
  },
  { method: 'GET', path: '/callback/:id', summary: 'Where an OpenID Connect provider returns to' },
  { method: 'POST', path: '/sign-out', summary: 'Sign out here' },
  {
    method: 'POST',
    path: '/request-password-reset',
    summary: 'Ask for a mail that lets one choose a new password',
    body: z.strictObject({ email, redirectTo: target.optional() }),
  },
  { method: 'GET', path: '/reset-password/:token', summary: 'The link in that mail' },
  {
    method: 'POST',
    path: '/reset-password',
    summary: 'Choose the new password',
    body: z.strictObject({ newPassword, token }),
  },
  {
    method: 'POST',
    path: '/change-password',
    summary: 'Change the password',
    body: z.strictObject({
      currentPassword: z.string().min(1).max(PASSWORD_LENGTH.maximum),
      newPassword,
      revokeOtherSessions: z.boolean().optional(),
    }),
  },
  { method: 'GET', path: '/get-session', summary: 'Who is signed in here; lengthens the session' },
  { method: 'GET', path: '/list-sessions', summary: 'Where one is signed in' },
  { method: 'GET', path: '/list-accounts', summary: 'The ways in which one can sign in' },
  {
    method: 'POST',
    path: '/revoke-session',
    summary: 'Sign out one other place',
    body: z.strictObject({ token }),
  },
  { method: 'POST', path: '/revoke-sessions', summary: 'Sign out everywhere' },
  { method: 'POST', path: '/revoke-other-sessions', summary: 'Sign out everywhere else' },
  { method: 'GET', path: '/passkey/generate-register-options', summary: 'Begin to add a passkey' },
  {
    method: 'POST',
    path: '/passkey/verify-registration',
    summary: 'Add the passkey',
    body: z.strictObject({
      name: properName.optional(),
      response: passkeyAnswer({ clientDataJSON: base64url, attestationObject: base64url }),
    }),
  },
  {
    method: 'GET',
    path: '/passkey/generate-authenticate-options',
    summary: 'Begin to sign in with a passkey',
  },
  {
    method: 'POST',
    path: '/passkey/verify-authentication',
    summary: 'Sign in with the passkey',
    body: z.strictObject({
      response: passkeyAnswer({
        clientDataJSON: base64url,
        authenticatorData: base64url,
        signature: base64url,
        userHandle: base64url.nullish(),
      }),
    }),
  },
  { method: 'GET', path: '/passkey/list-user-passkeys', summary: 'The passkeys one has' },
  {
    method: 'POST',
    path: '/passkey/delete-passkey',
    summary: 'Remove a passkey',
    body: z.strictObject({ id: z.uuid() }),
  },
  {
    method: 'POST',
    path: '/passkey/update-passkey',
    summary: 'Name a passkey',
    body: z.strictObject({ id: z.uuid(), name: properName }),
  },
];
