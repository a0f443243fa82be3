import type { LendReply } from '../../shared/loans/views.ts';
import { isBorrowed } from '../../shared/machines/words.ts';
import { zonedText } from '../../shared/workshops/zonedText.ts';
import { outcomeFor } from '../bookings/bookingOutcome.ts';
import { calendarCommands } from '../bookings/commands.ts';
import type { KnownBooking } from '../bookings/knownBooking.ts';
import { bookingById, takenOrOpenOf } from '../bookings/queries.ts';
import type { GivenCommand, Outcome } from '../commands/outcome.ts';
import { answerCommand } from '../http/answerCommand.ts';
import { HttpProblem } from '../http/problem.ts';
import { type Machine, machineById } from '../machines/queries.ts';
import type { Parts } from '../parts.ts';
import { dueTimes, endOfDay } from './handover.ts';
import { doorsFor, longestLoan, takenAfter } from './loanViews.ts';
import { missingOf } from './queries.ts';

const HOUR = 3_600_000;

/** One tool that goes out; `until` null: as reserved, else as long as it is lent. */
export interface ToolToLend {
  machineId: string;
  until: number | null;
}

/** How one request gives its commands: for each tool its own, the same again when it is repeated. */
export interface Lending {
  workshopId: string;
  memberId: string;
  now: number;
  given<Command>(command: Command, commandId: string): GivenCommand<Command>;
  commandIdOf(name: string): string;
  idOf(name: string): string;
}

type LentTool = LendReply['tools'][number];

/** @throws {HttpProblem} not-found */
export function toolOf({ views }: Pick<Parts, 'views'>, machineId: string, workshopId: string): Machine {
  const machine = machineById(views, machineId);
  if (machine?.workshopId !== workshopId || !isBorrowed(machine.kind)) {
    throw new HttpProblem('not-found', 'There is no such tool in this workshop.');
  }
  return machine;
}

/** What somebody has reserved of a tool and may collect today, or has already. */
function reservedToday(
  { views }: Pick<Parts, 'views'>,
  machine: Machine,
  timeZone: string,
  { memberId, now }: Lending,
  walkUpId: string,
): KnownBooking | undefined {
  const tonight = endOfDay(now, timeZone);
  return takenOrOpenOf(views, memberId, now).find(
    ({ machineId, bookingId, start }) =>
      machineId === machine.machineId && bookingId !== walkUpId && start < tonight,
  );
}

/**
 * Hands one tool out: starts the reservation that the person has for today, else books from now and starts in one append.
 * @throws {HttpProblem} reused, contended, stale
 */
export async function lend(
  parts: Pick<Parts, 'commands' | 'views'>,
  lending: Lending,
  { machineId, until }: ToolToLend,
): Promise<LentTool> {
  const { commands, views } = parts;
  const { workshopId, memberId, now } = lending;
  const define = calendarCommands(views);
  const machine = toolOf(parts, machineId, workshopId);
  const doors = doorsFor(views, memberId, machine, now);
  const walkUpId = lending.idOf(`loan ${machineId}`);
  const reserved = reservedToday(parts, machine, doors.timeZone, lending, walkUpId);
  const missing = missingOf(views, machineId);
  const how = { machineId, via: 'person', accompanied: true } as const;
  const commandId = lending.commandIdOf(machineId);

  const told = (outcome: Outcome, bookingId: string, due: number): LentTool => {
    const refused = outcome.outcome === 'refused' ? outcome.objections : [];
    if (outcome.outcome !== 'refused') answerCommand(outcome, { id: bookingId });
    const isOut = outcome.outcome === 'accepted';
    return {
      machineId,
      name: machine.name,
      bookingId: isOut ? bookingId : null,
      revision: isOut ? outcome.revision : null,
      wasReserved: reserved !== undefined,
      due: zonedText((isOut ? bookingById(views, bookingId)?.end : undefined) ?? due, doors.timeZone),
      undo: isOut
        ? {
            method: 'post',
            path: `/api/machines/${machineId}/bookings/${bookingId}/stop`,
            // What was reserved stands as before.
            body: reserved ? { startedByMistake: true } : {},
            ifMatch: `"${outcome.revision}"`,
          }
        : null,
      missing,
      objections: refused,
    };
  };

  if (reserved) {
    const { bookingId, start, end } = reserved;
    if (until !== null && until !== end && reserved.status !== 'started') {
      const resize = { type: 'ResizeBooking', machineId, bookingId, start, end: until } as const;
      const resized = await commands.handle(
        define.ResizeBooking,
        lending.given(resize, lending.commandIdOf(`${machineId} until`)),
      );
      if (resized.outcome === 'refused') return told(resized, bookingId, until);
    }
    const command = { type: 'StartUse', bookingId, ...how } as const;
    const started = await commands.handle(define.StartUse, lending.given(command, commandId));
    return told(outcomeFor(bookingId, started, views), bookingId, until ?? end);
  }
  const taken = takenAfter(views, machineId, now, walkUpId);
  // With somebody else now: the rules say so, of whatever time.
  const before = taken !== null && taken > now ? taken : null;
  const usual = dueTimes(doors, now, { longest: longestLoan(machine), before }).at(-1);
  const end = until ?? usual ?? before ?? now + HOUR;
  const command = {
    type: 'WalkUp',
    bookingId: walkUpId,
    workshopId,
    memberId,
    end,
    supervisorId: null,
    ...how,
  } as const;
  const outcome = await commands.handle(define.WalkUp, lending.given(command, commandId));
  return told(outcomeFor(walkUpId, outcome, views), walkUpId, end);
}
