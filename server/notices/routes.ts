import { z } from 'zod';
import { language } from '../../shared/language.ts';
import { noticeView } from '../../shared/members/views.ts';
import { noticePreferences } from '../../shared/notices/preferences.ts';
import { endedSubscription, pushSubscription } from '../../shared/notices/push.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import { type NoticeSources, noticeText, SWITCHES_PATH } from './compose.ts';
import { languageIn, wordsOf } from './words.ts';

const tag = 'me';

const NOTICES_SHOWN = 100;

/** What is told to oneself, and by which ways; the devices that take pushes. */
export function noticeRoutes(
  sources: NoticeSources,
  {
    notices,
    noticeSwitches,
    push,
    members,
  }: Pick<Accounts, 'notices' | 'noticeSwitches' | 'push' | 'members'>,
): AnyRoute[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/me/notices',
      summary: 'What the program has told you, newest first',
      tag,
      access: 'member',
      /** Default: as your profile says. */
      query: z.strictObject({ language: language.optional() }),
      reply: z.strictObject({ notices: z.array(noticeView), unread: z.int() }),
      handle: async (request) => {
        const memberId = request.memberId();
        const speaks = request.query.language ?? languageIn(await members.profile(memberId));
        const kept = await notices.list(memberId, { limit: NOTICES_SHOWN });
        const told = kept.map(async ({ id: noticeId, kind, params, createdAt, readAt }) => {
          const { inFull: sentence, reason, path } = (await noticeText(sources, { kind, params }))(speaks);
          const joined = reason === null ? params : { ...params, reason };
          return { noticeId, kind, params: joined, sentence, path, createdAt, readAt };
        });
        return { body: { notices: await Promise.all(told), unread: await notices.unread(memberId) } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/notices/{noticeId}/read',
      summary: 'Mark a notice as read',
      tag,
      access: 'member',
      params: z.strictObject({ noticeId: z.uuid().toLowerCase() }),
      reply: z.strictObject({ unread: z.int() }),
      handle: async (request) => {
        const memberId = request.memberId();
        await notices.markRead(memberId, [request.params.noticeId]);
        return { body: { unread: await notices.unread(memberId) } };
      },
    }),
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
        const words = wordsOf(languageIn(await members.profile(memberId)));
        const message = { subject: words.testTitle, body: words.test, path: SWITCHES_PATH };
        return { body: { devices: await push.say(memberId, message) } };
      },
    }),
  ];
}
