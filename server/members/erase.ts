import type { Actor } from '../commands/definition.ts';
import { commandKey, derivedId } from '../commands/identity.ts';
import type { Outcome } from '../commands/outcome.ts';
import type { Parts } from '../parts.ts';
import { workshopCommands } from '../workshops/commands.ts';
import { memberCommands } from './commands.ts';
import { mayGoOn } from './departure.ts';
import { workshopsOf } from './queries.ts';

/**
 * Takes a member out of the log's present: their offices, their memberships, themselves. All offices are rehearsed
 * before the first is laid down. Their personal data goes after this (`accounts.erase`, and the reaction to
 * `MemberErased` where that was cut off).
 */
export async function eraseFromLog(
  { commands, views }: Pick<Parts, 'commands' | 'views'>,
  given: { memberId: string; actor: Actor; commandId: string; dryRun: boolean },
): Promise<Outcome> {
  const { memberId, actor, commandId, dryRun } = given;
  const key = commandKey(actor, commandId);
  const release = (workshopId: string, rehearse: boolean) =>
    commands.handle(workshopCommands(views).ReleaseFromOffices, {
      command: { type: 'ReleaseFromOffices', workshopId, memberId, erased: true },
      actor,
      commandId: derivedId(key, `release ${workshopId}`),
      dryRun: rehearse,
    });
  const workshopIds = workshopsOf(views, memberId).map(({ workshopId }) => workshopId);
  for (const rehearse of dryRun ? [true] : [true, false]) {
    for (const workshopId of workshopIds) {
      const released = await release(workshopId, rehearse);
      if (!mayGoOn(released)) return released;
    }
  }
  const command = { type: 'EraseMember', memberId } as const;
  return commands.handle(memberCommands(views).EraseMember, { command, actor, commandId, dryRun });
}
