import type { Assembly, Values } from './assembly.ts';
import type { Effort } from './effort.ts';
import { type Formula, type Named, type NamesKnown, readFormula, reckon } from './formula.ts';
import { inOrder } from './inOrder.ts';
import type { ParameterSetting } from './instances.ts';
import { NameTable } from './nameTable.ts';
import type { AssemblyProblem, FormulaFault } from './problems.ts';
import { calledIn, limited, namesOfParameters, readParameter, type Settable } from './settings.ts';

/** An instance as far as its values go. */
export interface Setter {
  id: string;
  name: string;
  settings: Readonly<Record<string, ParameterSetting>>;
  settable: Settable;
  /** For designs: all its values with these of them set; null: all others are as usual. */
  allWith: ((set: Values) => Values) | null;
}

export interface ReckonedValues {
  /** The design's own, by id. */
  own: Values;
  /** Of each instance: of modules all values, of designs those that were set. */
  ofInstances: readonly Values[];
  /** A number, or what a formula comes to within this assembly; null and a problem where it comes to nothing. */
  numberOf(written: number | string, told: (why: FormulaFault) => void): number | null;
}

/** A formula that stands on an instance, or (null) on the design itself. */
interface Standing {
  on: number | null;
  parameter: string;
  written: string;
  formula: Formula;
}

/** All values of one assembly: formulas after what they refer to. What cannot be reckoned is as usual, and told. */
export function reckonValues(
  parameters: Assembly['parameters'],
  set: Values,
  setters: readonly Setter[],
  effort: Effort,
  tell: (problem: AssemblyProblem) => void,
): ReckonedValues {
  const own: Record<string, number | string> = {};
  const ofInstances: Record<string, number | string>[] = [];
  const formulas = new Map<string, Standing>();
  const known = namesIn(parameters, setters);
  const byText = new Map<string, ReturnType<typeof readFormula>>();
  const read = (written: string): ReturnType<typeof readFormula> => {
    const before = byText.get(written);
    if (before) return before;
    if (!effort.read(written.length)) return { fault: { is: 'tooMuch' } };
    const now = readFormula(written, known.names);
    byText.set(written, now);
    return now;
  };
  const tellFault = (on: number | null, parameter: string, written: string, why: FormulaFault) => {
    const setter = on === null ? undefined : setters[on];
    tell({
      kind: 'formula',
      instance: setter?.id ?? null,
      name: setter?.name ?? '',
      parameter: setter ? setter.settable.called(parameter) : calledIn(parameters, parameter),
      written,
      why,
    });
  };
  const stand = (on: number | null, parameter: string, written: string) => {
    const answer = read(written);
    if ('fault' in answer) tellFault(on, parameter, written, answer.fault);
    else formulas.set(keyOf(on, parameter), { on, parameter, written, formula: answer.formula });
  };

  for (const each of parameters) {
    const given = Object.hasOwn(set, each.id) ? set[each.id] : undefined;
    if (given !== undefined) own[each.id] = given;
    else if (each.value.startsWith('=')) stand(null, each.id, each.value);
    else own[each.id] = readParameter(each);
  }
  for (const [index, setter] of setters.entries()) {
    const values = setter.allWith ? {} : { ...setter.settable.usual };
    ofInstances.push(values);
    for (const name in setter.settings) {
      const setting = setter.settings[name];
      const parameter = setter.settable.names.keyOf(name);
      if (parameter === undefined || setting === undefined) {
        tell({ kind: 'unknownParameter', instance: setter.id, name: setter.name, parameter: name });
      } else if (typeof setting === 'string' && isFormula(setter.settable, parameter, setting)) {
        stand(index, parameter, setting);
      } else keep(setter, values, parameter, setting, tell);
    }
  }

  /** All values of instances of designs, where something refers to one that nobody set. */
  const whole = new Map<number, Values>();
  const needOf = (on: number | null, { instance, parameter }: Named, from?: string): string[] => {
    const [where, id] = instance === null ? known.bare(on, parameter) : [known.indexOf(instance), parameter];
    // A bare name that can only mean what is just being said is nobody's.
    if (instance === null && on !== null && where === on && id === from) return [];
    const key = keyOf(where, id);
    if (formulas.has(key)) return [key];
    const isWhole = where !== null && setters[where]?.allWith && !Object.hasOwn(ofInstances[where] ?? {}, id);
    return isWhole ? [keyOf(where, WHOLE)] : [];
  };
  const needsOf = (key: string): string[] => {
    const formula = formulas.get(key);
    if (formula)
      return formula.formula.names.flatMap((named) => needOf(formula.on, named, formula.parameter));
    const index = Number(key.slice(0, key.indexOf('/')));
    return Object.keys(setters[index]?.settings ?? {}).flatMap((name) => {
      const id = keyOf(index, setters[index]?.settable.names.keyOf(name) ?? name);
      return formulas.has(id) ? [id] : [];
    });
  };
  const lookUp = (
    on: number | null,
    { instance, parameter }: Named,
    from?: string,
  ): number | string | undefined => {
    const [where, id] = instance === null ? known.bare(on, parameter) : [known.indexOf(instance), parameter];
    if (instance === null && on !== null && where === on && id === from) return undefined;
    if (where === null) return Object.hasOwn(own, id) ? own[id] : undefined;
    const values = ofInstances[where];
    if (values && Object.hasOwn(values, id)) return values[id];
    const all = whole.get(where);
    return all && Object.hasOwn(all, id) ? all[id] : undefined;
  };
  const inCircle = new Set<string>();
  const visit = (key: string) => {
    const standing = formulas.get(key);
    if (!standing) {
      const index = Number(key.slice(0, key.indexOf('/')));
      whole.set(index, setters[index]?.allWith?.(ofInstances[index] ?? {}) ?? {});
      return;
    }
    if (inCircle.has(key)) return;
    const { on, parameter, written, formula } = standing;
    const answer = reckon(formula, (named) => lookUp(on, named, parameter));
    if ('fault' in answer) return tellFault(on, parameter, written, answer.fault);
    const setter = on === null ? undefined : setters[on];
    const values = on === null ? own : ofInstances[on];
    if (setter && values) keep(setter, values, parameter, answer.value, tell);
    else own[parameter] = answer.value;
  };
  inOrder(formulas.keys(), needsOf, visit, (way) => {
    for (const key of way) inCircle.add(key);
    tell({ kind: 'circularParameters', way: way.slice(0, MOST_OF_WAY).map((key) => known.told(key)) });
  });

  return {
    own,
    ofInstances,
    numberOf(written, told) {
      if (typeof written === 'number') return Number.isFinite(written) ? written : null;
      const answer = read(written);
      if ('fault' in answer) told(answer.fault);
      else {
        const reckoned = reckon(answer.formula, (named) => {
          const [missing] = needOf(null, named);
          if (missing?.endsWith(`/${WHOLE}`) && !whole.has(Number(missing.split('/')[0]))) visit(missing);
          return lookUp(null, named);
        });
        if ('fault' in reckoned) told(reckoned.fault);
        else if (typeof reckoned.value === 'number') return reckoned.value;
        else told({ is: 'notANumber' });
      }
      return null;
    },
  };
}

/** Parameters of a circle that are told. */
const MOST_OF_WAY = 20;
const WHOLE = '*';
const keyOf = (on: number | null, parameter: string): string => `${on ?? ''}/${parameter}`;

/** Lengths and counts may be written without the equals sign, options may not. */
function isFormula({ parameterOf, usual }: Settable, parameter: string, setting: string): boolean {
  if (setting.startsWith('=')) return true;
  const limits = parameterOf(parameter);
  return limits ? limits.kind !== 'choice' : typeof usual[parameter] === 'number';
}

function keep(
  { id, name, settable }: Setter,
  values: Record<string, number | string>,
  parameter: string,
  value: number | string,
  tell: (problem: AssemblyProblem) => void,
): void {
  const limits = settable.parameterOf(parameter);
  if (!limits) {
    if (typeof value === 'string' || Number.isFinite(value)) values[parameter] = value;
    return;
  }
  const kept = limited(limits, value);
  values[parameter] = kept.value;
  if (!kept.isOther) return;
  const [least, most, options] =
    limits.kind === 'choice' ? [null, null, limits.options] : [limits.least, limits.most, []];
  const unit = limits.kind === 'count' ? limits.unit : 'mm';
  tell({ kind: 'outOfLimits', instance: id, name, parameter, value, least, most, options, unit });
}

/** The names of one assembly, made only once a formula asks for them. */
function namesIn(parameters: Assembly['parameters'], setters: readonly Setter[]) {
  let own: NameTable | null = null;
  let instances: NameTable | null = null;
  let indices: Map<string, number> | null = null;
  const indexOf = (id: string): number => {
    indices ??= new Map(setters.map((setter, index) => [setter.id, index]));
    return indices.get(id) ?? -1;
  };
  const ownNames = () => {
    own ??= namesOfParameters(parameters);
    return own;
  };
  const names: NamesKnown = {
    get own() {
      return ownNames();
    },
    get instances() {
      instances ??= new NameTable([
        ...setters.map(({ id }) => [id, id] as const),
        ...setters.map(({ id, name }) => [name, id] as const),
      ]);
      return instances;
    },
    parametersOf: (instance) => setters[indexOf(instance)]?.settable.names ?? NO_NAMES,
  };
  return {
    names,
    indexOf,
    /** Whose parameter a bare name means: the design's, or else that of the instance it stands on. */
    bare(on: number | null, parameter: string): readonly [number | null, string] {
      const id = ownNames().keyOf(parameter);
      if (id !== undefined || on === null) return [null, id ?? parameter];
      return [on, setters[on]?.settable.names.keyOf(parameter) ?? parameter];
    },
    told(key: string): string {
      const slash = key.indexOf('/');
      const [on, parameter] = [key.slice(0, slash), key.slice(slash + 1)];
      if (on === '') return calledIn(parameters, parameter);
      const setter = setters[Number(on)];
      return `${setter?.name ?? ''}.${setter?.settable.called(parameter) ?? parameter}`;
    },
  };
}

const NO_NAMES = new NameTable([]);
