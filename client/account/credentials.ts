import { z } from 'zod';
import { post } from '../api.ts';

const anything = z.unknown();
const redirect = z.object({ url: z.string() });

/** Throws `RequestFailed` with `sign-in-failed` where address and password do not belong together. */
export const signIn = (email: string, password: string) =>
  post('/api/auth/sign-in/email', { email, password, rememberMe: true }, anything);

export const signUp = (name: string, email: string, password: string) =>
  post('/api/auth/sign-up/email', { name, email, password }, anything);

/** Makes an account that was made for somebody their own, with the secret of their link. */
export const claimAccount = (token: string, email: string, password: string) =>
  post('/api/claim', { token, email, password }, anything);

export const signOut = () => post('/api/auth/sign-out', {}, anything);

/** Answers the same whether the address has an account or not. */
export const requestReset = (email: string) =>
  post('/api/auth/request-password-reset', { email, redirectTo: `${location.origin}/reset` }, anything);

export const resetPassword = (newPassword: string, token: string) =>
  post('/api/auth/reset-password', { newPassword, token }, anything);

/** The address of a provider of OpenID Connect, where signing in goes on. */
export async function providerAddress(provider: string, next: string): Promise<string> {
  const body = {
    provider,
    callbackURL: `${location.origin}${next}`,
    errorCallbackURL: `${location.origin}/sign-in`,
    disableRedirect: true,
  };
  return (await post('/api/auth/sign-in/social', body, redirect)).url;
}

/** Signs every other device out. */
export const changePassword = (currentPassword: string, newPassword: string) =>
  post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true }, anything);
