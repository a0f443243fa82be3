import type { AssemblyProblem, Interference, Place } from '../../shared/assemblies/problems.ts';
import type { Mismatch } from '../../shared/modules/mating.ts';
import { t } from '../catalogue/designTexts.ts';
import { isInterfaceKind } from '../designs/query.ts';
import { lengthTold } from '../measures/lengthUnits.ts';
import { carriedTold, degreesTold, measureTold, volumeTold } from './measures.ts';

type Of<Kind extends AssemblyProblem['kind']> = Extract<AssemblyProblem, { kind: Kind }>;

const placeTold = ({ name, interface: face }: Place): string => t.assemblyProblems.at(name, face);
const placesTold = (places: readonly Place[]): string =>
  t.words.and([...new Set(places.map(({ name }) => name))]);

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
    ? t.draft.words.interfaces[kind].toLocaleLowerCase()
    : String(kind);

/** A problem of an assembly as a sentence, with its numbers in the units of the person. */
export function problemInWords(problem: AssemblyProblem): string {
  const words = t.assemblyProblems;
  switch (problem.kind) {
    case 'unknownModule':
      return words.unknownModule(problem.name, problem.module);
    case 'unknownDesign':
      return words.unknownDesign(problem.name, String(problem.revision));
    case 'standsInItself':
      return words.standsInItself(problem.name, problem.way.join(' → '));
    case 'unknownParameter':
      return words.unknownParameter(problem.name, problem.parameter);
    case 'formula':
      return formulaInWords(problem);
    case 'circularParameters':
      return words.circularParameters(problem.way.join(' → '));
    case 'outOfLimits':
      return limitsInWords(problem);
    case 'contradictory':
      return words.contradictory(problem.name, problem.sentence);
    case 'unknownInterface':
      return words.unknownInterface(placeTold(problem.place));
    case 'itself':
      return words.itself(placeTold(problem.place));
    case 'taken':
      return words.taken(placeTold(problem.place));
    case 'mismatch':
      return words.mismatch(
        placeTold(problem.one),
        placeTold(problem.other),
        t.words.and(problem.mismatches.map(mismatchInWords)),
      );
    case 'offGrid':
      return words.offGrid(
        placeTold(problem.one),
        placeTold(problem.other),
        lengthTold(problem.offset),
        lengthTold(problem.pitch),
      );
    case 'turn':
      return words.turn(
        placeTold(problem.one),
        placeTold(problem.other),
        degreesTold(problem.turn),
        degreesTold(problem.step),
      );
    case 'openLoop':
      return words.openLoop(
        placeTold(problem.one),
        placeTold(problem.other),
        lengthTold(problem.apart),
        degreesTold(problem.degrees),
      );
    case 'unmated':
      return words.unmated(placeTold(problem.place), words.unmatedNeeds[problem.what]);
    case 'shortage':
      return shortageInWords(problem);
  }
}

function formulaInWords({ name, parameter, written, why }: Of<'formula'>): string {
  const words = t.assemblyProblems;
  const who = name || words.ofWhole;
  switch (why.is) {
    case 'unreadable':
      return words.formula.unreadable(who, parameter, written, String(why.at + 1));
    case 'unknownName':
      return words.formula.unknownName(who, parameter, written, why.named);
    case 'notANumber':
      return words.formula.notANumber(who, parameter, written);
    case 'tooLong':
      return words.formula.tooLong(who, parameter);
  }
}

function limitsInWords({ name, parameter, value, least, most, options }: Of<'outOfLimits'>): string {
  const words = t.assemblyProblems;
  if (options.length > 0) return words.noOption(name, parameter, String(value), options.join(', '));
  if (typeof value !== 'number') return words.noValue(name, parameter, value);
  if (least !== null && value < least)
    return words.tooSmall(name, parameter, lengthTold(value), lengthTold(least));
  if (most !== null && value > most)
    return words.tooLarge(name, parameter, lengthTold(value), lengthTold(most));
  return words.noValue(name, parameter, lengthTold(value));
}

function shortageInWords({ carried, offered, needed, suppliers, users }: Of<'shortage'>): string {
  const words = t.assemblyProblems;
  const needs = words.needs(placesTold(users), users.length, carriedTold(carried, needed));
  const gives =
    suppliers.length === 0
      ? words.nobodyGives
      : words.gives(placesTold(suppliers), suppliers.length, carriedTold(carried, offered));
  return words.shortage[carried](needs, gives);
}

export const interferenceInWords = ({ oneName, otherName, volume }: Interference): string =>
  t.assemblyProblems.interference(oneName, otherName, volumeTold(volume));

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
