import { z } from 'zod';
import { memberId, workshopId } from '../../shared/identifiers.ts';
import { approveMembership, pauseMember, reviewPause, withReason } from '../../shared/members/commands.ts';
import { pausable } from '../../shared/members/events.ts';
import { personView } from '../../shared/workshops/views.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import type { Outcome } from '../commands/outcome.ts';
import { type AboutCommand, answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { memberCommands } from './commands.ts';
import { depart } from './departure.ts';
import { personViews, sightOf } from './personViews.ts';
import { type Standing, standingOf } from './queries.ts';

const inWorkshop = z.strictObject({ workshopId });
const ofPerson = z.strictObject({ workshopId, memberId });
const tag = 'people';

/** Who is in a workshop, and what its stewards decide about them. */
export function peopleRoutes(parts: Pick<Parts, 'commands' | 'views' | 'names' | 'texts'>): AnyRoute[] {
  const { commands, views, texts } = parts;
  const define = memberCommands(views);
  /** What gives this pause again; null where its reason has been erased. */
  const bodyOfPause = ({ until, reasonId, what }: NonNullable<Standing['pause']>) => {
    const reason = texts.of([reasonId]).get(reasonId);
    return reason === undefined ? null : { until: new Date(until).toISOString(), reason, what };
  };
  const decision = {
    method: 'post',
    tag,
    access: 'member',
    params: ofPerson,
    command: true,
    ifMatch: true,
    reply: commandAnswer,
  } as const;
  return [
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/people',
      summary: 'The people of a workshop: all for hosts and stewards, those in office for everybody in it',
      tag,
      access: 'member',
      params: inWorkshop,
      reply: z.strictObject({ people: z.array(personView) }),
      handle: (request) => {
        const workshop = enterWorkshop(views, request, 'people.read');
        const { requester, now } = request;
        if (requester.kind === 'nobody') throw new HttpProblem('not-signed-in');
        const sight = sightOf(views, requester, workshop.workshopId, now);
        return { body: { people: personViews(parts, workshop, sight, now) } };
      },
    }),
    defineRoute({
      ...decision,
      path: '/api/workshops/{workshopId}/people/{memberId}/approve',
      summary: 'Let somebody in who has asked, or change what they are',
      body: approveMembership,
      handle: async (request) => {
        enterWorkshop(views, request, 'member.approve');
        const { kind, until } = request.body;
        const { membership } = standingOf(views, request.params.memberId, request.params.workshopId);
        const command = { type: 'ApproveMembership', ...request.params, kind, until: inUtc(until) } as const;
        const outcome = await commands.handle(define.ApproveMembership, givenBy(request, command));
        if (membership === null)
          return answerCommand(outcome, about(request, outcome, 'end', { reason: UNDONE }));
        return answerCommand(outcome, about(request, outcome, 'approve', bodyOf(membership)));
      },
    }),
    defineRoute({
      ...decision,
      path: '/api/workshops/{workshopId}/people/{memberId}/decline',
      summary: 'Decline what somebody has asked, with a reason that they read',
      body: withReason,
      handle: async (request) => {
        enterWorkshop(views, request, 'member.decline');
        const reason = reasonOf(request, 'declineReason');
        const command = { type: 'DeclineMembership', ...request.params, reasonId: reason.id } as const;
        const outcome = await commands.handle(define.DeclineMembership, givenBy(request, command, [reason]));
        return answerCommand(outcome, { id: request.params.memberId });
      },
    }),
    defineRoute({
      ...decision,
      path: '/api/workshops/{workshopId}/people/{memberId}/end',
      summary: 'End a membership, with a reason that the person reads; their offices here end with it',
      body: withReason,
      handle: async (request) => {
        enterWorkshop(views, request, 'member.end');
        const standing = standingOf(views, request.params.memberId, request.params.workshopId);
        const reason = reasonOf(request, 'endReason');
        const command = { type: 'EndMembership', ...request.params, reasonId: reason.id } as const;
        const outcome = await depart(parts, define.EndMembership, givenBy(request, command, [reason]));
        // Letting them in again would give the membership back, but no office.
        const heldOffice = standing.appointments.length > 0;
        const undo = standing.membership && !heldOffice ? bodyOf(standing.membership) : null;
        return answerCommand(outcome, about(request, outcome, 'approve', undo));
      },
    }),
    defineRoute({
      ...decision,
      path: '/api/workshops/{workshopId}/people/{memberId}/pause',
      summary: 'Pause somebody’s bookings, loans or starts until a day, with a reason that they read',
      body: pauseMember,
      handle: async (request) => {
        enterWorkshop(views, request, 'member.pause');
        const { pause } = standingOf(views, request.params.memberId, request.params.workshopId);
        const reason = reasonOf(request, 'pauseReason');
        const until = new Date(request.body.until).toISOString();
        const pausedBy = request.memberId();
        const command = {
          type: 'PauseMember',
          ...request.params,
          until,
          reasonId: reason.id,
          pausedBy,
          what: request.body.what ?? pausable.options,
        } as const;
        const outcome = await commands.handle(define.PauseMember, givenBy(request, command, [reason]));
        if (pause && pause.until > request.now) {
          return answerCommand(outcome, about(request, outcome, 'pause', bodyOfPause(pause)));
        }
        return answerCommand(outcome, about(request, outcome, 'lift-pause', {}));
      },
    }),
    defineRoute({
      ...decision,
      path: '/api/workshops/{workshopId}/people/{memberId}/review-pause',
      summary: 'Say as a second steward whether a pause stands; one that does not ends at once',
      body: reviewPause,
      handle: async (request) => {
        enterWorkshop(views, request, 'member.reviewPause');
        const { pause } = standingOf(views, request.params.memberId, request.params.workshopId);
        const { upheld } = request.body;
        const reviewedBy = request.memberId();
        const command = { type: 'ReviewPause', ...request.params, upheld, reviewedBy } as const;
        const outcome = await commands.handle(define.ReviewPause, givenBy(request, command));
        // What was upheld stays reviewed: it can still be lifted.
        const undo = upheld || pause === null ? null : bodyOfPause(pause);
        return answerCommand(outcome, about(request, outcome, 'pause', undo));
      },
    }),
    defineRoute({
      ...decision,
      path: '/api/workshops/{workshopId}/people/{memberId}/lift-pause',
      summary: 'Lift a pause before its end',
      body: z.strictObject({}),
      handle: async (request) => {
        enterWorkshop(views, request, 'member.liftPause');
        const { pause } = standingOf(views, request.params.memberId, request.params.workshopId);
        const undo = pause && bodyOfPause(pause);
        const command = { type: 'LiftPause', ...request.params, liftedBy: request.memberId() } as const;
        const outcome = await commands.handle(define.LiftPause, givenBy(request, command));
        return answerCommand(outcome, about(request, outcome, 'pause', undo));
      },
    }),
  ];
}

/** Written by an Undo where a reason is asked for. */
const UNDONE = 'Undone at once.';

const inUtc = (instant: string | null): string | null =>
  instant === null ? null : new Date(instant).toISOString();

/** What gives this membership again. */
const bodyOf = ({ kind, until }: NonNullable<Standing['membership']>) => ({
  kind,
  until: until === null ? null : new Date(until).toISOString(),
});

type PersonRequest = Parameters<typeof idMadeBy>[0] & { params: z.output<typeof ofPerson> };

/** The reason of a decision, kept beside the log; erased with the person it speaks about. */
function reasonOf(request: PersonRequest & { body: { reason: string } }, kind: string): FreeText {
  const id = idMadeBy(request, 'reason');
  return { id, kind, body: request.body.reason, subject: request.params.memberId };
}

/** A repeat offers no Undo: what was there before its first time is no longer known. */
function about(
  { params }: PersonRequest,
  outcome: Outcome,
  undoBy: string,
  body: Record<string, unknown> | null,
): AboutCommand {
  const id = params.memberId;
  if (outcome.outcome !== 'accepted' || outcome.repeated || body === null) return { id };
  const path = `/api/workshops/${params.workshopId}/people/${id}/${undoBy}`;
  return { id, undo: { method: 'post', path, body, ifMatch: `"${outcome.revision}"` } };
}
