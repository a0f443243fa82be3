import type { Manifold } from 'manifold-3d';
import type { ModelPart } from '../models/model.ts';
import type { Solids } from '../modules/module.ts';
import type { SolvedAssembly } from './assembly.ts';
import { inverseOf, pointBy, times } from './matrices.ts';
import { type ModelOptions, type OwnedModel, ownedModelOf } from './modelOf.ts';
import { overlaps } from './overlaps.ts';
import type { Interference } from './problems.ts';

/** Cubic millimetres, and millimetres of mean thickness, that two pieces may share and still only touch. */
const SKIN_VOLUME = 20;
const SKIN = 0.2;
/** Pairs of pieces that are cut with each other, at most. */
const MOST_CUT = 20_000;

export interface Interferences {
  /** The largest first. */
  pairs: Interference[];
  /** Not, where pieces or time were too many: then there may be more. */
  isComplete: boolean;
}

/**
 * All pairs of instances, through all levels, that run into each other: exact, by what solids have in common.
 * @param options `isEnough` is asked before each pair too.
 */
export function interferences(
  solved: SolvedAssembly,
  solids: Solids,
  options: Partial<ModelOptions> = {},
): Interferences {
  return interferencesIn(ownedModelOf(solved, solids, options), solids, options.isEnough);
}

/** What two parts have in common when the second stands so in the first one's coordinates; null: they only touch. */
interface Common {
  volume: number;
  middle: readonly [number, number, number];
}

export function interferencesIn(
  { model, owners, isWhole }: OwnedModel,
  solids: Solids,
  isEnough: () => boolean = () => false,
): Interferences {
  const { pairs: candidates, isComplete: areAll } = overlaps(model, owners);
  const solid = solidsFor(model.parts, solids);
  const known = new Map<string, Common | null>();
  const found = new Map<
    string,
    { one: number; other: number; volume: number; sum: [number, number, number] }
  >();
  let isComplete = areAll && isWhole;
  let cut = 0;
  for (const [one, other] of candidates) {
    const [first, second] = [model.occurrences[one], model.occurrences[other]];
    if (!first || !second) continue;
    const stands = times(inverseOf(first.matrix), second.matrix);
    const key = `${first.part} ${second.part} ${stands.map((each) => Math.round(each * 1e4)).join(' ')}`;
    let common = known.get(key);
    if (common === undefined) {
      if (cut >= MOST_CUT || isEnough()) {
        isComplete = false;
        break;
      }
      cut += 1;
      common = commonOf(solid(first.part), solid(second.part), stands);
      known.set(key, common);
    }
    if (!common) continue;
    const [a = 0, b = 0] = [owners[one], owners[other]];
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const sum = found.get(pair) ?? { one: Math.min(a, b), other: Math.max(a, b), volume: 0, sum: [0, 0, 0] };
    const { volume } = common;
    const [x, y, z] = pointBy(first.matrix, common.middle);
    found.set(pair, {
      ...sum,
      volume: sum.volume + volume,
      sum: [sum.sum[0] + x * volume, sum.sum[1] + y * volume, sum.sum[2] + z * volume],
    });
  }
  solid.end();
  const pairs = [...found.values()].map(({ one, other, volume, sum: [x, y, z] }): Interference => {
    const [first, second] = [model.nodes[one], model.nodes[other]];
    return {
      one: first?.id ?? '',
      oneName: first?.name ?? '',
      other: second?.id ?? '',
      otherName: second?.name ?? '',
      volume: Math.round(volume),
      middle: [tenths(x / volume), tenths(y / volume), tenths(z / volume)],
    };
  });
  return { pairs: pairs.toSorted((one, other) => other.volume - one.volume), isComplete };
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

/** The solid of each part, made when it is first asked for; null: its mesh encloses nothing. */
function solidsFor(parts: readonly ModelPart[], { Manifold, Mesh }: Solids) {
  const made = new Map<number, Manifold | null>();
  const make = (part: ModelPart | undefined): Manifold | null => {
    if (!part) return null;
    try {
      const { positions, triangles } = part.mesh;
      const solid = Manifold.ofMesh(new Mesh({ numProp: 3, vertProperties: positions, triVerts: triangles }));
      if (solid.status() === 'NoError') return solid;
      solid.delete();
      return null;
    } catch {
      // An open mesh out of a file: what it shares with others nobody can tell.
      return null;
    }
  };
  const solidOf = (index: number): Manifold | null => {
    const before = made.get(index);
    if (before !== undefined) return before;
    const solid = make(parts[index]);
    made.set(index, solid);
    return solid;
  };
  return Object.assign(solidOf, {
    end: () => {
      for (const solid of made.values()) solid?.delete();
    },
  });
}

function commonOf(one: Manifold | null, other: Manifold | null, stands: readonly number[]): Common | null {
  if (!one || !other) return null;
  const [a = 1, b = 0, c = 0, , d = 0, e = 1, f = 0, , g = 0, h = 0, i = 1, , x = 0, y = 0, z = 0] = stands;
  const standing = other.transform([a, b, c, 0, d, e, f, 0, g, h, i, 0, x, y, z, 1]);
  const both = one.intersect(standing);
  const volume = both.volume();
  const area = both.surfaceArea();
  const { min, max } = both.boundingBox();
  standing.delete();
  both.delete();
  // A layer has two sides: its thickness is its volume by half its surface.
  if (!(volume > SKIN_VOLUME && (2 * volume) / area > SKIN)) return null;
  return { volume, middle: [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2] };
}
