import type { CommandDefinition } from '../commands/definition.ts';
import { commandKey, derivedId } from '../commands/identity.ts';
import type { GivenCommand, Outcome } from '../commands/outcome.ts';
import type { Parts } from '../parts.ts';
import { workshopCommands } from '../workshops/commands.ts';

type Departing = { memberId: string; workshopId: string };

/**
 * Ends a membership together with the offices that rest on it: two streams, so the offices first, whose rule (the
 * last steward) can fail, and before them a rehearsal, so that nobody loses an office over a stale `If-Match`.
 * Repeating it after a crash in between completes it.
 */
export async function depart<
  Command extends Departing,
  State,
  Event extends { type: string; data: object },
  Facts,
>(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  definition: CommandDefinition<Command, State, Event, Facts>,
  given: GivenCommand<Command>,
): Promise<Outcome> {
  const rehearsal = await commands.handle(definition, { ...given, dryRun: true });
  if (!mayGoOn(rehearsal)) return rehearsal;
  const { memberId, workshopId } = given.command;
  const released = await commands.handle(workshopCommands(views).ReleaseFromOffices, {
    command: { type: 'ReleaseFromOffices', memberId, workshopId, erased: false },
    actor: given.actor,
    commandId: derivedId(commandKey(given.actor, given.commandId), 'release'),
    ...(given.dryRun ? { dryRun: true } : {}),
  });
  if (!mayGoOn(released) || given.dryRun) return released.outcome === 'accepted' ? rehearsal : released;
  return commands.handle(definition, given);
}

/** Done, or to be done. */
export const mayGoOn = ({ outcome }: Outcome): boolean =>
  outcome === 'accepted' || outcome === 'wouldBeAccepted';
