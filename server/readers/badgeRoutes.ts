import type { z } from 'zod';
import { badgeAtMachine, startAtReader, stopAtReader } from '../../shared/readers/commands.ts';
import { type BadgeAnswer, badgeAnswer } from '../../shared/readers/views.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { StopUse } from '../bookings/calendarCommands.ts';
import { calendarCommands } from '../bookings/commands.ts';
import { type AtMachine, bookingToStart, entitlement, ownSession } from '../bookings/entitlement.ts';
import { bookingById, bookingsOfMember, runningOn } from '../bookings/queries.ts';
import { commandKey, derivedId } from '../commands/identity.ts';
import type { GivenCommand } from '../commands/outcome.ts';
import { answerCommand, commandAnswer } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type AnyRoute, defineRoute, type RouteRequest } from '../http/route.ts';
import type { Parts } from '../parts.ts';
import { askingReader } from './door.ts';

type FromReader = RouteRequest<unknown, unknown, z.output<typeof badgeAtMachine>>;

const tag = 'reader';
const UNKNOWN_BADGE = { rule: 'unknownBadge', message: 'Nobody here has this badge.' };
const DAY = 86_400_000;

const refusal = (rule: string, message: string) =>
  new HttpProblem('refused', message, { objections: [{ rule, message }], nearest: null });

/** What a reader asks while it is online: the same rules decide as for a tap on the page. */
export function badgeRoutes(
  { commands, views, names }: Pick<Parts, 'commands' | 'views' | 'names'>,
  { badges }: Pick<Accounts, 'badges'>,
): AnyRoute[] {
  const define = calendarCommands(views);

  /** @throws {HttpProblem} not-signed-in, not-found */
  const machineOf = (request: FromReader) => {
    const { machineIds, workshopId } = askingReader(views, request.device());
    const { machineId } = request.body;
    if (!machineIds.includes(machineId)) {
      throw new HttpProblem('not-found', 'This reader does not stand for that machine.');
    }
    return { machineId, workshopId };
  };
  /** @throws {HttpProblem} also refused, for a badge that nobody has */
  const atMachine = (request: FromReader): AtMachine => {
    const memberId = badges.memberOf(request.body.badge);
    const machine = machineOf(request);
    if (memberId === null) throw refusal(UNKNOWN_BADGE.rule, UNKNOWN_BADGE.message);
    return { ...machine, memberId };
  };
  /** Whoever shows the badge gives the command. */
  const given = <Command>(
    { commandId, dryRun }: FromReader,
    { memberId }: AtMachine,
    command: Command,
  ): GivenCommand<Command> => ({ command, actor: { kind: 'member', memberId }, commandId, dryRun });

  return [
    defineRoute({
      method: 'post',
      path: '/api/reader/badge',
      summary: 'Ask whether a badge may start a machine now; nothing is written',
      tag,
      access: 'reader',
      body: badgeAtMachine,
      reply: badgeAnswer,
      handle: (request): { body: BadgeAnswer } => {
        const machine = machineOf(request);
        const memberId = badges.memberOf(request.body.badge);
        if (memberId === null) return { body: { granted: false, objections: [UNKNOWN_BADGE] } };
        const who = { ...machine, memberId };
        const running = ownSession(views, who);
        const how = { via: 'reader', accompanied: true } as const;
        const found = running
          ? ({ granted: true, bookingId: running.bookingId, until: running.end } as const)
          : entitlement(views, who, request.now, how);
        if (!found.granted) return { body: { granted: false, objections: found.objections } };
        return {
          body: {
            granted: true,
            next: running ? 'stop' : 'start',
            initial: `${[...(names.of([memberId]).get(memberId) ?? '?')][0]}.`,
            until: new Date(found.until).toISOString(),
            bookingId: found.bookingId,
          },
        };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/reader/use/start',
      summary: 'Start a machine for whoever shows the badge: with their booking, or as a walk-up',
      tag,
      access: 'reader',
      command: true,
      body: startAtReader,
      reply: commandAnswer,
      handle: async (request) => {
        const who = atMachine(request);
        const { machineId, memberId } = who;
        const companion =
          request.body.companion === undefined ? null : badges.memberOf(request.body.companion);
        const how = {
          machineId,
          via: 'reader',
          accompanied: companion !== null && companion !== memberId,
        } as const;
        const key = commandKey({ kind: 'member', memberId }, request.commandId);
        const ownId = derivedId(key, `booking ${machineId}`);
        // A repeat of a walk-up meets the booking that it made.
        const isRepeated = bookingById(views, ownId) !== null;
        const booking = isRepeated
          ? undefined
          : (ownSession(views, who) ?? bookingToStart(views, who, request.now));
        if (booking) {
          const { bookingId } = booking;
          const command = { type: 'StartUse', bookingId, ...how } as const;
          const outcome = await commands.handle(define.StartUse, given(request, who, command));
          return answerCommand(outcome, { id: bookingId });
        }
        const command = {
          type: 'WalkUp',
          bookingId: ownId,
          ...who,
          end: null,
          supervisorId: null,
          ...how,
        } as const;
        const outcome = await commands.handle(define.WalkUp, given(request, who, command));
        return answerCommand(outcome, { id: ownId, created: true });
      },
    }),
    defineRoute({
      method: 'post',
      path: '/api/reader/use/stop',
      summary: 'Stop what the badge has running; or what has run over, if its holder may start next',
      tag,
      access: 'reader',
      command: true,
      body: stopAtReader,
      reply: commandAnswer,
      handle: async (request) => {
        const who = atMachine(request);
        const { machineId, memberId } = who;
        const justStopped = () =>
          bookingsOfMember(views, memberId, { start: request.now - DAY, end: request.now })
            .filter((one) => one.machineId === machineId && one.status === 'completed')
            .toSorted((one, other) => (other.stoppedAt ?? 0) - (one.stoppedAt ?? 0))[0];
        const booking = ownSession(views, who) ?? runningOn(views, machineId)[0] ?? justStopped();
        if (!booking) throw refusal('ended', 'It is not in use any more.');
        const { bookingId } = booking;
        const command: StopUse = {
          type: 'StopUse',
          machineId,
          bookingId,
          at: null,
          via: 'reader',
          readings: request.body.readings ?? [],
          meterReset: false,
          startedByMistake: false,
          noteId: null,
          condition: null,
          missing: [],
          photographs: [],
        };
        const outcome = await commands.handle(define.StopUse, given(request, who, command));
        return answerCommand(outcome, { id: bookingId });
      },
    }),
  ];
}
