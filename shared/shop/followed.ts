import type { Module, Piece } from '../modules/module.ts';
import type { Parameter } from '../modules/parameters.ts';

type Values = Parameters<Module['pieces']>[0];

/** How a number of a shape follows from a module's parameters: a constant, and a factor for each of some parameters. */
export interface Followed {
  constant: number;
  factors: readonly { parameter: string; factor: number }[];
}

/** A module's pieces at certain values, with what each of their numbers follows from, as far as that is found out. */
export interface FollowedPieces {
  pieces: readonly Piece[];
  /** In the order in which `numbersOf` meets them. */
  numbers: readonly Followed[];
  /** Parameters that the numbers follow. */
  free: readonly string[];
}

/** Every number in a value, in the order of its keys. */
export function numbersOf(value: unknown, found: number[] = []): number[] {
  if (typeof value === 'number') found.push(value);
  else if (Array.isArray(value)) for (const each of value) numbersOf(each, found);
  else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) numbersOf(each, found);
  return found;
}

/** What says a piece's shape and where it stands. */
export const geometryOf = (pieces: readonly Piece[]) =>
  pieces.map(({ id, shape, places }) => ({ id, shape, places }));

/** The same with all numbers left out. */
const skeletonOf = (pieces: readonly Piece[]): string =>
  JSON.stringify(geometryOf(pieces), (_, value: unknown) => (typeof value === 'number' ? 0 : value));

/** Millimetres by which a parameter is moved to see what follows it; exact in binary. */
const STEP = 1 / 64;
const ROUNDING = 1e-6;

interface Tried {
  numbers: number[];
  skeleton: string;
}

function tried(module: Module, values: Values): Tried | null {
  if (module.faults(values).length > 0) return null;
  const pieces = module.pieces(values);
  return { numbers: numbersOf(geometryOf(pieces)), skeleton: skeletonOf(pieces) };
}

/** By how much each number moves with a parameter; null: not evenly, or the shape becomes another one. */
function factorsOf(
  module: Module,
  values: Values,
  name: string,
  parameter: Parameter,
  base: Tried,
): number[] | null {
  const value = values[name];
  if (parameter.kind !== 'length' || typeof value !== 'number') return null;
  const step = value + 2 * STEP <= parameter.most ? STEP : -STEP;
  const [near, far] = [1, 2].map((times) => tried(module, { ...values, [name]: value + times * step }));
  if (near?.skeleton !== base.skeleton || far?.skeleton !== base.skeleton) return null;
  const factors = base.numbers.map((number, n) => ((near.numbers[n] ?? 0) - number) / step);
  const even = factors.every(
    (factor, n) =>
      Math.abs(((far.numbers[n] ?? 0) - (base.numbers[n] ?? 0)) / (2 * step) - factor) < ROUNDING,
  );
  return even && factors.some((factor) => Math.abs(factor) > ROUNDING) ? factors : null;
}

/**
 * Finds out which numbers of a module's shapes follow its lengths evenly, by moving each length a little: then a script
 * can say `outer / 2 + 1` instead of 51.8. How many holes there are does not follow.
 */
export function followedPieces(module: Module, values: Values): FollowedPieces {
  const pieces = module.pieces(values);
  const numbers = numbersOf(geometryOf(pieces));
  const base = { numbers, skeleton: skeletonOf(pieces) };
  const found: { parameter: string; factors: number[] }[] = [];
  for (const [parameter, told] of Object.entries(module.parameters)) {
    const factors = factorsOf(module, values, parameter, told, base);
    if (factors && holdsTogether(module, values, base, [...found, { parameter, factors }])) {
      found.push({ parameter, factors });
    }
  }
  return {
    pieces,
    free: found.map(({ parameter }) => parameter),
    numbers: numbers.map((number, n): Followed => {
      const factors = found.flatMap(({ parameter, factors: all }) => {
        const factor = Math.round((all[n] ?? 0) * 1e9) / 1e9;
        return Math.abs(factor) > ROUNDING ? [{ parameter, factor }] : [];
      });
      const followed = factors.reduce(
        (sum, { parameter, factor }) => sum + factor * Number(values[parameter]),
        0,
      );
      return { constant: Math.round((number - followed) * 1e6) / 1e6 + 0, factors };
    }),
  };
}

/** Whether all of them moved together give what each one's factors add up to. */
function holdsTogether(
  module: Module,
  values: Values,
  base: Tried,
  found: readonly { parameter: string; factors: readonly number[] }[],
): boolean {
  const moved: Record<string, number | string> = { ...values };
  const steps = found.map(({ parameter }) => {
    const told = module.parameters[parameter];
    const value = Number(values[parameter]);
    const step = told?.kind === 'length' && value + STEP <= told.most ? STEP : -STEP;
    moved[parameter] = value + step;
    return step;
  });
  const together = tried(module, moved);
  if (together?.skeleton !== base.skeleton) return false;
  return base.numbers.every((number, n) => {
    const expected = found.reduce(
      (sum, { factors }, at) => sum + (factors[n] ?? 0) * (steps[at] ?? 0),
      number,
    );
    return Math.abs((together.numbers[n] ?? 0) - expected) < ROUNDING;
  });
}
