import { z } from 'zod';
import {
  announceInduction,
  attendInduction,
  cancelInduction,
  ofInductionParams,
  setInductionPlaces,
} from '../../shared/competences/commands.ts';
import { inductionList, inductionView } from '../../shared/competences/views.ts';
import { competenceId, workshopId } from '../../shared/identifiers.ts';
import { isAllowed } from '../authorisation/policy.ts';
import { answerWithUndo } from '../commands/answerWithUndo.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { inductionCommands } from './commands.ts';
import { enterInduction } from './door.ts';
import { inductionViews } from './inductionViews.ts';
import { inductionsAfter } from './queries.ts';

const tag = 'inductions';
const command = { tag, access: 'member', command: true, reply: commandAnswer } as const;
/** Sessions that ended so long ago are no longer listed; their trainer had that time to say who came. */
const SHOWN_AFTER_END = 30 * 86_400_000;

/** Announcing, changing and leading inductions, and what is to come. */
export function inductionRoutes(parts: Pick<Parts, 'commands' | 'views' | 'names' | 'texts'>): AnyRoute[] {
  const { commands, views } = parts;
  const define = inductionCommands(views);
  return [
    defineRoute({
      method: 'get',
      path: '/api/inductions',
      summary: 'Inductions to come in all workshops, by start; those of one workshop also when just over',
      tag,
      access: 'public',
      scopes: ['workshops:read'],
      query: z.strictObject({ workshop: workshopId.optional(), competence: competenceId.optional() }),
      reply: inductionList,
      handle: (request) => {
        const { workshop = null, competence } = request.query;
        const { requester, now } = request;
        const from = workshop === null ? now : now - SHOWN_AFTER_END;
        const found = inductionsAfter(views, workshop, from).filter(
          (one) =>
            (competence === undefined || one.competenceId === competence) &&
            (workshop !== null || !one.cancelled) &&
            isAllowed(views, requester, 'induction.read', { workshopId: one.workshopId }, now),
        );
        return { body: { inductions: inductionViews(parts, found, request) } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/api/inductions/{inductionId}',
      summary: 'One induction: when, for what, how many places, and your own',
      tag,
      access: 'public',
      scopes: ['workshops:read'],
      params: ofInductionParams,
      reply: inductionView,
      handle: (request) => {
        const induction = enterInduction(views, request, 'induction.read');
        const [body] = inductionViews(parts, [induction], request);
        if (!body) throw new HttpProblem('not-found', 'There is no such induction.');
        return { body, revision: induction.revision, momentary: true };
      },
    }),
    defineRoute({
      ...command,
      method: 'post',
      path: '/api/workshops/{workshopId}/inductions',
      summary: 'Announce an induction as a trainer of the competence; its machine is kept free for it',
      params: z.strictObject({ workshopId }),
      body: announceInduction,
      handle: async (request) => {
        const { note, start, end, competenceId, machineId, places } = request.body;
        const { workshopId } = enterWorkshop(views, request, 'induction.announce', { competenceId });
        const inductionId = idMadeBy(request, 'induction');
        const noteId = note === undefined || note === '' ? null : idMadeBy(request, 'note');
        const announcing = {
          type: 'AnnounceInduction',
          inductionId,
          workshopId,
          competenceId,
          machineId,
          start: new Date(start).toISOString(),
          end: new Date(end).toISOString(),
          places,
          noteId,
          announcedBy: request.memberId(),
        } as const;
        const texts = noteId && note ? [{ id: noteId, kind: 'inductionNote', body: note }] : [];
        const outcome = await commands.handle(define.AnnounceInduction, givenBy(request, announcing, texts));
        return answerWithUndo(
          outcome,
          { id: inductionId, created: true },
          { path: `/api/inductions/${inductionId}/cancel`, body: { reason: 'Undone at once.' } },
        );
      },
    }),
    defineRoute({
      ...command,
      method: 'put',
      path: '/api/inductions/{inductionId}/places',
      summary: 'Have more or fewer places; those who wait longest move up',
      params: ofInductionParams,
      body: setInductionPlaces,
      ifMatch: true,
      handle: async (request) => {
        const before = enterInduction(views, request, 'induction.lead');
        const { inductionId } = before;
        const setting = { type: 'SetInductionPlaces', inductionId, ...request.body } as const;
        const outcome = await commands.handle(define.SetInductionPlaces, givenBy(request, setting));
        // Not where somebody moved up: their place is theirs now. Nor where the places before are not known.
        const known = before.revision === request.ifMatch && before.waiting === 0;
        const undo = known
          ? ({
              method: 'put',
              path: `/api/inductions/${inductionId}/places`,
              body: { places: before.places },
            } as const)
          : null;
        return answerWithUndo(outcome, { id: inductionId, revisionBefore: before.revision }, undo);
      },
    }),
    defineRoute({
      ...command,
      method: 'post',
      path: '/api/inductions/{inductionId}/cancel',
      summary: 'Cancel an induction, with a reason that everybody reads who had a place or waited',
      params: ofInductionParams,
      body: cancelInduction,
      ifMatch: true,
      handle: async (request) => {
        const { inductionId } = enterInduction(views, request, 'induction.cancel');
        const reasonId = idMadeBy(request, 'reason');
        const cancelling = { type: 'CancelInduction', inductionId, reasonId } as const;
        const reason = { id: reasonId, kind: 'inductionCancelReason', body: request.body.reason };
        const outcome = await commands.handle(define.CancelInduction, givenBy(request, cancelling, [reason]));
        return answerCommand(outcome, { id: inductionId });
      },
    }),
    defineRoute({
      ...command,
      method: 'post',
      path: '/api/inductions/{inductionId}/attend',
      summary: 'Say who came and can do it now: they get the competence',
      params: ofInductionParams,
      body: attendInduction,
      ifMatch: true,
      handle: async (request) => {
        const { inductionId } = enterInduction(views, request, 'induction.lead');
        const { memberIds } = request.body;
        const attestedBy = request.memberId();
        const attending = { type: 'AttendInduction', inductionId, memberIds, attestedBy } as const;
        const outcome = await commands.handle(define.AttendInduction, givenBy(request, attending));
        // A competence is not undone but withdrawn, with a reason that the person reads.
        return answerCommand(outcome, { id: inductionId });
      },
    }),
  ];
}
