import { z } from 'zod';
import { workshopId } from '../../shared/identifiers.ts';
import { joinWorkshop } from '../../shared/members/commands.ts';
import { membershipKind } from '../../shared/roles.ts';
import { invitationReply, invite } from '../../shared/workshops/commands.ts';
import type { FreeText } from '../commands/definition.ts';
import { givenBy, idMadeBy } from '../commands/givenBy.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { enterWorkshop } from '../workshops/door.ts';
import { appointmentsOf } from '../workshops/queries.ts';
import { memberCommands } from './commands.ts';
import { depart } from './departure.ts';
import { standingOf } from './queries.ts';
import type { Invited } from './vocabulary.ts';

/** Invitations, as accounts keep them: only a hash of the token is stored. */
export interface Invitations {
  create(asked: {
    workshopId: string;
    role: string;
    createdBy: string;
    expiresAt: string;
    uses: number;
  }): Promise<{ token: string }>;
  peek(token: string): Promise<Invitation | null>;
  usedAt(token: string, memberId: string): Promise<string | null>;
  /** Uses it once for this member; a repeat answers the same, with the first time. */
  redeem(token: string, memberId: string): Promise<(Invitation & { usedAt: string }) | null>;
}

interface Invitation {
  workshopId: string;
  role: string;
}

export interface JoiningRoutesOptions {
  invitations: Invitations;
  /** Origin as people reach the program, without a trailing slash. */
  publicUrl: string;
}

const params = z.strictObject({ workshopId });
const tag = 'people';
const DAY = 86_400_000;

/** Coming into a workshop by oneself, being invited, and leaving. */
export function joiningRoutes(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  { invitations, publicUrl }: JoiningRoutesOptions,
): AnyRoute[] {
  const define = memberCommands(views);

  const firstUse = async (token: string, { memberId, now }: { memberId: string; now: number }) =>
    (await invitations.usedAt(token, memberId)) ?? new Date(now).toISOString();

  /** What a token lets one in as. @throws {HttpProblem} code-invalid */
  const provenBy = async (
    token: string,
    asked: { workshopId: string; memberId: string; dryRun: boolean; now: number },
  ): Promise<Invited> => {
    const isHere = (invitation: Invitation) => invitation.workshopId === asked.workshopId;
    // Looked at before it is used: a token of another workshop keeps its uses. One that this member has used before
    // may be used up by now, and still answers to `redeem`.
    const peeked = await invitations.peek(token);
    if (peeked && !isHere(peeked)) throw new HttpProblem('code-invalid');
    const proven = asked.dryRun
      ? peeked && { ...peeked, usedAt: await firstUse(token, asked) }
      : await invitations.redeem(token, asked.memberId);
    if (!proven || !isHere(proven))
      throw new HttpProblem('code-invalid', 'This invitation is used up, has run out or was withdrawn.');
    return { kind: membershipKind.parse(proven.role), usedAt: proven.usedAt };
  };

  return [
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/join',
      summary: 'Come into a workshop: at once where it is open or with an invitation, else ask its stewards',
      tag,
      access: 'member',
      params,
      body: joinWorkshop,
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'member.join', { own: true });
        const { body, dryRun, now } = request;
        const memberId = request.memberId();
        let invited: Invited | null = null;
        if (body.invitation) invited = await provenBy(body.invitation, { workshopId, memberId, dryRun, now });
        const texts: FreeText[] = [];
        if (body.message) {
          texts.push({ id: idMadeBy(request, 'message'), kind: 'joiningMessage', body: body.message });
        }
        const messageId = texts[0]?.id ?? null;
        const wasIn = standingOf(views, memberId, workshopId).membership !== null;
        const command = { type: 'JoinWorkshop', memberId, workshopId, messageId, invited } as const;
        const outcome = await commands.handle(define.JoinWorkshop, givenBy(request, command, texts));
        const path = `/api/workshops/${workshopId}/leave`;
        // A visitor who became a member would leave as both.
        const undo = wasIn ? null : ({ method: 'post', path, body: {}, ifMatch: null } as const);
        return answerCommand(outcome, { id: memberId, undo });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/leave',
      summary: 'Leave a workshop, or take back one’s asking; offices there end with it',
      tag,
      access: 'member',
      params,
      body: z.strictObject({}),
      command: true,
      reply: commandAnswer,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'member.leave', { own: true });
        const memberId = request.memberId();
        const heldOffice = appointmentsOf(views, memberId, workshopId).length > 0;
        const command = { type: 'LeaveWorkshop', memberId, workshopId } as const;
        const outcome = await depart({ commands, views }, define.LeaveWorkshop, givenBy(request, command));
        // Coming straight back gives the membership again, but no office.
        const path = `/api/workshops/${workshopId}/join`;
        const undo = heldOffice ? null : ({ method: 'post', path, body: {}, ifMatch: null } as const);
        return answerCommand(outcome, { id: memberId, undo });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/workshops/{workshopId}/invitations',
      summary: 'Make an invitation, to be sent as a link or shown as a QR code; it is shown this once',
      tag,
      access: 'member',
      params,
      body: invite,
      reply: invitationReply,
      handle: async (request) => {
        const { workshopId } = enterWorkshop(views, request, 'workshop.invite');
        const { kind, days, uses } = request.body;
        const expiresAt = new Date(request.now + days * DAY).toISOString();
        const createdBy = request.memberId();
        const { token } = await invitations.create({ workshopId, role: kind, createdBy, expiresAt, uses });
        const url = `${publicUrl}/invite/${workshopId}/${token}`;
        return { status: 201, body: { url, token, expiresAt } };
      },
    }),
  ];
}
