import { inductionPlace, ofInductionParams } from '../../shared/competences/commands.ts';
import { givenBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { inductionCommands } from './commands.ts';
import { enterInduction } from './door.ts';

/** Taking a place in an induction and giving it up: for oneself, or by its trainer for somebody. */
export function inductionPlaceRoutes({ commands, views }: Pick<Parts, 'commands' | 'views'>): AnyRoute[] {
  const define = inductionCommands(views);
  return (['TakeInductionPlace', 'GiveUpInductionPlace'] as const).map((type) => {
    const takes = type === 'TakeInductionPlace';
    return defineRoute({
      method: 'post',
      path: `/api/inductions/{inductionId}/${takes ? 'take-place' : 'give-up'}`,
      summary: takes
        ? 'Take a place in an induction, or wait for one'
        : 'Give up a place or the waiting; the first who waits moves up',
      tag: 'inductions',
      access: 'member',
      params: ofInductionParams,
      body: inductionPlace,
      command: true,
      ifMatch: !takes,
      reply: commandAnswer,
      handle: async (request) => {
        const oneself = request.memberId();
        const memberId = request.body.memberId ?? oneself;
        const own = memberId === oneself;
        const action = own ? 'induction.takePlace' : 'induction.lead';
        const { inductionId } = enterInduction(views, request, action, { own });
        const command = { type, inductionId, memberId, forThem: !own };
        const outcome = await commands.handle(define[type], givenBy(request, command));
        const about = { id: inductionId, created: takes };
        // Whoever gave up and comes back is the last in the line: that is no undoing, but it can be done.
        if (!takes || outcome.outcome !== 'accepted') return answerCommand(outcome, about);
        const path = `/api/inductions/${inductionId}/give-up`;
        const ifMatch = `"${outcome.revision}"`;
        return answerCommand(outcome, {
          ...about,
          undo: { method: 'post', path, body: request.body, ifMatch },
        });
      },
    });
  });
}
