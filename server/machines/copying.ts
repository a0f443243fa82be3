import type { MachineDescription } from '../../shared/machines/events.ts';
import type { Machine } from './queries.ts';

/** A machine to be registered anew, by the one that it copies. Machines and competences are named as at their home. */
export interface CopiedMachine {
  from: Machine;
  /** Names of the competences that it asks for. */
  asksFor: string[];
}

/** What copying machines brings: competences by name (whether they are new here), machines after what they need. */
export interface CopyPlan {
  competences: { name: string; isNew: boolean }[];
  machines: CopiedMachine[];
}

/** Names differ in case and outer spaces without meaning something else. */
export const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('en') === other.trim().toLocaleLowerCase('en');

/** Plans a copy. `nameOf` tells what a competence is called; `known` are those of the workshop that receives. */
export function planCopy(
  chosen: readonly Machine[],
  nameOf: (competenceId: string) => string | null,
  known: readonly string[],
): CopyPlan {
  const machines = inOrderOfNeed(chosen).map((from) => ({
    from,
    asksFor: from.requiredCompetences.flatMap((id) => nameOf(id) ?? []),
  }));
  const competences: CopyPlan['competences'] = [];
  for (const name of machines.flatMap(({ asksFor }) => asksFor)) {
    if (competences.some((other) => sameName(other.name, name))) continue;
    competences.push({ name, isNew: !known.some((other) => sameName(other, name)) });
  }
  return { competences, machines };
}

/** Dust extraction before the saw that depends on it. Machines never depend on each other in a circle. */
function inOrderOfNeed(chosen: readonly Machine[]): Machine[] {
  const ordered = new Set<Machine>();
  const take = (machine: Machine) => {
    if (ordered.has(machine)) return;
    for (const needed of chosen) if (machine.dependsOn.includes(needed.machineId)) take(needed);
    ordered.add(machine);
  };
  for (const machine of chosen) take(machine);
  return [...ordered];
}

/**
 * What the copy is said to be. It keeps what belongs to the make; whose it is, how it came and where it stands are its
 * own. What did not come along (`idOf` null) it neither depends on nor names.
 */
export function describeCopy(
  { from }: CopiedMachine,
  requiredCompetences: string[],
  idOf: (machineId: string) => string | null,
): MachineDescription {
  const { name, kind, maker, model, dangers, protection, capacity, meters, mayRunUnattended } = from;
  return {
    name,
    kind,
    maker,
    model,
    tier: from.tier === 'lent' ? 'workshop' : from.tier,
    lentBy: null,
    origin: 'unknown',
    area: null,
    dangers,
    protection,
    emergencyStop: null,
    capacity,
    requiredCompetences,
    dependsOn: from.dependsOn.flatMap((id) => idOf(id) ?? []),
    meters,
    contents: from.contents.map((part) => ({
      ...part,
      toolId: part.toolId === null ? null : idOf(part.toolId),
    })),
    mayRunUnattended,
  };
}
