import { z } from 'zod';
import { declareDuplicate, giveReview, nameMaintainer, noWords } from '../../shared/designs/commands.ts';
import { designId, memberId, reviewId } from '../../shared/identifiers.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import type { Outcome } from '../commands/outcome.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { designCommands } from './commands.ts';
import { enterDesign } from './door.ts';

const ofDesign = z.strictObject({ designId });
const command = {
  method: 'post',
  tag: 'designs',
  access: 'member',
  command: true,
  reply: commandAnswer,
} as const;
const path = '/api/designs/{designId}';

/** How to take back what was done, if anything was. */
const undoing = (outcome: Outcome, path: string, body: Record<string, unknown> = {}) =>
  outcome.outcome === 'accepted' && outcome.eventIds.length > 0
    ? ({ method: 'post', path, body, ifMatch: null } as const)
    : null;

/** Reviews, which mark and never gate; duplicates; and who maintains a design. */
export function lineageRoutes(parts: Parts): AnyRoute[] {
  const { commands, views } = parts;
  const define = designCommands(parts);
  return [
    defineRoute({
      ...command,
      path: `${path}/reviews`,
      summary: 'Mark a revision: dimensions checked, built it, safety concern',
      params: ofDesign,
      body: giveReview,
      handle: async (request) => {
        const { designId } = enterDesign(views, request, 'design.discuss');
        const { text: body, revision, mark } = request.body;
        const reviewId = idMadeBy(request, 'review');
        const textId = body ? idMadeBy(request, 'reviewText') : null;
        const texts = textId ? [{ id: textId, kind: 'reviewText', body }] : [];
        const said = { reviewId, revision, mark, textId, reviewedBy: request.memberId() };
        const command = { type: 'GiveReview', designId, ...said } as const;
        const outcome = await commands.handle(define.GiveReview, givenBy(request, command, texts));
        const undo = undoing(outcome, `/api/designs/${designId}/reviews/${reviewId}/take-back`);
        return answerCommand(outcome, { id: reviewId, created: true, undo });
      },
    }),
    defineRoute({
      ...command,
      path: `${path}/reviews/{reviewId}/take-back`,
      summary: 'Take a review of one’s own back',
      params: z.strictObject({ designId, reviewId }),
      body: noWords,
      handle: async (request) => {
        // Gone from the views once it is taken back: whose it was, the rules know.
        enterDesign(views, request, 'design.discuss');
        const command = { type: 'TakeBackReview', ...request.params, by: request.memberId() } as const;
        const outcome = await commands.handle(define.TakeBackReview, givenBy(request, command));
        return answerCommand(outcome, { id: request.params.reviewId });
      },
    }),
    defineRoute({
      ...command,
      path: `${path}/duplicates`,
      summary: 'Say that another design is of the same thing',
      params: ofDesign,
      body: declareDuplicate,
      handle: async (request) => {
        const { designId } = enterDesign(views, request, 'design.discuss');
        const { of } = request.body;
        const command = { type: 'DeclareDuplicate', designId, of, by: request.memberId() } as const;
        const outcome = await commands.handle(define.DeclareDuplicate, givenBy(request, command));
        const undo = undoing(outcome, `/api/designs/${designId}/duplicates/${of}/take-back`);
        return answerCommand(outcome, { id: of, created: true, undo });
      },
    }),
    defineRoute({
      ...command,
      path: `${path}/duplicates/{of}/take-back`,
      summary: 'Say no longer that another design is of the same thing',
      params: z.strictObject({ designId, of: designId }),
      body: noWords,
      handle: async (request) => {
        // Whoever declared it, the rules know.
        enterDesign(views, request, 'design.discuss');
        const { designId, of } = request.params;
        const command = { type: 'TakeBackDuplicate', designId, of, by: request.memberId() } as const;
        const outcome = await commands.handle(define.TakeBackDuplicate, givenBy(request, command));
        const undo = undoing(outcome, `/api/designs/${designId}/duplicates`, { of });
        return answerCommand(outcome, { id: of, undo });
      },
    }),
    defineRoute({
      ...command,
      path: `${path}/maintainers`,
      summary: 'Name somebody who decides about a design with you',
      params: ofDesign,
      body: nameMaintainer,
      handle: async (request) => {
        const { designId } = enterDesign(views, request, 'design.nameMaintainers');
        const { memberId } = request.body;
        const command = { type: 'NameMaintainer', designId, memberId, by: request.memberId() } as const;
        const outcome = await commands.handle(define.NameMaintainer, givenBy(request, command));
        const undo = undoing(outcome, `/api/designs/${designId}/maintainers/${memberId}/recall`);
        return answerCommand(outcome, { id: memberId, created: true, undo });
      },
    }),
    defineRoute({
      ...command,
      path: `${path}/maintainers/{memberId}/recall`,
      summary: 'Recall a maintainer, or lay it down oneself; never the last one',
      params: z.strictObject({ designId, memberId }),
      body: noWords,
      handle: async (request) => {
        const by = request.memberId();
        const { designId, memberId } = request.params;
        // The answer to a repeat of laying it down must not depend on what one may do now.
        const isOneself = memberId === by;
        enterDesign(views, request, 'design.nameMaintainers', isOneself ? true : undefined);
        const command = { type: 'RecallMaintainer', designId, memberId, by } as const;
        const outcome = await commands.handle(define.RecallMaintainer, givenBy(request, command));
        const undo = isOneself
          ? null
          : undoing(outcome, `/api/designs/${designId}/maintainers`, { memberId });
        return answerCommand(outcome, { id: memberId, undo });
      },
    }),
  ];
}
