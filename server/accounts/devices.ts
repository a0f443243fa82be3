import type { IncomingHttpHeaders } from 'node:http';
import { type Chance, secretHash } from './chance.ts';
import { type AccountsDatabase, guarded } from './database.ts';
import type { KeyUse } from './keyUse.ts';

/** A box or a tablet of a workshop: it acts for nobody, until somebody stands before it. */
export interface Device {
  deviceId: string;
  kind: 'reader' | 'kiosk';
  workshopId: string;
}

export interface DeviceSummary extends Device {
  name: string;
  addedAt: string;
  lastSeenAt: string | null;
  /** By how much its clock was ahead of ours when it was last seen; null where it never told its time. Milliseconds. */
  clockAheadMs: number | null;
}

/** Keys of readers and kiosks. They are bound to one workshop and to no person. */
export interface Devices {
  /** The device by `Authorization: Bearer` or `x-api-key`; null without a valid key. @throws {TooManyRequests} */
  deviceOf(headers: IncomingHttpHeaders): Device | null;
  /** A new key for the device, which is made where it is new; the one before stops at once. Shown this once. */
  giveKey(device: Device & { name: string }): Promise<string>;
  /** False where there is no such device. */
  revoke(kind: Device['kind'], deviceId: string): Promise<boolean>;
  of(kind: Device['kind'], workshopId: string): Promise<DeviceSummary[]>;
  /** Notes that it was there, and what its clock said. */
  seen(deviceId: string, clockAheadMs: number | null): Promise<void>;
  clockAheadOf(deviceId: string): number | null;
}

const PREFIXES = { reader: 'cwr_', kiosk: 'cwt_' } as const;
/** 192 bits. */
const SECRET_BYTES = 24;

/** What a request shows as its key, if it begins so. */
export function shownKey(headers: IncomingHttpHeaders, prefix: string): string | null {
  const given = headers['x-api-key'] ?? /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return typeof given === 'string' && given.startsWith(prefix) && given.length <= 100 ? given : null;
}

export function devicesOf(
  { kysely, reader }: AccountsDatabase,
  { clock, chance, use }: { clock: () => Date; chance: Chance; use: KeyUse },
): Devices {
  const byHash = reader.prepare('select id, kind, workshopId from devices where keyHash = ?');
  const clockOf = reader.prepare('select clockAheadMs from devices where id = ?');
  return {
    deviceOf: (headers) => {
      const key = shownKey(headers, PREFIXES.reader) ?? shownKey(headers, PREFIXES.kiosk);
      const row = key === null ? undefined : guarded(() => byHash.get(secretHash(key)));
      if (!row) return null;
      const deviceId = String(row.id);
      use.count(deviceId);
      const kind = row.kind === 'kiosk' ? 'kiosk' : 'reader';
      return { deviceId, kind, workshopId: String(row.workshopId) };
    },
    giveKey: async ({ deviceId, kind, workshopId, name }) => {
      const key = PREFIXES[kind] + Buffer.from(chance.bytes(SECRET_BYTES)).toString('base64url');
      const keyHash = secretHash(key);
      const addedAt = clock().toISOString();
      await kysely
        .insertInto('devices')
        .values({
          id: deviceId,
          kind,
          workshopId,
          name,
          keyHash,
          addedAt,
          lastSeenAt: null,
          clockAheadMs: null,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ keyHash, name }))
        .execute();
      return key;
    },
    revoke: async (kind, deviceId) => {
      await kysely.deleteFrom('kioskSessions').where('kioskId', '=', deviceId).execute();
      const result = await kysely
        .deleteFrom('devices')
        .where('id', '=', deviceId)
        .where('kind', '=', kind)
        .executeTakeFirst();
      return result.numDeletedRows > 0n;
    },
    of: async (kind, workshopId) => {
      const rows = await kysely
        .selectFrom('devices')
        .select(['id', 'name', 'addedAt', 'lastSeenAt', 'clockAheadMs'])
        .where('kind', '=', kind)
        .where('workshopId', '=', workshopId)
        .orderBy('addedAt')
        .execute();
      return rows.map(({ id, ...row }) => ({ deviceId: id, kind, workshopId, ...row }));
    },
    seen: async (deviceId, clockAheadMs) => {
      const lastSeenAt = clock().toISOString();
      await kysely
        .updateTable('devices')
        .set(clockAheadMs === null ? { lastSeenAt } : { lastSeenAt, clockAheadMs })
        .where('id', '=', deviceId)
        .execute();
    },
    clockAheadOf: (deviceId) => {
      const found = guarded(() => clockOf.get(deviceId))?.clockAheadMs;
      return typeof found === 'number' ? found : null;
    },
  };
}
