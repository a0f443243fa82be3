import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { secretHash } from './chance.ts';
import { type AccountsDatabase, guarded } from './database.ts';
import type { KeyUse } from './keyUse.ts';
import { recentLookups } from './recentLookups.ts';
import { KEY_PREFIX, type SignIn } from './signIn.ts';

/** What a key stands for. Its rights are its scopes, within its workshop, and never more than its member's. */
export interface KeyHolder {
  memberId: string;
  keyId: string;
  scopes: readonly string[];
  /** The workshop the key is bound to; null: wherever its member may. */
  workshopId: string | null;
}

export interface KeySummary extends Omit<KeyHolder, 'memberId'> {
  name: string | null;
  /** The key's first characters, to tell it from others. */
  start: string | null;
  enabled: boolean;
  createdAt: string;
  expiresAt: string | null;
}

export interface Keys {
  /** The holder by `Authorization: Bearer` or `x-api-key`; null without a valid one. @throws {TooManyRequests} */
  keyOf(headers: IncomingHttpHeaders): Promise<KeyHolder | null>;
  /** Makes a key; `key` is shown this once. Who may is for the caller to decide. */
  create(asked: {
    memberId: string;
    name: string;
    scopes: readonly string[];
    workshopId?: string;
    /** At least a day. Without it the key lasts until it is revoked. */
    expiresInSeconds?: number;
  }): Promise<{ keyId: string; key: string }>;
  of(memberId: string): Promise<KeySummary[]>;
  /** False when the member has no such key. */
  revoke(memberId: string, keyId: string): Promise<boolean>;
}

/** The library keeps scopes as permissions on resources; ours are all on the one resource `commonwright`. */
const permissionsShape = z.object({ commonwright: z.array(z.string()) });
const metadataShape = z.object({ workshopId: z.string().nullable() });

export function keysOf(
  database: AccountsDatabase,
  signIn: SignIn,
  settings: { clock: () => Date; use: KeyUse; catchUp: () => void },
): Keys & { forget: (subject: string) => void } {
  const recent = recentLookups<KeyHolder>(settings.clock);
  const byHash = database.reader.prepare(
    'select id, referenceId, enabled, expiresAt, permissions, metadata from apikey where key = ?',
  );
  const look = async (tokenHash: string) => {
    const row = guarded(() => byHash.get(tokenHash));
    if (row?.enabled !== 1) return null;
    const keyId = String(row.id);
    const expiresAt = row.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(String(row.expiresAt));
    const found = { memberId: String(row.referenceId), keyId, ...rightsOf(row.permissions, row.metadata) };
    return { found, subject: keyId, expiresAt };
  };
  return {
    keyOf: async (headers) => {
      const key = presented(headers);
      if (key === null) return null;
      // The library's own way to hash keys, which are random and long: SHA-256, base64url.
      const tokenHash = secretHash(key);
      const holder = await recent.find(tokenHash, () => look(tokenHash));
      if (holder) settings.use.count(holder.keyId);
      return holder;
    },
    create: async ({ memberId, name, scopes, workshopId, expiresInSeconds }) => {
      const made = await signIn.api.createApiKey({
        body: {
          userId: memberId,
          name,
          permissions: { commonwright: [...scopes] },
          metadata: { workshopId: workshopId ?? null },
          ...(expiresInSeconds === undefined ? {} : { expiresIn: expiresInSeconds }),
        },
      });
      return { keyId: made.id, key: made.key };
    },
    of: async (memberId) => {
      const rows = await database.kysely
        .selectFrom('apikey')
        .select(['id', 'name', 'start', 'enabled', 'createdAt', 'expiresAt', 'permissions', 'metadata'])
        .where('referenceId', '=', memberId)
        .orderBy('createdAt')
        .execute();
      return rows.map(({ id, name, start, enabled, createdAt, expiresAt, permissions, metadata }) => ({
        keyId: id,
        name,
        start,
        enabled: enabled === 1,
        createdAt,
        expiresAt,
        ...rightsOf(permissions, metadata),
      }));
    },
    revoke: async (memberId, keyId) => {
      const result = await database.kysely
        .deleteFrom('apikey')
        .where('id', '=', keyId)
        .where('referenceId', '=', memberId)
        .executeTakeFirst();
      settings.catchUp();
      return result.numDeletedRows > 0n;
    },
    forget: recent.forget,
  };
}

function presented(headers: IncomingHttpHeaders): string | null {
  const given = headers['x-api-key'] ?? /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return typeof given === 'string' && given.startsWith(KEY_PREFIX) && given.length <= 200 ? given : null;
}

/** A key whose rights cannot be read has none. */
function rightsOf(permissions: unknown, metadata: unknown): { scopes: string[]; workshopId: string | null } {
  const scopes = permissionsShape.safeParse(parsed(permissions));
  const bound = metadataShape.safeParse(parsed(metadata));
  if (!scopes.success || !bound.success) return { scopes: [], workshopId: null };
  return { scopes: scopes.data.commonwright, workshopId: bound.data.workshopId };
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return null;
  }
}
