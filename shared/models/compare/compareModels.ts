import type { Manifold } from 'manifold-3d';
import { DENSITIES } from '../../modules/materials.ts';
import type { Solids } from '../../modules/module.ts';
import { meshOf } from '../../modules/solids/meshOf.ts';
import { type Box, boxOfModel } from '../check/checkModel.ts';
import { solidOfSurface } from '../check/solidOfSurface.ts';
import { surfaceOf } from '../check/surface.ts';
import type { Model, ModelPart, Occurrence } from '../model.ts';
import { mirrors, movedCorners, turnedTriangles } from '../write/matrices.ts';

/** What one of two models has and the other has not. */
export interface OneSide {
  /** The difference itself, to be drawn in a colour: each piece a part under its old name. */
  model: Model;
  /** Cubic millimetres. */
  volume: number;
  /** Kilograms, of what has a known material. */
  mass: number;
  /** Of what has no known material: cubic millimetres that `mass` says nothing about. */
  withoutMaterial: number;
}

/** What is different between two models. */
export interface Comparison {
  added: OneSide;
  removed: OneSide;
  /** Occurrences of the same shape at the same place in both; they were not cut. */
  same: number;
  /** Parts that are no solids, so that only their presence could be compared, by name. */
  notSolid: { name: string; times: number; side: 'old' | 'new' }[];
  /** Why nothing was cut; null: it was. */
  gaveUp: 'tooLarge' | 'outOfTime' | null;
  oldBox: Box | null;
  newBox: Box | null;
  /** Occurrences and triangles of each. */
  counts: { old: Counts; new: Counts };
}
interface Counts {
  parts: number;
  occurrences: number;
  triangles: number;
}

interface Options {
  /** Asked before each cut; false: it takes too long, what was found so far is told. */
  goOn?: () => boolean;
}

const MOST_CHANGED = 3000;
const MOST_TRIANGLES = 3_000_000;
/** Cubic millimetres that are rounding, not a difference. */
const SKIN = 0.01;
/** Millimetres, and shares of a turn, within which a place is the same. */
const ROUNDING = 1e4;

interface Standing {
  part: ModelPart;
  name: string;
  solid: Manifold;
  box: { min: readonly number[]; max: readonly number[] };
}

const placeOf = (part: ModelPart, { matrix }: Occurrence): string =>
  `${part.key} ${matrix.map((value) => Math.round(value * ROUNDING) / ROUNDING + 0).join(' ')}`;

/** What of each model is not, shape and place alike, in the other one. */
function changed(one: Model, other: Model): { left: Occurrence[]; same: number } {
  const there = new Map<string, number>();
  for (const occurrence of other.occurrences) {
    const part = other.parts[occurrence.part];
    if (!part) continue;
    const place = placeOf(part, occurrence);
    there.set(place, (there.get(place) ?? 0) + 1);
  }
  const left = one.occurrences.filter((occurrence) => {
    const part = one.parts[occurrence.part];
    if (!part) return false;
    const place = placeOf(part, occurrence);
    const count = there.get(place) ?? 0;
    if (count > 0) there.set(place, count - 1);
    return count === 0;
  });
  return { left, same: one.occurrences.length - left.length };
}

const countsOf = ({ parts, occurrences }: Model): Counts => ({
  parts: parts.length,
  occurrences: occurrences.length,
  triangles: occurrences.reduce((sum, { part }) => sum + (parts[part]?.mesh.triangles.length ?? 0) / 3, 0),
});

const nothing = (name: string): OneSide => ({
  model: {
    parts: [],
    occurrences: [],
    nodes: [{ id: '', name, parent: -1, instance: null, line: null, step: null }],
  },
  volume: 0,
  mass: 0,
  withoutMaterial: 0,
});

/** The solids of what stands there, in the whole's coordinates; whoever asked for them deletes them. */
function solidsOf(
  model: Model,
  occurrences: readonly Occurrence[],
  solids: Solids,
  notSolid: (name: string) => void,
): Standing[] {
  const found: Standing[] = [];
  for (const { part: number, matrix, node } of occurrences) {
    const part = model.parts[number];
    if (!part) continue;
    const { positions, triangles } = part.mesh;
    const solid = solidOfSurface(
      surfaceOf({
        positions: movedCorners(positions, matrix),
        triangles: mirrors(matrix) ? turnedTriangles(triangles) : triangles,
      }),
      solids,
    );
    const inverted = solid !== null && solid.volume() < 0;
    if (inverted) solid.delete();
    if (!solid || inverted) notSolid(part.name);
    else found.push({ part, name: model.nodes[node]?.name || part.name, solid, box: solid.boundingBox() });
  }
  return found;
}

const touch = (one: Standing['box'], other: Standing['box']): boolean =>
  [0, 1, 2].every(
    (axis) =>
      (one.min[axis] ?? 0) <= (other.max[axis] ?? 0) && (other.min[axis] ?? 0) <= (one.max[axis] ?? 0),
  );

/** What the ones have that no other one takes up. @returns whether there was time for all. */
function difference(
  side: OneSide,
  ones: readonly Standing[],
  others: readonly Standing[],
  { Manifold }: Solids,
  goOn: () => boolean,
): boolean {
  for (const one of ones) {
    if (!goOn()) return false;
    const near = others.filter(({ box }) => touch(one.box, box)).map(({ solid }) => solid);
    const rest = near.length > 0 ? Manifold.difference([one.solid, ...near]) : one.solid;
    const volume = rest.volume();
    if (volume > SKIN) add(side, one, rest, volume);
    if (near.length > 0) rest.delete();
  }
  return true;
}

function add(side: OneSide, { part, name }: Standing, rest: Manifold, volume: number): void {
  const { parts, occurrences, nodes } = side.model;
  side.volume += volume;
  if (part.material) side.mass += volume * DENSITIES[part.material];
  else side.withoutMaterial += volume;
  // What is left of a part is not what all of it looks like from far away.
  const { coarse: _, ...own } = part;
  const number = parts.push({
    ...own,
    key: `difference ${side.model.nodes[0]?.name ?? ''} ${parts.length} ${part.key}`,
    mesh: meshOf(rest),
    closed: true,
    volume,
  });
  const node = nodes.push({
    id: `${number}`,
    name,
    parent: 0,
    instance: null,
    line: null,
    step: null,
  });
  occurrences.push({
    part: number - 1,
    matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1],
    node: node - 1,
  });
}

/**
 * What came and what went between two models. Shapes at the same place in both are left out before anything is cut;
 * what overlaps with another part of the same model counts for both.
 */
export function compareModels(
  before: Model,
  after: Model,
  solids: Solids,
  options: Options = {},
): Comparison {
  const goOn = options.goOn ?? (() => true);
  const gone = changed(before, after);
  const come = changed(after, before);
  const notSolid = new Map<string, Comparison['notSolid'][number]>();
  const miss = (side: 'old' | 'new') => (name: string) => {
    const key = `${side} ${name}`;
    notSolid.set(key, { name, side, times: (notSolid.get(key)?.times ?? 0) + 1 });
  };
  const result: Comparison = {
    added: nothing('added'),
    removed: nothing('removed'),
    same: gone.same,
    notSolid: [],
    gaveUp: null,
    oldBox: boxOfModel(before),
    newBox: boxOfModel(after),
    counts: { old: countsOf(before), new: countsOf(after) },
  };
  const triangles =
    countsOf({ ...before, occurrences: gone.left }).triangles +
    countsOf({ ...after, occurrences: come.left }).triangles;
  if (gone.left.length + come.left.length > MOST_CHANGED || triangles > MOST_TRIANGLES) {
    return { ...result, gaveUp: 'tooLarge' };
  }
  const olds = solidsOf(before, gone.left, solids, miss('old'));
  const news = solidsOf(after, come.left, solids, miss('new'));
  const inTime =
    difference(result.added, news, olds, solids, goOn) &&
    difference(result.removed, olds, news, solids, goOn);
  for (const { solid } of [...olds, ...news]) solid.delete();
  return { ...result, notSolid: [...notSolid.values()], gaveUp: inTime ? null : 'outOfTime' };
}
