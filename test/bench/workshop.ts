import { randomUUID } from 'node:crypto';
import type { Application } from '../../server/app.ts';
import type { Actor } from '../../server/commands/definition.ts';
import { machineCommands } from '../../server/machines/commands.ts';
import { memberCommands } from '../../server/members/commands.ts';
import { workshopCommands } from '../../server/workshops/commands.ts';
import { NO_BOOKING_RULES } from '../../shared/machines/bookingRules.ts';
import { someMachine, someWorkshop } from '../server/application.ts';

/** A workshop with so many machines and members, through the real commands. */
export async function workshopWithMachines(
  { accounts, parts }: Pick<Application, 'accounts' | 'parts'>,
  machines: number,
  members: number,
): Promise<{ workshopId: string; machineIds: string[]; memberIds: string[] }> {
  const { commands, views } = parts;
  const define = { ...workshopCommands(views), ...machineCommands(views), ...memberCommands(views) };
  const memberIds: string[] = [];
  for (let index = 0; index < members; index++) {
    const account = { email: `m${index}@example.org`, displayName: `Member ${index}`, password: null };
    const memberId = await accounts.members.create(account);
    if (memberId !== null) memberIds.push(memberId);
  }
  const [founder] = memberIds;
  if (founder === undefined) throw new RangeError('a workshop needs a member');
  const given = (by = founder) => ({
    actor: { kind: 'member', memberId: by } satisfies Actor,
    commandId: randomUUID(),
  });

  const workshopId = randomUUID();
  const founding = { type: 'FoundWorkshop', workshopId, foundedBy: founder, ...someWorkshop } as const;
  await commands.handle(define.FoundWorkshop, { ...given(), command: founding });
  const joining = memberIds.map((memberId) => {
    const person = { memberId, workshopId, messageId: null, invited: null };
    return commands.handle(define.JoinWorkshop, {
      ...given(memberId),
      command: { type: 'JoinWorkshop', ...person },
    });
  });
  const machineIds = Array.from({ length: machines }, () => randomUUID());
  const registering = machineIds.map((machineId, index) => {
    const description = { ...someMachine, name: `Lathe ${index}` };
    return commands.handle(define.RegisterMachine, {
      ...given(),
      command: { type: 'RegisterMachine', machineId, workshopId, description, rules: NO_BOOKING_RULES },
    });
  });
  for (const { outcome } of await Promise.all([...joining, ...registering])) {
    if (outcome !== 'accepted') throw new Error(`the workshop could not be made ready: ${outcome}`);
  }
  return { workshopId, machineIds, memberIds };
}

/** Cookies of members, as their browsers send them. */
export const signedIn = (
  { accounts }: Pick<Application, 'accounts'>,
  memberIds: readonly string[],
): Promise<string[]> => Promise.all(memberIds.map((memberId) => accounts.sessions.open(memberId)));
