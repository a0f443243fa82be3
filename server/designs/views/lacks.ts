import type { LacksView } from '../../../shared/designs/designViews.ts';
import type { MachineKind } from '../../../shared/machines/words.ts';
import { allMachines, type Machine, machinesOf } from '../../machines/queries.ts';
import type { Parts } from '../../parts.ts';
import { folded } from '../../search/rank.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { competencesDefinedBy, type Workshop } from '../../workshops/queries.ts';
import { namedWorkshop } from '../naming.ts';
import type { Design } from '../queries.ts';
import { facetsOf } from '../searchWords.ts';

/** Kinds of machine in service in a workshop. */
export const kindsAt = (views: ViewsReader, workshopId: string): Set<MachineKind> =>
  new Set(machinesOf(views, workshopId).flatMap((machine) => (machine.retired ? [] : [machine.kind])));

/**
 * What stands between a workshop and building a design: kinds of machine, with who else has one, and competences that
 * the steps ask for in words.
 * @param mayRead whether the viewer may see that a machine is there
 */
export function lacksOf(
  { views, designs }: Pick<Parts, 'views' | 'designs'>,
  { contentId, summary }: Design,
  { workshopId, name }: Workshop,
  mayRead: (workshopId: string) => boolean,
): LacksView {
  const content = designs.read(contentId);
  const inService = allMachines(views).filter((machine) => !machine.retired && mayRead(machine.workshopId));
  const byKind = Map.groupBy(inService, ({ kind }) => kind);
  const elsewhere = (machines: readonly Machine[]) =>
    [...new Set(machines.map((machine) => machine.workshopId))]
      .filter((id) => id !== workshopId)
      .flatMap((id) => namedWorkshop(views, id) ?? []);
  const taught = new Set(competencesDefinedBy(views, workshopId).map((each) => folded(each.name)));
  const asked = new Map(
    (content?.steps ?? []).flatMap(({ competences }) => competences).map((each) => [folded(each), each]),
  );
  return {
    workshop: { workshopId, name },
    machines: facetsOf(summary, content).machines.map((kind) => {
      const machines = byKind.get(kind) ?? [];
      return {
        kind,
        here: machines
          .filter((machine) => machine.workshopId === workshopId)
          .map((machine) => ({ machineId: machine.machineId, name: machine.name })),
        elsewhere: elsewhere(machines),
      };
    }),
    competences: [...asked].map(([key, each]) => ({ name: each, known: taught.has(key) })),
  };
}
