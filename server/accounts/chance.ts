import { hash, randomBytes, randomUUID } from 'node:crypto';

/** Where accounts take random ids and secrets from. */
export interface Chance {
  /** A random UUID (version 4). */
  uuid(): string;
  bytes(count: number): Uint8Array;
}

export const systemChance: Chance = { uuid: () => randomUUID(), bytes: (count) => randomBytes(count) };

/** SHA-256 of a secret that is itself long and random: all of it that is stored. */
export const secretHash = (secret: string): string => hash('sha256', secret, 'base64url');
