import { z } from 'zod';
import { get, post } from '../api.ts';
import { base64urlOf, bytesOf } from './base64url.ts';

const anything = z.unknown();
const known = z.object({ id: z.string(), type: z.literal('public-key') });
const userVerification = z.enum(['required', 'preferred', 'discouraged']).optional();

const askingOptions = z.object({
  challenge: z.string(),
  timeout: z.number().optional(),
  rpId: z.string().optional(),
  allowCredentials: z.array(known).optional(),
  userVerification,
});

const makingOptions = z.object({
  challenge: z.string(),
  timeout: z.number().optional(),
  rp: z.object({ id: z.string().optional(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.number(), type: z.literal('public-key') })),
  excludeCredentials: z.array(known).optional(),
  authenticatorSelection: z
    .object({
      residentKey: z.enum(['required', 'preferred', 'discouraged']).optional(),
      requireResidentKey: z.boolean().optional(),
      userVerification,
    })
    .optional(),
  attestation: z.enum(['none', 'indirect', 'direct', 'enterprise']).optional(),
});

const list = z.array(
  z.object({ id: z.string(), name: z.string().nullish(), createdAt: z.string().nullish() }).loose(),
);

/** Whether this browser and this address can do it: passkeys need HTTPS. */
export const passkeysPossible = () => window.isSecureContext && 'PublicKeyCredential' in window;

const withBytes = (credentials: z.infer<typeof known>[] | undefined) =>
  (credentials ?? []).map(({ id, type }) => ({ id: bytesOf(id), type }));

/** What both answers have in common. */
const credentialOf = (credential: PublicKeyCredential) => ({
  id: credential.id,
  rawId: base64urlOf(credential.rawId),
  type: 'public-key' as const,
  clientExtensionResults: {},
});

/** Signs in. False where the person let it be, or has none for this address. */
export async function signInWithPasskey(): Promise<boolean> {
  const options = await get('/api/auth/passkey/generate-authenticate-options', askingOptions);
  const { challenge, allowCredentials, ...rest } = options;
  const given = await navigator.credentials
    .get({
      publicKey: { ...rest, challenge: bytesOf(challenge), allowCredentials: withBytes(allowCredentials) },
    })
    .catch(() => null);
  if (!(given instanceof PublicKeyCredential) || !(given.response instanceof AuthenticatorAssertionResponse))
    return false;
  const { clientDataJSON, authenticatorData, signature, userHandle } = given.response;
  const response = {
    clientDataJSON: base64urlOf(clientDataJSON),
    authenticatorData: base64urlOf(authenticatorData),
    signature: base64urlOf(signature),
    userHandle: userHandle ? base64urlOf(userHandle) : null,
  };
  await post(
    '/api/auth/passkey/verify-authentication',
    { response: { ...credentialOf(given), response } },
    anything,
  );
  return true;
}

/** Adds one to the signed-in account. False where the person let it be. */
export async function addPasskey(name: string): Promise<boolean> {
  const options = await get('/api/auth/passkey/generate-register-options', makingOptions);
  const { challenge, user, excludeCredentials, authenticatorSelection, ...rest } = options;
  const made = await navigator.credentials
    .create({
      publicKey: {
        ...rest,
        challenge: bytesOf(challenge),
        user: { ...user, id: bytesOf(user.id) },
        excludeCredentials: withBytes(excludeCredentials),
        ...(authenticatorSelection ? { authenticatorSelection } : {}),
      },
    })
    .catch(() => null);
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse))
    return false;
  const { clientDataJSON, attestationObject } = made.response;
  const response = {
    clientDataJSON: base64urlOf(clientDataJSON),
    attestationObject: base64urlOf(attestationObject),
  };
  await post(
    '/api/auth/passkey/verify-registration',
    { name, response: { ...credentialOf(made), response } },
    anything,
  );
  return true;
}

export const passkeyListPath = '/api/auth/passkey/list-user-passkeys';
export const passkeyList = list;

export const removePasskey = (id: string) => post('/api/auth/passkey/delete-passkey', { id }, anything);
