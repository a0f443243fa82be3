import type { AssemblySources, SolvedInstance } from '../../shared/assemblies/assembly.ts';
import type { Instance, InstanceOf } from '../../shared/assemblies/instances.ts';
import type { ModuleInterface } from '../../shared/modules/module.ts';
import { faceMeasures } from '../assemblies/measures.ts';
import type { Naming } from '../assemblies/problemInWords.ts';
import { t } from '../catalogue/designTexts.ts';
import { interfaceName, moduleName } from '../modules/words.ts';
import type { Workbench } from './bench.ts';
import type { Place } from './gestures/snap.ts';

/** What a thing is one of, in words. */
export function kindName(of: InstanceOf, designs: AssemblySources): string {
  switch (of.kind) {
    case 'module':
      return moduleName(of.module);
    case 'design':
      return t.workbench.settings.revision(designs.designOf(of)?.title ?? '…', of.revision);
    case 'file':
      return of.path.split('/').at(-1) ?? of.path;
  }
}

/** How a thing is called: by its own name, or as what it is one of. */
export const thingName = ({ name, of }: Pick<Instance, 'name' | 'of'>, designs: AssemblySources): string =>
  name || kindName(of, designs);

/** An interface of a thing in words; of what stands in a design, with the thing that has it. */
export function faceName(stands: SolvedInstance | undefined, face: string): string {
  if (stands?.of.kind === 'module') return interfaceName(stands.of.module, face);
  const slash = face.indexOf('/');
  if (!stands?.inner || slash < 0) return face;
  const inner = stands.inner.instances.find(({ instance }) => instance.id === face.slice(0, slash));
  const name = faceName(inner, face.slice(slash + 1));
  return inner ? t.assemblyProblems.at(inner.instance.name || nameOfKind(inner), name) : name;
}

const nameOfKind = ({ of, name }: SolvedInstance): string =>
  of.kind === 'module' ? moduleName(of.module) : name;

/** What kind of interface it is, with its measures. */
export const faceInWords = (face: Pick<ModuleInterface, 'kind'> & ModuleInterface): string =>
  [t.quantities.interfaces[face.kind], faceMeasures(face)].filter(Boolean).join(', ');

/** A place as one finds it: `Tube 2, upper end`. */
export function placeName(bench: Workbench, { instance, interface: face }: Place): string {
  const stands = bench.byId.value.get(instance);
  const name = stands ? thingName({ name: stands.instance.name, of: stands.of }, bench.designs) : instance;
  return t.assemblyProblems.at(name, faceName(stands, face));
}

/** How sentences about the model call what stands in it. */
export const namingOf = (bench: Workbench): Naming => ({
  thing(id, name) {
    const stands = bench.byId.value.get(id);
    return stands ? thingName({ name: stands.instance.name, of: stands.of }, bench.designs) : name;
  },
  place: (place) =>
    bench.byId.value.has(place.instance)
      ? placeName(bench, place)
      : t.assemblyProblems.at(place.name, place.interface.split('/').at(-1) ?? ''),
});
