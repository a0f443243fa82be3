import { createHmac, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';
import { type GrantContent, grantContent } from '../../shared/readers/views.ts';
import { badgeNumber } from './badges.ts';

/** Signs what readers may decide offline. */
export interface GrantKeys {
  /** JWK `x` of the public key. */
  readonly publicKey: string;
  sign(content: GrantContent): string;
  /** What a grant says, if this server signed it; whether it still counts is not asked. */
  read(grant: string): GrantContent | null;
  /** Keys the HMAC of badges in this reader's grants: the hashes of two readers cannot be compared. */
  saltOf(readerId: string): string;
  badgeHash(readerId: string, badge: string): string;
}

/** PKCS #8 of an Ed25519 key, up to its 32 bytes of seed (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
/** Signed before the content, so that no signature of another use passes for one of a grant. */
const CONTEXT = 'commonwright grant 1\n';
const SALT_BYTES = 16;

/**
 * @param secret the server's own. The key pair and the salts are drawn from it: nothing is stored, and every process
 * has the same. Changing it makes all grants worthless.
 */
export function grantKeysOf(secret: string): GrantKeys {
  const drawn = (use: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, '', `grant ${use}`, bytes));
  const der = Buffer.concat([PKCS8_PREFIX, drawn('key', 32)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const signed = (content: string) => Buffer.from(CONTEXT + content);
  const saltOf = (readerId: string) => drawn(`salt ${readerId}`, SALT_BYTES).toString('base64url');
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (content) => {
      const text = Buffer.from(JSON.stringify(content)).toString('base64url');
      return `${text}.${sign(null, signed(text), privateKey).toString('base64url')}`;
    },
    read: (grant) => {
      const [text = '', signature = ''] = grant.split('.');
      if (!verify(null, signed(text), publicKey, Buffer.from(signature, 'base64url'))) return null;
      return grantContent.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    },
    saltOf,
    badgeHash: (readerId, badge) =>
      createHmac('sha256', Buffer.from(saltOf(readerId), 'base64url'))
        .update(badgeNumber(badge))
        .digest('base64url'),
  };
}
