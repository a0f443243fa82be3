import { z } from 'zod';
import { ofCompetenceParams, recognition, setValidity } from '../../shared/competences/commands.ts';
import { workshopId } from '../../shared/identifiers.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { workshopCommands } from '../workshops/commands.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { competenceById } from '../workshops/queries.ts';

const params = z.strictObject({ workshopId });
const decision = { tag: 'workshops', access: 'member', command: true, reply: commandAnswer } as const;

/** How long a workshop's competences are good for, and which of other workshops count as its own. */
export function recognitionRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const define = workshopCommands(views);
  return [
    defineRoute({
      ...decision,
      method: 'put',
      path: '/api/workshops/{workshopId}/competences/{competenceId}/validity',
      summary: 'Say for how many months a competence is good when it is granted; null: for good',
      params: ofCompetenceParams,
      body: setValidity,
      ifMatch: true,
      handle: async (request) => {
        enterWorkshop(views, request, 'competence.setValidity');
        const { workshopId, competenceId } = request.params;
        const before = competenceById(views, competenceId);
        if (before?.workshopId !== workshopId) {
          throw new HttpProblem('not-found', 'There is no such competence.');
        }
        const command = { type: 'SetValidity', ...request.params, ...request.body } as const;
        const outcome = await commands.handle(define.SetValidity, givenBy(request, command));
        const path = `/api/workshops/${workshopId}/competences/${competenceId}/validity`;
        // What was there before is known only where exactly that had been seen.
        const undo =
          before.revision === request.ifMatch
            ? ({ method: 'put', path, body: { months: before.validityMonths } } as const)
            : null;
        return answerWithUndo(outcome, { id: competenceId, revisionBefore: before.revision }, undo);
      },
    }),
    ...(['RecogniseCompetence', 'RecallRecognition'] as const).map((type) => {
      const path = '/api/workshops/{workshopId}/recognitions';
      const recalls = type === 'RecallRecognition';
      return defineRoute({
        ...decision,
        method: 'post',
        path: recalls ? `${path}/recall` : path,
        summary: recalls
          ? 'Recall a recognition: bookings that rest on it are marked at once'
          : 'Let a competence of another workshop count as an own one',
        params,
        body: recognition,
        handle: async (request) => {
          const { workshopId } = enterWorkshop(views, request, 'competence.recognise');
          const command = { type, workshopId, ...request.body };
          const outcome = await commands.handle(define[type], givenBy(request, command));
          const about = { id: request.body.competenceId, created: !recalls };
          if (outcome.outcome !== 'accepted') return answerCommand(outcome, about);
          const back = `/api/workshops/${workshopId}/recognitions${recalls ? '' : '/recall'}`;
          const undo = { method: 'post', path: back, body: request.body, ifMatch: null } as const;
          return answerCommand(outcome, { ...about, undo });
        },
      });
    }),
  ];
}
