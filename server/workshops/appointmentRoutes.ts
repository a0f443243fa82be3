import { z } from 'zod';
import { workshopId } from '../../shared/identifiers.ts';
import { type AppointmentBody, appointment } from '../../shared/workshops/commands.ts';
import { type AppointmentView, appointmentView } from '../../shared/workshops/views.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { givenBy } from '../commands/givenBy.ts';
import type { Outcome } from '../commands/outcome.ts';
import { type AboutCommand, answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Names, Parts } from '../parts.ts';
import { workshopCommands } from './commands.ts';
import { enterWorkshop } from './door.ts';
import { type Appointment, appointmentsIn, type PastAppointment, pastAppointmentsIn } from './queries.ts';

const params = z.strictObject({ workshopId });
const tag = 'workshops';

/** Who holds which office: read by all its people, given and taken by stewards. */
export function appointmentRoutes({
  commands,
  views,
  names,
}: Pick<Parts, 'commands' | 'views' | 'names'>): AnyRoute[] {
  const define = workshopCommands(views);
  return [
    defineRoute({
      method: 'get',
      path: '/api/workshops/{workshopId}/appointments',
      summary: 'Who holds which office, and who held it before',
      tag,
      access: 'member',
      params,
      reply: z.strictObject({ appointments: z.array(appointmentView) }),
      handle: (request) => {
        const { workshopId, timeZone } = enterWorkshop(views, request, 'appointments.read');
        const all = [...appointmentsIn(views, workshopId), ...pastAppointmentsIn(views, workshopId)];
        return { body: { appointments: viewsOf(all, timeZone, names) } };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/appointments',
      summary: 'Appoint a member as trainer, host or steward',
      tag,
      access: 'member',
      params,
      body: appointment,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'workshop.appoint');
        const appointedBy = request.memberId();
        const command = { type: 'AppointRole', workshopId, appointedBy, ...request.body } as const;
        const outcome = await commands.handle(define.AppointRole, givenBy(request, command));
        return answerCommand(outcome, {
          ...about(workshopId, request.body, '/recall', outcome),
          created: true,
        });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/appointments/recall',
      summary: 'Recall somebody from an office, or lay down one’s own',
      tag,
      access: 'member',
      params,
      body: appointment,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const own =
          request.requester.kind === 'member' && request.body.memberId === request.requester.memberId;
        const { workshopId } = enterWorkshop(views, request, 'workshop.recall', { own });
        const command = { type: 'RecallRole', workshopId, ...request.body } as const;
        const outcome = await commands.handle(define.RecallRole, givenBy(request, command));
        // Nobody appoints themselves again to what they have laid down.
        if (own) return answerCommand(outcome, { id: request.body.memberId });
        return answerCommand(outcome, about(workshopId, request.body, '', outcome));
      },
    }),
  ];
}

/** The Undo of appointing is recalling, and the other way round. */
function about(workshopId: string, body: AppointmentBody, suffix: string, outcome: Outcome): AboutCommand {
  const id = body.memberId;
  if (outcome.outcome !== 'accepted') return { id };
  const path = `/api/workshops/${workshopId}/appointments${suffix}`;
  return { id, undo: { method: 'post', path, body, ifMatch: null } };
}

function viewsOf(
  appointments: readonly (Appointment | PastAppointment)[],
  timeZone: string,
  names: Names,
): AppointmentView[] {
  const actors = appointments.flatMap((one) => [one.appointedBy, 'recalledBy' in one ? one.recalledBy : '']);
  const memberIds = appointments.map(({ memberId }) => memberId);
  const known = names.of(new Set([...memberIds, ...actors.flatMap((actor) => memberOf(actor) ?? [])]));
  const inWords = (actor: string) => {
    const memberId = memberOf(actor);
    return memberId === null ? actor : (known.get(memberId) ?? 'former member');
  };
  return appointments.map((one) => ({
    memberId: one.memberId,
    name: known.get(one.memberId) ?? null,
    role: one.role,
    competenceId: one.competenceId,
    since: zonedText(one.since, timeZone),
    until: 'until' in one ? zonedText(one.until, timeZone) : null,
    appointedBy: inWords(one.appointedBy),
    recalledBy: 'recalledBy' in one ? inWords(one.recalledBy) : null,
  }));
}

const memberOf = (actor: string): string | null =>
  actor.startsWith('member:') ? actor.slice('member:'.length) : null;
