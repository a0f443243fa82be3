import type { EndOutage } from '../../bookings/calendarCommands.ts';
import { calendarCommands } from '../../bookings/commands.ts';
import type { Actor } from '../../commands/definition.ts';
import { uuidv5 } from '../../commands/identity.ts';
import type { Outcome } from '../../commands/outcome.ts';
import type { Parts } from '../../parts.ts';
import { endsOf, lockFor, type Return } from './locks.ts';

/** Who gave the command that something follows from, and as which. */
export interface Given {
  actor: Actor;
  commandId: string;
}

/**
 * Carries on in the machine's calendar at once with what an accepted command leads to, so that the answer comes when
 * all of it is shown. What does not get through here, the reaction to the same event does.
 */
async function carryingOn(outcome: Outcome, follow: () => Promise<Outcome>[]): Promise<Outcome> {
  if (outcome.outcome !== 'accepted' || !outcome.seen) return outcome;
  let position = outcome.position;
  let seen: boolean = outcome.seen;
  for (const followed of await Promise.all(follow())) {
    if (followed.outcome !== 'accepted') continue;
    if (followed.position > position) position = followed.position;
    seen &&= followed.seen;
  }
  return { ...outcome, position, seen };
}

/** Takes a machine out of service by the fault that was just reported. */
export function carryOnLocking(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  outcome: Outcome,
  fault: Parameters<typeof lockFor>[0],
  { actor, commandId }: Given,
): Promise<Outcome> {
  const { DeclareOutage } = calendarCommands(views);
  const given = { command: lockFor(fault), actor, commandId: uuidv5('lock', commandId) };
  return carryingOn(outcome, () => [commands.handle(DeclareOutage, given)]);
}

/** Ends the outages that were just mended, dismissed or done with. */
export function carryOnReturning(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  outcome: Outcome,
  returned: Return,
  { actor, commandId }: Given,
): Promise<Outcome> {
  const definition = calendarCommands(views).EndOutage;
  const end = (command: EndOutage) =>
    commands.handle(definition, { command, actor, commandId: uuidv5(command.outageId, commandId) });
  return carryingOn(outcome, () => endsOf(views, returned).map(end));
}
