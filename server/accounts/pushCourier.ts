import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import webPush from 'web-push';
import type { PushMessage } from '../../shared/notices/push.ts';
import type { AccountsDatabase } from './database.ts';
import type { Courier } from './outbox.ts';
import { isPublicAddress, lookupPublic } from './publicAddress.ts';
import type { PushKeys } from './pushSubscriptions.ts';

export interface PushSettings {
  keys: PushKeys;
  /** Whom a push service may turn to: an https or mailto address. */
  contact: string;
  /** `anywhere` also takes plain HTTP and the own network: for tests. */
  reach: 'public' | 'anywhere';
}

/** The news is stale by then: seconds that the push service keeps it for a device that is off. */
const TIME_TO_LIVE_SECONDS = 12 * 3600;
/** With the outbox's pauses: given up after about twelve hours. */
const MAXIMUM_ATTEMPTS = 20;
const TIMEOUT_MS = 15_000;
/** The push service knows the subscription no more. */
const GONE: readonly (number | undefined)[] = [404, 410];
/** It does not want this message, and will not want it later. */
const HOPELESS: readonly (number | undefined)[] = [400, 403, 413];

/** Encrypts what waits for the device alone (RFC 8291, aes128gcm) and hands it to the device's push service. */
export function pushCourierOf({ kysely }: AccountsDatabase, settings: PushSettings): Courier {
  return {
    channel: 'push',
    maximumAttempts: MAXIMUM_ATTEMPTS,
    deliver: async ({ key, subject, body, attached }) => {
      const { subscriptionId, path }: { subscriptionId: string; path: string } = JSON.parse(attached);
      const device = await kysely
        .selectFrom('pushSubscriptions')
        .selectAll()
        .where('id', '=', subscriptionId)
        .executeTakeFirst();
      if (!device || !mayReach(device.endpoint, settings.reach)) return 'givenUp';
      const { endpoint, p256dh, auth } = device;
      const message: PushMessage = { title: subject, body, path, tag: key };
      const details = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        JSON.stringify(message),
        {
          vapidDetails: { subject: settings.contact, ...settings.keys },
          TTL: TIME_TO_LIVE_SECONDS,
          urgency: 'normal',
        },
      );
      const status = await post(endpoint, details.headers, details.body, settings.reach);
      if (GONE.includes(status)) {
        await kysely.deleteFrom('pushSubscriptions').where('id', '=', subscriptionId).execute();
        return 'givenUp';
      }
      if (HOPELESS.includes(status)) return 'givenUp';
      if (status === undefined || status < 200 || status > 299) {
        throw Object.assign(new Error('the push service did not take it'), { code: `HTTP ${status}` });
      }
      return 'sent';
    },
    close: () => {},
  };
}

/** Whether a member may have pushes sent there: any member names an address, and the server calls it. */
export function mayReach(endpoint: string, reach: PushSettings['reach']): boolean {
  const url = URL.parse(endpoint);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (reach === 'anywhere') return url.protocol === 'https:' || url.protocol === 'http:';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return url.protocol === 'https:' && (isIP(host) === 0 || isPublicAddress(host));
}

/** @returns the status; redirects are not followed. */
function post(
  endpoint: string,
  headers: webPush.Headers,
  body: Buffer | null,
  reach: PushSettings['reach'],
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const send = endpoint.startsWith('http:') ? plainRequest : request;
    const sending = send(
      endpoint,
      {
        method: 'POST',
        headers: Object.fromEntries(Object.entries(headers)),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(reach === 'public' ? { lookup: lookupPublic } : {}),
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode));
        response.once('error', reject);
      },
    );
    sending.once('error', reject);
    sending.end(body ?? undefined);
  });
}
