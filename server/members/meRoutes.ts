import { z } from 'zod';
import { eraseMe, setProfile } from '../../shared/members/commands.ts';
import { type HiddenArea, type MeView, meView as meSchema } from '../../shared/members/views.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { eraseFromLog } from './erase.ts';
import { heldInLog } from './heldData.ts';
import { meView } from './meView.ts';

export interface MeRoutesOptions {
  accounts: Pick<Accounts, 'members' | 'dataOf' | 'erase'>;
  /** Whether the member may found a workshop now. */
  mayFound(memberId: string): Promise<boolean>;
  /** Which of the areas that not all use a workshop uses; other contexts know. */
  areasOf(workshopId: string): HiddenArea[];
  /** What other contexts hold about a member, for the download: their bookings. JSON. */
  heldElsewhere(memberId: string): Record<string, unknown>;
}

const tag = 'me';

/** Oneself: profile, everything held about one, and its erasure. */
export function meRoutes(
  parts: Pick<Parts, 'commands' | 'store' | 'views' | 'texts'>,
  { accounts, mayFound, areasOf, heldElsewhere }: MeRoutesOptions,
): AnyRoute[] {
  const me = async (memberId: string, now: number): Promise<MeView> => {
    const profile = await accounts.members.profile(memberId);
    if (!profile) throw new HttpProblem('not-signed-in', 'This account has been erased.');
    return meView(parts, {
      memberId,
      profile,
      mayFound: await mayFound(memberId),
      areasOf,
      now,
    });
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
  ];
}
