import { z } from 'zod';
import { memberId, workshopId } from '../../shared/identifiers.ts';
import { grantCompetence, withdrawCompetence } from '../../shared/members/commands.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute, type RouteRequest } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { memberCommands } from './commands.ts';
import { grantedCompetence } from './queries.ts';

const params = z.strictObject({ workshopId, memberId });
const tag = 'people';

const inUtc = (milliseconds: number | null): string | null =>
  milliseconds === null ? null : new Date(milliseconds).toISOString();

type Asked = RouteRequest<z.output<typeof params>, unknown, { competenceId: string }>;

/** What somebody can do safely: said by a trainer of that very competence, and by founders of themselves. */
export function competenceRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const define = memberCommands(views);
  const concern = ({ requester, params, body }: Asked) => ({
    own: requester.kind === 'member' && requester.memberId === params.memberId,
    competenceId: body.competenceId,
  });
  const pathOf = ({ params }: Asked) =>
    `/api/workshops/${params.workshopId}/people/${params.memberId}/competences`;
  return [
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/people/{memberId}/competences',
      summary: 'Confirm that somebody has a competence, for good or until a day',
      tag,
      access: 'member',
      params,
      body: grantCompetence,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        enterWorkshop(views, request, 'competence.grant', concern(request));
        const { competenceId } = request.body;
        const { until } = request.body;
        const grantedBy = request.memberId();
        const command = {
          type: 'GrantCompetence',
          ...request.params,
          competenceId,
          ...(until === undefined ? {} : { until: until && new Date(until).toISOString() }),
          grantedBy,
        } as const;
        const id = request.params.memberId;
        const before = grantedCompetence(views, id, competenceId);
        const outcome = await commands.handle(define.GrantCompetence, givenBy(request, command));
        // A repeat offers no Undo: what was there before its first time is no longer known.
        if (outcome.outcome === 'accepted' && outcome.repeated) return answerCommand(outcome, { id });
        const lasted = before && (before.until === null || before.until > request.now);
        const path = lasted ? pathOf(request) : `${pathOf(request)}/withdraw`;
        const body = lasted
          ? { competenceId, until: inUtc(before.until) }
          : { competenceId, reason: 'Undone at once.' };
        return answerCommand(outcome, { id, undo: { method: 'post', path, body, ifMatch: null } });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/people/{memberId}/competences/withdraw',
      summary: 'Withdraw a competence, with a reason that the person reads',
      tag,
      access: 'member',
      params,
      body: withdrawCompetence,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        enterWorkshop(views, request, 'competence.withdraw', concern(request));
        const { competenceId, reason } = request.body;
        const { memberId } = request.params;
        const held = grantedCompetence(views, memberId, competenceId);
        const reasonId = idMadeBy(request, 'reason');
        const command = { type: 'WithdrawCompetence', ...request.params, competenceId, reasonId } as const;
        const text = { id: reasonId, kind: 'withdrawalReason', body: reason, subject: memberId };
        const outcome = await commands.handle(define.WithdrawCompetence, givenBy(request, command, [text]));
        const until = held && inUtc(held.until);
        const undo = {
          method: 'post',
          path: pathOf(request),
          body: { competenceId, until },
          ifMatch: null,
        } as const;
        return answerCommand(outcome, { id: memberId, undo: held ? undo : null });
      },
    }),
  ];
}
