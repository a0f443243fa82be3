import type { MachineDescription } from '../../shared/machines/events.ts';
import { rolesIn, standingOf } from '../members/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { competenceById } from '../workshops/queries.ts';
import type { DescriptionFacts } from './decide.ts';
import { machineById } from './queries.ts';

/** What other contexts and other machines say about a description of this machine of this workshop. */
export function descriptionFacts(
  views: ViewsReader,
  machineId: string,
  workshopId: string,
  { name, requiredCompetences, dependsOn, lentBy }: MachineDescription,
  now: number,
): DescriptionFacts {
  return {
    unknownCompetences: requiredCompetences.filter(
      (id) => competenceById(views, id)?.workshopId !== workshopId,
    ),
    foreignDependencies: dependsOn.filter(
      (id) => id !== machineId && machineById(views, id)?.workshopId !== workshopId,
    ),
    dependencyCycle: cycleThrough(views, machineId, name, dependsOn),
    lenderBelongs: lentBy === null || rolesIn(standingOf(views, lentBy, workshopId), now).length > 0,
  };
}

/** Names along the shortest way from a machine back to itself, were it to depend on these; null where there is none. */
function cycleThrough(
  views: ViewsReader,
  machineId: string,
  name: string,
  dependsOn: readonly string[],
): string[] | null {
  const ways = new Map(dependsOn.map((id) => [id, [name]]));
  for (const [id, way] of ways) {
    if (id === machineId) return [...way, name];
    const machine = machineById(views, id);
    if (!machine) continue;
    for (const needed of machine.dependsOn) {
      if (!ways.has(needed)) ways.set(needed, [...way, machine.name]);
    }
  }
  return null;
}
