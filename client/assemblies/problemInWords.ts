import type { AssemblyProblem, Interference, Place } from '../../shared/assemblies/problems.ts';
import { isInterfaceKind } from '../../shared/designs/interfaces.ts';
import type { Mismatch } from '../../shared/modules/mating.ts';
import { t } from '../catalogue/designTexts.ts';
import { lengthTold } from '../measures/lengthUnits.ts';
import { countTold } from '../modules/words.ts';
import { carriedTold, degreesTold, measureTold, volumeTold } from './measures.ts';

type Of<Kind extends AssemblyProblem['kind']> = Extract<AssemblyProblem, { kind: Kind }>;

/** How sentences call things and their interfaces. */
export interface Naming {
  /** @param name what the problem calls it. */
  thing(instance: string, name: string): string;
  place(place: Place): string;
  /** A parameter of that thing. */
  parameter(instance: string, parameter: string): string;
  /** An option of one that is a choice. */
  option(instance: string, parameter: string, option: string): string;
  /** What a module says of itself, which it does in English. */
  sentence(english: string): string;
}

/** As the problem itself has it; within a sub-assembly an interface is named with the way to it: `inner/end-top`. */
const AS_TOLD: Naming = {
  thing: (_instance, name) => name,
  place: ({ name, interface: face }) => t.assemblyProblems.at(name, face.split('/').at(-1) ?? face),
  parameter: (_instance, parameter) => parameter,
  option: (_instance, _parameter, option) => option,
  sentence: (english) => english,
};

/** Why two interfaces do not meet, without the sentence around it: `pitch 101.6 mm against 100 mm`. */
export function mismatchInWords({ what, one, other }: Mismatch): string {
  const words = t.assemblyProblems;
  if (what === 'side') return one === 'offers' ? words.bothOffer : words.bothNeed;
  if (what === 'kind') return words.against('', kindTold(one), kindTold(other)).trim();
  const measures: Record<string, string> = words.measures;
  return words.against(measures[what] ?? what, measureTold(what, one), measureTold(what, other));
}

const kindTold = (kind: number | string): string =>
  typeof kind === 'string' && isInterfaceKind(kind)
    ? t.quantities.interfaces[kind].toLocaleLowerCase()
    : String(kind);

/** A problem of an assembly as a sentence, with its numbers in the units of the person. */
export function problemInWords(problem: AssemblyProblem, naming: Naming = AS_TOLD): string {
  const words = t.assemblyProblems;
  const { place } = naming;
  const nameOf = ({ instance, name }: { instance: string | null; name: string }) =>
    instance === null ? words.ofWhole : naming.thing(instance, name);
  switch (problem.kind) {
    case 'unknownModule':
      return words.unknownModule(nameOf(problem), problem.module);
    case 'unknownDesign':
      return words.unknownDesign(nameOf(problem), String(problem.revision));
    case 'standsInItself':
      return words.standsInItself(nameOf(problem), problem.way.join(' → '));
    case 'tooMany':
      return words.tooMany(nameOf(problem), String(problem.most));
    case 'unknownParameter':
      return words.unknownParameter(nameOf(problem), problem.parameter);
    case 'formula':
      return formulaInWords(problem, nameOf(problem), naming);
    case 'circularParameters':
      return words.circularParameters(problem.way.join(' → '));
    case 'outOfLimits':
      return limitsInWords(problem, nameOf(problem), naming);
    case 'contradictory':
      return words.contradictory(nameOf(problem), naming.sentence(problem.sentence));
    case 'unknownInterface':
      return words.unknownInterface(place(problem.place));
    case 'itself':
      return words.itself(place(problem.place));
    case 'taken':
      return words.taken(place(problem.place));
    case 'mismatch':
      return words.mismatch(
        place(problem.one),
        place(problem.other),
        t.words.and(problem.mismatches.map(mismatchInWords)),
      );
    case 'offGrid':
      return words.offGrid(
        place(problem.one),
        place(problem.other),
        lengthTold(problem.offset),
        lengthTold(problem.pitch),
      );
    case 'turn':
      return words.turn(
        place(problem.one),
        place(problem.other),
        degreesTold(problem.turn),
        degreesTold(problem.step),
      );
    case 'openLoop':
      return words.openLoop(
        place(problem.one),
        place(problem.other),
        lengthTold(problem.apart),
        degreesTold(problem.degrees),
      );
    case 'unmated':
      return words.unmated(place(problem.place), words.unmatedNeeds[problem.what]);
    case 'shortage':
      return shortageInWords(problem, naming);
  }
}

function formulaInWords(problem: Of<'formula'>, who: string, naming: Naming): string {
  const { instance, written, why } = problem;
  const words = t.assemblyProblems;
  const parameter = instance === null ? problem.parameter : naming.parameter(instance, problem.parameter);
  switch (why.is) {
    case 'unreadable':
      return words.formula.unreadable(who, parameter, written, String(why.at + 1));
    case 'unknownName':
      return words.formula.unknownName(who, parameter, written, why.named);
    case 'notANumber':
      return words.formula.notANumber(who, parameter, written);
    case 'tooLong':
      return words.formula.tooLong(who, parameter);
    case 'tooMuch':
      return words.formula.tooMuch(who, parameter);
  }
}

function limitsInWords(problem: Of<'outOfLimits'>, name: string, naming: Naming): string {
  const { instance, value, least, most, options, unit } = problem;
  const words = t.assemblyProblems;
  const parameter = naming.parameter(instance, problem.parameter);
  if (options.length > 0) {
    const named = options.map((option) => naming.option(instance, problem.parameter, option));
    return words.noOption(name, parameter, String(value), named.join(', '));
  }
  if (typeof value !== 'number') return words.noValue(name, parameter, value);
  const told = (number: number) => (unit === 'mm' ? lengthTold(number) : countTold(number, unit));
  if (least !== null && value < least) return words.tooSmall(name, parameter, told(value), told(least));
  if (most !== null && value > most) return words.tooLarge(name, parameter, told(value), told(most));
  return words.noValue(name, parameter, told(value));
}

function shortageInWords(problem: Of<'shortage'>, naming: Naming): string {
  const { carried, offered, needed, suppliers, users } = problem;
  const words = t.assemblyProblems;
  const placesTold = (places: readonly Place[]) =>
    t.words.and([...new Set(places.map(({ instance, name }) => naming.thing(instance, name)))]);
  const needs = words.needs(placesTold(users), users.length, carriedTold(carried, needed));
  const gives =
    suppliers.length === 0
      ? words.nobodyGives
      : words.gives(placesTold(suppliers), suppliers.length, carriedTold(carried, offered));
  return words.shortage[carried](needs, gives);
}

export const interferenceInWords = (found: Interference, naming: Naming = AS_TOLD): string =>
  t.assemblyProblems.interference(
    naming.thing(found.one, found.oneName),
    naming.thing(found.other, found.otherName),
    volumeTold(found.volume),
  );

/** The things that a problem is about, by the ids of the content's own instances. */
export function aboutWhom(problem: AssemblyProblem): string[] {
  switch (problem.kind) {
    case 'circularParameters':
      return [];
    case 'unknownInterface':
    case 'itself':
    case 'taken':
    case 'unmated':
      return [topOf(problem.place.instance)];
    case 'mismatch':
    case 'offGrid':
    case 'turn':
    case 'openLoop':
      return [topOf(problem.one.instance), topOf(problem.other.instance)];
    case 'shortage':
      return [...problem.users, ...problem.suppliers].map(({ instance }) => topOf(instance));
    case 'formula':
      return problem.instance === null ? [] : [topOf(problem.instance)];
    default:
      return [topOf(problem.instance)];
  }
}

/** Within a sub-assembly ids are `outer/inner`. */
const topOf = (instance: string): string => instance.split('/', 1)[0] ?? instance;
