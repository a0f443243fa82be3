import { z } from 'zod';
import { noticePreferences } from '../../shared/notices/preferences.ts';
import { endedSubscription, pushSubscription } from '../../shared/notices/push.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { SWITCHES_PATH } from './compose.ts';
import { wordsOf } from './words.ts';

const tag = 'me';

/** What is told to oneself, and by which ways; the devices that take pushes. */
export function noticeRoutes({
  noticeSwitches,
  push,
  members,
}: Pick<Accounts, 'noticeSwitches' | 'push' | 'members'>): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/me/notice-preferences',
      summary: 'What you are told, and by which ways',
      tag,
      access: 'member',
      reply: noticePreferences,
      handle: async (request) => ({ body: await noticeSwitches.of(request.memberId()) }),
    }),
    defineRoute({
      method: 'put',
      path: '/api/me/notice-preferences',
      summary: 'Switch what you are told, and by which ways',
      tag,
      access: 'member',
      body: noticePreferences,
      reply: noticePreferences,
      handle: async (request) => {
        const memberId = request.memberId();
        await noticeSwitches.set(memberId, request.body);
        return { body: await noticeSwitches.of(memberId) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/push/key',
      summary: 'The key with which a browser subscribes to pushes (VAPID, base64url)',
      tag,
      access: 'member',
      reply: z.strictObject({ publicKey: z.string() }),
      handle: () => ({ body: { publicKey: push.publicKey } }),
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/push-subscriptions',
      summary: 'Take pushes on this device, as PushSubscription.toJSON() describes it',
      tag,
      access: 'member',
      body: pushSubscription,
      reply: z.strictObject({ subscriptionId: z.uuid() }),
      handle: async (request) => {
        const kept = await push.subscribe(request.memberId(), request.body);
        if (kept === null) {
          throw new HttpProblem('account-refused', 'Pushes go to public https addresses only.');
        }
        return { status: 201, body: kept };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/api/me/push-subscriptions',
      summary: 'Take no more pushes on a device',
      tag,
      access: 'member',
      body: endedSubscription,
      reply: z.strictObject({ ended: z.literal(true) }),
      handle: async (request) => {
        if (!(await push.unsubscribe(request.memberId(), request.body.endpoint))) {
          throw new HttpProblem('not-found', 'No such device of yours takes pushes.');
        }
        return { body: { ended: true as const } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/push-subscriptions/test',
      summary: 'Send a push to every device of yours',
      tag,
      access: 'member',
      reply: z.strictObject({ devices: z.int() }),
      handle: async (request) => {
        const memberId = request.memberId();
        const profile = await members.profile(memberId);
        const words = wordsOf(profile?.language?.startsWith('es') ? 'es' : 'en');
        const message = { subject: words.testTitle, body: words.test, path: SWITCHES_PATH };
        return { body: { devices: await push.say(memberId, message) } };
      },
    }),
  ];
}
