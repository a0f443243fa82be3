import { z } from 'zod';
import { commandReply } from '../../shared/commandReply.ts';
import { type KioskState, kioskState } from '../../shared/kiosks/views.ts';
import { locale } from '../catalogue/text.ts';
import { problemFrom, RequestFailed } from '../problem.ts';
import { randomId } from '../randomId.ts';

const KEPT_KEY = 'commonwright-kiosk';
const KEPT_STATE = 'commonwright-kiosk-state';
const keptState = z.object({ state: kioskState, at: z.number() });

/** What the tablet last saw, and when: milliseconds since 1970. */
export interface Seen {
  state: KioskState;
  at: number;
}

export const keptKey = (): string | null => localStorage.getItem(KEPT_KEY);
export const keepKey = (key: string): void => localStorage.setItem(KEPT_KEY, key);

export function forgetWorkshop(): void {
  localStorage.removeItem(KEPT_KEY);
  localStorage.removeItem(KEPT_STATE);
}

export function lastSeen(): Seen | null {
  try {
    return keptState.safeParse(JSON.parse(localStorage.getItem(KEPT_STATE) ?? 'null')).data ?? null;
  } catch {
    return null;
  }
}
export const keepSeen = (seen: Seen): void => localStorage.setItem(KEPT_STATE, JSON.stringify(seen));

interface Asked {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
}

/**
 * Asks as the tablet, or as whoever stands before it. A cookie that lies around in this browser is never sent.
 * @throws {RequestFailed}
 */
export async function ask<Schema extends z.ZodType>(
  key: string | null,
  path: string,
  schema: Schema,
  { method = 'GET', body, headers = {} }: Asked = {},
): Promise<z.output<Schema>> {
  const response = await fetch(path, {
    method,
    credentials: 'omit',
    headers: {
      accept: 'application/json',
      'accept-language': locale,
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new RequestFailed('offline', 0);
  });
  const answered: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemFrom(response.status, answered);
  const read = schema.safeParse(answered);
  if (!read.success) throw new RequestFailed('unreadable', response.status, { detail: read.error.message });
  return read.data;
}

/** Gives a command as whoever stands before the tablet. A lost answer is asked for again, with the same id. */
export async function give(key: string, path: string, body: unknown, revision?: number): Promise<void> {
  const headers = {
    'idempotency-key': randomId(),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
  };
  const asked: Asked = { method: 'POST', body, headers };
  try {
    await ask(key, path, commandReply, asked);
  } catch (error) {
    if (!(error instanceof RequestFailed) || error.kind !== 'offline') throw error;
    await ask(key, path, commandReply, asked);
  }
}
