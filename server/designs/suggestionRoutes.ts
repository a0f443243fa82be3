import { z } from 'zod';
import {
  adoptSuggestion,
  declineSuggestion,
  noWords,
  suggestChanges,
} from '../../shared/designs/commands.ts';
import { designId, suggestionId } from '../../shared/identifiers.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { adoptedRevision } from './adoptedRevision.ts';
import { designCommands } from './commands.ts';
import type { PublishRevision } from './designCommands.ts';
import { enterDesign } from './door.ts';
import { suggestionOf } from './queriesOfTalk.ts';

const params = z.strictObject({ designId, suggestionId });
const command = {
  method: 'post',
  tag: 'designs',
  access: 'member',
  command: true,
  reply: commandAnswer,
} as const;
const change = { ...command, params, ifMatch: true } as const;
const path = '/api/designs/{designId}/suggestions';

/** Offering what a fork changed, and what its lineage makes of it. */
export function suggestionRoutes(parts: Parts): AnyRoute[] {
  const { commands, views } = parts;
  const define = designCommands(parts);
  const found = (request: { params: z.infer<typeof params> }) => {
    const { designId, suggestionId } = request.params;
    const suggestion = suggestionOf(views, designId, suggestionId);
    if (!suggestion) throw new HttpProblem('not-found', 'There is no such suggestion.');
    return suggestion;
  };
  const pathOf = (ids: z.infer<typeof params>, verb: string) =>
    `/api/designs/${ids.designId}/suggestions/${ids.suggestionId}/${verb}`;

  return [
    defineRoute({
      ...command,
      path,
      summary: 'Suggest to a lineage what a fork of it has changed',
      params: z.strictObject({ designId }),
      body: suggestChanges,
      handle: async (request) => {
        const { designId } = enterDesign(views, request, 'design.suggest');
        const { from, message } = request.body;
        const suggestionId = idMadeBy(request, 'suggestion');
        const messageId = message ? idMadeBy(request, 'suggestionMessage') : null;
        const texts = messageId ? [{ id: messageId, kind: 'suggestionMessage', body: message }] : [];
        const suggestedBy = request.memberId();
        const command = {
          type: 'SuggestChanges',
          designId,
          suggestionId,
          from,
          messageId,
          suggestedBy,
        } as const;
        const outcome = await commands.handle(define.SuggestChanges, givenBy(request, command, texts));
        const undo = { path: pathOf({ designId, suggestionId }, 'withdraw'), body: {} };
        return answerWithUndo(outcome, { id: suggestionId, created: true }, undo);
      },
    }),
    defineRoute({
      ...change,
      path: `${path}/{suggestionId}/withdraw`,
      summary: 'Take a suggestion of one’s own back',
      body: noWords,
      handle: async (request) => {
        const { suggestedBy, revision } = found(request);
        const by = request.memberId();
        enterDesign(views, request, 'design.takeBack', suggestedBy === by);
        const command = { type: 'WithdrawSuggestion', ...request.params, by } as const;
        const outcome = await commands.handle(define.WithdrawSuggestion, givenBy(request, command));
        const undo = { path: pathOf(request.params, 'reopen'), body: {} };
        const about = { id: request.params.suggestionId, revisionBefore: revision };
        return answerWithUndo(outcome, about, undo);
      },
    }),
    defineRoute({
      ...change,
      path: `${path}/{suggestionId}/decline`,
      summary: 'Decline a suggestion, with the reason',
      body: declineSuggestion,
      handle: async (request) => {
        const { suggestedBy, revision } = found(request);
        enterDesign(views, request, 'design.decide');
        const by = request.memberId();
        const reasonId = idMadeBy(request, 'declineReason');
        const { reason: body } = request.body;
        const texts = [{ id: reasonId, kind: 'declineReason', body, subject: suggestedBy }];
        const command = { type: 'DeclineSuggestion', ...request.params, reasonId, by } as const;
        const outcome = await commands.handle(define.DeclineSuggestion, givenBy(request, command, texts));
        const undo = { path: pathOf(request.params, 'reopen'), body: {} };
        const about = { id: request.params.suggestionId, revisionBefore: revision };
        return answerWithUndo(outcome, about, undo);
      },
    }),
    defineRoute({
      ...change,
      path: `${path}/{suggestionId}/reopen`,
      summary: 'Open a declined, withdrawn or partly adopted suggestion again',
      body: noWords,
      handle: async (request) => {
        const { suggestedBy, status, revision } = found(request);
        const by = request.memberId();
        if (suggestedBy === by && status === 'withdrawn') {
          enterDesign(views, request, 'design.takeBack', true);
        } else enterDesign(views, request, 'design.decide');
        const command = { type: 'ReopenSuggestion', ...request.params, by } as const;
        const outcome = await commands.handle(define.ReopenSuggestion, givenBy(request, command));
        const undo = status === 'withdrawn' ? { path: pathOf(request.params, 'withdraw'), body: {} } : null;
        const about = { id: request.params.suggestionId, revisionBefore: revision };
        return answerWithUndo(outcome, about, undo);
      },
    }),
    defineRoute({
      ...change,
      path: `${path}/{suggestionId}/adopt`,
      summary: 'Adopt a suggestion, whole or change by change: it becomes the next revision',
      body: adoptSuggestion,
      handle: async (request) => {
        const suggestion = found(request);
        enterDesign(views, request, 'design.decide');
        const { designId, suggestionId } = request.params;
        const publishedBy = request.memberId();
        const adopted = await adoptedRevision(parts, suggestion, request.body, request.dryRun);
        const command: PublishRevision = {
          type: 'PublishRevision',
          designId,
          ...adopted.revision,
          forkedFrom: null,
          workshopId: null,
          publishedBy,
          fixes: [],
          adopts: { suggestionId, changes: adopted.taken, whole: adopted.whole },
        };
        const { contentId } = command;
        // Where it is only tried, its content stands in no file: it is read as if it did.
        const designs = {
          ...parts.designs,
          read: (id: string) => (id === contentId ? adopted.content : parts.designs.read(id)),
        };
        const { PublishRevision } = designCommands({ ...parts, designs });
        const outcome = await commands.handle(PublishRevision, givenBy(request, command));
        return answerWithUndo(outcome, { id: designId, created: true }, null);
      },
    }),
  ];
}
