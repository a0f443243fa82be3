import type { AssemblySources, SolvedInstance } from '../../shared/assemblies/assembly.ts';
import type { Instance, InstanceOf } from '../../shared/assemblies/instances.ts';
import type { ModuleInterface } from '../../shared/modules/module.ts';
import { faceMeasures } from '../assemblies/measures.ts';
import type { Naming } from '../assemblies/problemInWords.ts';
import { t } from '../catalogue/designTexts.ts';
import type { ModuleText } from '../modules/moduleText.ts';
import { interfaceName, moduleName, optionName, parameterName } from '../modules/words.ts';
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

/** What stands at an id of a problem: within a design `outer/inner`. */
export function standingAt(
  byId: ReadonlyMap<string, SolvedInstance>,
  id: string,
): SolvedInstance | undefined {
  const [first = '', ...inner] = id.split('/');
  return inner.reduce<SolvedInstance | undefined>(
    (outer, each) => outer?.inner?.instances.find(({ instance }) => instance.id === each),
    byId.get(first),
  );
}

/** How parameters of modules, their options, and what modules say of themselves are called on this page. */
export const namingOfModules = (
  byId: ReadonlyMap<string, SolvedInstance>,
  textOf: (english: string) => ModuleText,
): Pick<Naming, 'parameter' | 'option' | 'sentence'> => {
  const moduleOf = (id: string): string => {
    const of = standingAt(byId, id)?.of;
    return of?.kind === 'module' ? of.module : '';
  };
  return {
    parameter: (id, parameter) => parameterName(moduleOf(id), parameter),
    option: (id, parameter, option) => optionName(moduleOf(id), parameter, option),
    sentence: (english) => textOf(english).text,
  };
};

const inEnglish = (text: string): ModuleText => ({ text, lang: 'en' });

/** How sentences about the model call what stands in it. */
export const namingOf = (bench: Workbench, textOf: (english: string) => ModuleText = inEnglish): Naming => ({
  ...namingOfModules(bench.byId.value, textOf),
  thing(id, name) {
    const stands = bench.byId.value.get(id);
    return stands ? thingName({ name: stands.instance.name, of: stands.of }, bench.designs) : name;
  },
  place: (place) =>
    bench.byId.value.has(place.instance)
      ? placeName(bench, place)
      : t.assemblyProblems.at(
          place.name,
          faceName(standingAt(bench.byId.value, place.instance), place.interface),
        ),
});
