import { z } from 'zod';
import type { JsonObject } from '../../shared/event.ts';
import { eraseMe, setProfile } from '../../shared/members/commands.ts';
import { type MeView, meView as meSchema, noticeView } from '../../shared/members/views.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { eraseFromLog } from './erase.ts';
import { heldInLog } from './heldData.ts';
import { meView } from './meView.ts';

export interface MeRoutesOptions {
  accounts: Pick<Accounts, 'members' | 'notices' | 'dataOf' | 'erase'>;
  /** Whether the member may found a workshop now. */
  mayFound(memberId: string): Promise<boolean>;
  /** What other contexts hold about a member, for the download: their bookings. JSON. */
  heldElsewhere(memberId: string): Record<string, unknown>;
}

const tag = 'me';
const NOTICES_SHOWN = 100;

/** Oneself: profile, notices, everything held about one, and its erasure. */
export function meRoutes(
  parts: Pick<Parts, 'commands' | 'store' | 'views' | 'texts'>,
  { accounts, mayFound, heldElsewhere }: MeRoutesOptions,
): AnyRoute[] {
  const me = async (memberId: string, now: number): Promise<MeView> => {
    const profile = await accounts.members.profile(memberId);
    if (!profile) throw new HttpProblem('not-signed-in', 'This account has been erased.');
    return meView(parts, { memberId, profile, mayFound: await mayFound(memberId), now });
  };
  return [
    defineRoute({
      method: 'get',
      path: '/api/me',
      summary: 'Who you are here: workshops, roles, pauses, competences',
      tag,
      access: 'member',
      reply: meSchema,
      handle: async (request) => ({ body: await me(request.memberId(), request.now) }),
    }),
    defineRoute({
      method: 'put',
      path: '/api/me/profile',
      summary: 'Change your name, language or look',
      tag,
      access: 'member',
      body: setProfile,
      reply: meSchema,
      handle: async (request) => {
        const memberId = request.memberId();
        const { name, language, theme } = request.body;
        const chosen = theme === 'system' ? null : theme;
        await accounts.members.change(memberId, { displayName: name, language, theme: chosen });
        return { body: await me(memberId, request.now) };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/me/data',
      summary: 'Everything that is held about you, as a file',
      tag,
      access: 'member',
      reply: z.looseObject({ memberId: z.string() }),
      handle: async (request) => {
        const memberId = request.memberId();
        return {
          body: {
            memberId,
            madeAt: new Date(request.now).toISOString(),
            accounts: await accounts.dataOf(memberId),
            log: await heldInLog(parts, memberId),
            ...heldElsewhere(memberId),
          },
          headers: { 'Content-Disposition': 'attachment; filename="commonwright-my-data.json"' },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/me/erase',
      summary: 'Erase yourself for good: account, name and texts go, machines keep their history without you',
      tag,
      access: 'member',
      body: eraseMe,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const memberId = request.memberId();
        const { commandId, dryRun } = request;
        const actor = { kind: 'member', memberId } as const;
        const outcome = await eraseFromLog(parts, { memberId, actor, commandId, dryRun });
        if (outcome.outcome === 'accepted') await accounts.erase(memberId);
        return answerCommand(outcome, { id: memberId });
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/me/notices',
      summary: 'What the program has told you, newest first',
      tag,
      access: 'member',
      reply: z.strictObject({ notices: z.array(noticeView), unread: z.int() }),
      handle: async (request) => {
        const memberId = request.memberId();
        const kept = await accounts.notices.list(memberId, { limit: NOTICES_SHOWN });
        const reasons = parts.texts.of(kept.flatMap(({ params }) => reasonIdIn(params) ?? []));
        const notices = kept.map(({ id, kind, params, createdAt, readAt }) => ({
          noticeId: id,
          kind,
          params: withReason(params, reasons),
          createdAt,
          readAt,
        }));
        return { body: { notices, unread: await accounts.notices.unread(memberId) } };
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
        await accounts.notices.markRead(memberId, [request.params.noticeId]);
        return { body: { unread: await accounts.notices.unread(memberId) } };
      },
    }),
  ];
}

const reasonIdIn = ({ reasonId }: JsonObject): string | null =>
  typeof reasonId === 'string' ? reasonId : null;

/** Joins the reason that somebody wrote, as long as it is there. */
function withReason(params: JsonObject, reasons: ReadonlyMap<string, string>): JsonObject {
  const reason = reasons.get(reasonIdIn(params) ?? '');
  return reason === undefined ? params : { ...params, reason };
}
