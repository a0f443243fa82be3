import { z } from 'zod';
import { workshopId } from '../../shared/identifiers.ts';
import {
  defineCompetence,
  describeWorkshop,
  setJoining,
  setOpeningHours,
} from '../../shared/workshops/commands.ts';
import { openState } from '../../shared/workshops/openIntervals.ts';
import { type WorkshopSummary, workshopSummary, workshopView } from '../../shared/workshops/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { allowedActions } from '../authorisation/policy.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import type { Outcome } from '../commands/outcome.ts';
import { type AboutCommand, answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { workshopCommands } from './commands.ts';
import { enterWorkshop } from './door.ts';
import { allWorkshops, competencesDefinedBy, type Workshop } from './queries.ts';
import { recognitionViews } from './recognitionViews.ts';

const params = z.strictObject({ workshopId });
const tag = 'workshops';

export interface WorkshopRoutesOptions {
  /** How many machines in service a workshop has. */
  machinesIn(workshopId: string): number;
}

/** Seeing and changing workshops. */
export function workshopRoutes(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  { machinesIn }: WorkshopRoutesOptions,
): AnyRoute[] {
  const define = workshopCommands(views);
  const summaryOf = (workshop: Workshop, now: number) =>
    summary(workshop, machinesIn(workshop.workshopId), now);
  return [
    defineRoute({
      method: 'get',
      path: '/api/workshops',
      summary: 'All workshops of this server, and which are open now',
      tag,
      access: 'public',
      scopes: ['workshops:read'],
      reply: z.strictObject({ workshops: z.array(workshopSummary) }),
      handle: ({ now }) => ({
        body: { workshops: allWorkshops(views).map((workshop) => summaryOf(workshop, now)) },
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}',
      summary: 'One workshop: where it is, when it is open, what it teaches, what you may do there',
      tag,
      access: 'public',
      scopes: ['workshops:read'],
      params,
      reply: workshopView,
      handle: (request) => {
        const workshop = enterWorkshop(views, request, 'workshop.read');
        const { requester, now } = request;
        const scope = { workshopId: workshop.workshopId };
        return {
          body: {
            ...summaryOf(workshop, now),
            openingHours: workshop.openingHours,
            competences: competencesDefinedBy(views, workshop.workshopId),
            recognitions: recognitionViews(views, workshop.workshopId),
            allowedActions: allowedActions(views, requester, scope, now),
            revision: workshop.revision,
          },
          revision: workshop.revision,
          momentary: true,
        };
      },
    }),
    defineRoute({
      method: 'put',
      path: '/api/workshops/{workshopId}/description',
      summary: 'Name a workshop and say where it is',
      tag,
      access: 'member',
      params,
      body: describeWorkshop,
      command: true,
      ifMatch: true,
      reply: commandAnswer,
      handle: async (request) => {
        const before = enterWorkshop(views, request, 'workshop.describe');
        const command = { type: 'DescribeWorkshop', ...request.params, ...request.body } as const;
        const outcome = await commands.handle(define.DescribeWorkshop, givenBy(request, command));
        const { name, place } = before;
        return answerCommand(outcome, changed(before, request, outcome, 'description', { name, place }));
      },
    }),
    defineRoute({
      method: 'put',
      path: '/api/workshops/{workshopId}/opening-hours',
      summary: 'Set the opening hours of each role, and the holidays',
      tag,
      access: 'member',
      params,
      body: setOpeningHours,
      command: true,
      ifMatch: true,
      reply: commandAnswer,
      handle: async (request) => {
        const before = enterWorkshop(views, request, 'workshop.setHours');
        const command = { type: 'SetOpeningHours', ...request.params, ...request.body } as const;
        const outcome = await commands.handle(define.SetOpeningHours, givenBy(request, command));
        const { openingHours } = before;
        return answerCommand(outcome, changed(before, request, outcome, 'opening-hours', { openingHours }));
      },
    }),
    defineRoute({
      method: 'put',
      path: '/api/workshops/{workshopId}/joining',
      summary: 'Say how people come in: by themselves, by invitation, or when a steward approves',
      tag,
      access: 'member',
      params,
      body: setJoining,
      command: true,
      ifMatch: true,
      reply: commandAnswer,
      handle: async (request) => {
        const before = enterWorkshop(views, request, 'workshop.setJoining');
        const command = { type: 'SetJoining', ...request.params, ...request.body } as const;
        const outcome = await commands.handle(define.SetJoining, givenBy(request, command));
        const { joining } = before;
        return answerCommand(outcome, changed(before, request, outcome, 'joining', { joining }));
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/competences',
      summary: 'Define a competence that machines may ask for and trainers teach',
      tag,
      access: 'member',
      params,
      body: defineCompetence,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        enterWorkshop(views, request, 'competence.define');
        const competenceId = idMadeBy(request, `competence ${request.params.workshopId}`);
        const command = {
          type: 'DefineCompetence',
          ...request.params,
          competenceId,
          name: request.body.name,
          validityMonths: request.body.validityMonths ?? null,
        } as const;
        const outcome = await commands.handle(define.DefineCompetence, givenBy(request, command));
        return answerCommand(outcome, { id: competenceId, created: true });
      },
    }),
  ];
}

/** A workshop in a list. */
function summary(workshop: Workshop, machines: number, now: number): WorkshopSummary {
  const { workshopId, name, place, timeZone, joining, openingHours } = workshop;
  const { open, changesAt } = openState(openingHours.member, openingHours.holidays, timeZone, now);
  const at = changesAt === null ? null : zonedText(changesAt, timeZone);
  return { workshopId, name, place, timeZone, joining, machines, openNow: { open, changesAt: at } };
}

/**
 * What answers a change of the workshop: its Undo puts back what was there before, as far as this process had seen
 * exactly that (not so when the command is a repeat).
 */
function changed(
  before: Workshop,
  { ifMatch }: { ifMatch: number | undefined },
  outcome: Outcome,
  part: string,
  body: Record<string, unknown>,
): AboutCommand {
  const { workshopId, revision } = before;
  if (outcome.outcome !== 'accepted' || revision !== ifMatch) return { id: workshopId };
  const path = `/api/workshops/${workshopId}/${part}`;
  return { id: workshopId, undo: { method: 'put', path, body, ifMatch: `"${outcome.revision}"` } };
}
