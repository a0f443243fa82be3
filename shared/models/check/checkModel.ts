import { DENSITIES } from '../../modules/materials.ts';
import type { Solids } from '../../modules/module.ts';
import type { Model, ModelPart } from '../model.ts';
import { determinant, movedCorners } from '../write/matrices.ts';
import { edgesOf } from './edges.ts';
import { type SelfIntersections, selfIntersections } from './selfIntersections.ts';
import { shellsOf } from './shells.ts';
import { solidOfSurface } from './solidOfSurface.ts';
import { repeatedTriangles, type Surface, surfaceOf } from './surface.ts';

/** Millimetres. */
export interface Box {
  least: readonly [number, number, number];
  most: readonly [number, number, number];
}

/** What one shape of a model is like, and what is wrong with it. */
export interface PartCheck {
  /** Which of the model's parts. */
  part: number;
  name: string;
  /** How often it stands in the model. */
  times: number;
  triangles: number;
  /** Places where corners are. */
  corners: number;
  /** Triangles without area, because two of their corners are one or all lie on a line. */
  withoutArea: number;
  /** Triangles that are there twice or more. */
  repeated: number;
  /** Edges with one triangle only, with more than two, and between triangles that look to different sides. */
  openEdges: number;
  crowdedEdges: number;
  againstEdges: number;
  shells: number;
  /** Shells that look inwards. */
  invertedShells: number;
  selfIntersections: SelfIntersections;
  /** Every edge has two triangles that look to the same side. */
  closed: boolean;
  /** The library of solids takes it: it can be cut, joined and measured. */
  solid: boolean;
  box: Box | null;
  /** Cubic millimetres of one; null where it is not closed. */
  volume: number | null;
  /** Kilograms of one; null where volume or material are not known. */
  mass: number | null;
}

/** What a whole model is like. */
export interface ModelCheck {
  parts: PartCheck[];
  box: Box | null;
  /** Cubic millimetres of all that is closed. */
  volume: number;
  /** Kilograms by material, of all that is closed; empty: material not told. */
  masses: Readonly<Record<string, { volume: number; mass: number | null }>>;
  /** All parts are closed, look outwards and do not run through themselves, as far as that could be told. */
  sound: boolean;
}

/** Looks at every part of a model. A part that cannot be measured says so; nothing throws. */
export function checkModel(model: Model, solids: Solids): ModelCheck {
  const times = new Array<number>(model.parts.length).fill(0);
  // Files may stretch what they place.
  const stretched = new Array<number>(model.parts.length).fill(0);
  const first = new Map<number, number>();
  for (const { part, matrix } of model.occurrences) {
    const by = Math.abs(determinant(matrix));
    times[part] = (times[part] ?? 0) + 1;
    stretched[part] = (stretched[part] ?? 0) + by;
    if (!first.has(part)) first.set(part, by);
  }
  const parts = model.parts.map((part, n) => ({
    ...asStanding(checkPart(part, solids), first.get(n) ?? 1),
    part: n,
    times: times[n] ?? 0,
  }));
  const allOf = ({ part, volume }: PartCheck): number =>
    ((volume ?? 0) / (first.get(part) || 1)) * (stretched[part] ?? 0);
  const masses: Record<string, { volume: number; mass: number | null }> = {};
  for (const check of parts) {
    const material = model.parts[check.part]?.material ?? null;
    if (check.volume === null || check.times === 0) continue;
    const all = allOf(check) + (masses[material ?? '']?.volume ?? 0);
    masses[material ?? ''] = { volume: all, mass: material ? all * DENSITIES[material] : null };
  }
  return {
    parts,
    box: boxOfModel(model),
    volume: parts.reduce((sum, check) => sum + allOf(check), 0),
    masses,
    sound: parts.every(isSound),
  };
}

/** Volume, mass and size of a part that is placed with that stretch of its volume. */
function asStanding(check: PartCheck, stretch: number): PartCheck {
  if (stretch === 1) return check;
  const edge = Math.cbrt(stretch);
  const moved = ([x, y, z]: Box['least']) => [x * edge, y * edge, z * edge] as const;
  return {
    ...check,
    volume: check.volume === null ? null : check.volume * stretch,
    mass: check.mass === null ? null : check.mass * stretch,
    box: check.box && { least: moved(check.box.least), most: moved(check.box.most) },
  };
}

/** Nothing is wrong with it, as far as could be told. */
export const isSound = (part: PartCheck): boolean =>
  part.closed && part.invertedShells === 0 && part.selfIntersections.pairs === 0 && part.solid;

/** One shape by itself. */
export function checkPart(part: ModelPart, solids: Solids): PartCheck {
  const surface = surfaceOf(part.mesh);
  const edges = edgesOf(surface);
  const shells = shellsOf(surface, edges);
  const empty = surface.triangles.length === 0;
  const solid = solidOfSurface(surface, solids);
  solid?.delete();
  // Shells that touch along an edge crowd it, and are solids all the same.
  const meets = !empty && edges.open === 0 && edges.against === 0 && shells.every((shell) => shell.closed);
  const closed = meets || solid !== null;
  const volume = closed ? shells.reduce((sum, shell) => sum + shell.volume, 0) : null;
  return {
    part: 0,
    name: part.name,
    times: 1,
    triangles: Math.floor(part.mesh.triangles.length / 3),
    corners: surface.positions.length / 3,
    withoutArea: surface.collapsed + flatTriangles(surface),
    repeated: repeatedTriangles(surface).reduce((sum, each) => sum + Math.abs(each), 0),
    openEdges: edges.open,
    crowdedEdges: edges.crowded,
    againstEdges: edges.against,
    shells: shells.length,
    invertedShells: shells.filter(({ inverted }) => inverted).length,
    selfIntersections: selfIntersections(surface),
    closed,
    solid: solid !== null,
    box: boxOf([surface.positions]),
    volume,
    mass: volume !== null && part.material ? Math.abs(volume) * DENSITIES[part.material] : null,
  };
}

/** Triangles whose three corners lie on a line. */
function flatTriangles({ positions, triangles }: Surface): number {
  let flat = 0;
  const at = (corner: number, axis: number) => positions[(triangles[corner] ?? 0) * 3 + axis] ?? 0;
  for (let n = 0; n < triangles.length; n += 3) {
    const [ux, uy, uz] = [at(n + 1, 0) - at(n, 0), at(n + 1, 1) - at(n, 1), at(n + 1, 2) - at(n, 2)];
    const [vx, vy, vz] = [at(n + 2, 0) - at(n, 0), at(n + 2, 1) - at(n, 1), at(n + 2, 2) - at(n, 2)];
    if (uy * vz === uz * vy && uz * vx === ux * vz && ux * vy === uy * vx) flat += 1;
  }
  return flat;
}

function boxOf(all: Iterable<Float32Array>): Box | null {
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const most: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const positions of all) {
    for (let at = 0; at < positions.length; at += 1) {
      const value = positions[at] ?? 0;
      const axis = at % 3;
      if (value < (least[axis] ?? 0)) least[axis] = value;
      if (value > (most[axis] ?? 0)) most[axis] = value;
    }
  }
  return least[0] <= most[0] ? { least, most } : null;
}

function* corners({ parts, occurrences }: Model): Generator<Float32Array> {
  for (const { part, matrix } of occurrences) {
    const shape = parts[part];
    if (shape) yield movedCorners(shape.mesh.positions, matrix);
  }
}

/** The box around everything that stands in a model; null: nothing does. */
export const boxOfModel = (model: Model): Box | null => boxOf(corners(model));
