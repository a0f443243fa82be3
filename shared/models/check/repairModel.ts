import type { Manifold } from 'manifold-3d';
import type { Solids } from '../../modules/module.ts';
import type { Mesh, Model, ModelPart } from '../model.ts';
import { sharpEdges } from '../sharpEdges.ts';
import { checkPart, isSound, type PartCheck } from './checkModel.ts';
import { closeFlatHoles } from './holes.ts';
import { solidOfSurface } from './solidOfSurface.ts';
import { repeatedTriangles, type Surface, surfaceOf } from './surface.ts';
import { turnOutwards } from './turning.ts';

/**
 * What can be done to a surface, in the order in which it is done:
 * corners beside open edges that nearly meet become one; triangles that are there twice or have no area go; flat holes
 * get a lid; triangles are turned so that all look outwards; shells that overlap become one solid.
 */
export const repairs = [
  'mergeCorners',
  'dropTriangles',
  'closeHoles',
  'turnTriangles',
  'joinShells',
] as const;
export type Repair = (typeof repairs)[number];

/** What a repair did to a part. */
export interface Repaired {
  part: number;
  repair: Repair;
  /** Corners merged, triangles dropped, holes closed, triangles turned, shells joined. */
  count: number;
}

export interface RepairedModel {
  model: Model;
  done: Repaired[];
  /** Of the parts that were changed, in the same order. */
  before: PartCheck[];
  after: PartCheck[];
}

/** Share of a part's size within which corners are merged. */
const TOLERANCE = 1e-4;

/** Which repairs can help a part, by what is wrong with it; empty: none, or nothing is wrong. */
export function repairsFor(check: PartCheck): Repair[] {
  if (isSound(check) && check.repeated === 0) return [];
  const wants: Record<Repair, boolean> = {
    mergeCorners: check.openEdges > 0,
    dropTriangles: check.withoutArea + check.repeated > 0,
    closeHoles: check.openEdges > 0,
    turnTriangles: check.againstEdges > 0 || check.invertedShells > 0,
    joinShells: check.shells > 1 && check.selfIntersections.pairs > 0,
  };
  return repairs.filter((repair) => wants[repair]);
}

/** Corners along open edges that lie within a tolerance of each other become one, as the library of solids does it. */
function mergeCorners(surface: Surface, { Mesh: SolidMesh }: Solids): { surface: Surface; count: number } {
  const { positions, triangles } = surface;
  const mesh = new SolidMesh({ numProp: 3, vertProperties: positions, triVerts: triangles });
  let size = 0;
  for (let axis = 0; axis < 3; axis += 1) {
    let [least, most] = [Infinity, -Infinity];
    for (let at = axis; at < positions.length; at += 3) {
      least = Math.min(least, positions[at] ?? 0);
      most = Math.max(most, positions[at] ?? 0);
    }
    size = Math.max(size, most - least);
  }
  mesh.tolerance = TOLERANCE * size;
  if (!mesh.merge()) return { surface, count: 0 };
  const moved = Float32Array.from(positions);
  const to = Uint32Array.from({ length: positions.length / 3 }, (_, n) => n);
  for (const [n, from] of mesh.mergeFromVert.entries()) to[from] = mesh.mergeToVert[n] ?? from;
  const topOf = (corner: number): number => {
    let top = corner;
    while ((to[top] ?? top) !== top) top = to[top] ?? top;
    return top;
  };
  let count = 0;
  for (let corner = 0; corner < to.length; corner += 1) {
    const top = topOf(corner);
    if (top === corner) continue;
    count += 1;
    for (let axis = 0; axis < 3; axis += 1) moved[corner * 3 + axis] = positions[top * 3 + axis] ?? 0;
  }
  return { surface: surfaceOf({ positions: moved, triangles }), count };
}

/** Of triangles with the same corners one stays, or none where they look to different sides. */
function dropTriangles(surface: Surface): { surface: Surface; count: number } {
  const { triangles } = surface;
  const repeated = repeatedTriangles(surface);
  const gone = new Uint8Array(repeated);
  for (const [n, is] of repeated.entries()) gone[n] = is === 0 ? 0 : 1;
  const corners = (n: number) =>
    [triangles[n * 3], triangles[n * 3 + 1], triangles[n * 3 + 2]].sort().join(' ');
  const back = new Set<string>();
  for (const [n, is] of repeated.entries()) if (is < 0) back.add(corners(n));
  if (back.size > 0) {
    for (const [n, is] of repeated.entries()) if (is === 0 && back.has(corners(n))) gone[n] = 1;
  }
  const left = triangles.filter((_, at) => gone[Math.floor(at / 3)] === 0);
  const count = surface.collapsed + (triangles.length - left.length) / 3;
  return { surface: { ...surface, triangles: left, collapsed: 0 }, count };
}

/** Shells that run through each other become one, where all of them are solids. */
function joinShells(surface: Surface, solids: Solids): { surface: Surface; count: number } {
  const whole = solidOfSurface(surface, solids);
  if (!whole) return { surface, count: 0 };
  const shells: Manifold[] = whole.decompose();
  const one = solids.Manifold.union(shells);
  const after = one.decompose();
  const count = shells.length - after.length;
  const { numProp, vertProperties, triVerts, numVert } = one.getMesh();
  const positions = new Float32Array(numVert * 3);
  for (let at = 0; at < positions.length; at += 1)
    positions[at] = vertProperties[Math.floor(at / 3) * numProp + (at % 3)] ?? 0;
  for (const each of [whole, one, ...shells, ...after]) each.delete();
  return { surface: surfaceOf({ positions, triangles: Uint32Array.from(triVerts) }), count };
}

function repaired(surface: Surface, repair: Repair, solids: Solids): { surface: Surface; count: number } {
  switch (repair) {
    case 'mergeCorners':
      return mergeCorners(surface, solids);
    case 'dropTriangles':
      return dropTriangles(surface);
    case 'closeHoles': {
      const { surface: closed, closed: count } = closeFlatHoles(surface, solids);
      return { surface: closed, count };
    }
    case 'turnTriangles': {
      const { surface: outwards, turned } = turnOutwards(surface);
      return { surface: outwards, count: turned };
    }
    case 'joinShells':
      return joinShells(surface, solids);
  }
}

/** A model whose parts were repaired so; the one given stays as it is. Only what truly changed is told. */
export function repairModel(model: Model, wanted: readonly Repair[], solids: Solids): RepairedModel {
  const result: RepairedModel = {
    model: { ...model, parts: [...model.parts] },
    done: [],
    before: [],
    after: [],
  };
  for (const [number, part] of model.parts.entries()) {
    const before = checkPart(part, solids);
    let surface = surfaceOf(part.mesh);
    const done: Repaired[] = [];
    for (const repair of repairs) {
      if (!wanted.includes(repair)) continue;
      const { surface: next, count } = repaired(surface, repair, solids);
      if (count === 0) continue;
      surface = next;
      done.push({ part: number, repair, count });
    }
    if (done.length === 0) continue;
    const better = partOf(part, surface, done);
    const after = checkPart(better, solids);
    result.model.parts[number] = { ...better, closed: after.closed, volume: after.volume };
    result.done.push(...done);
    result.before.push({ ...before, part: number });
    result.after.push({ ...after, part: number });
  }
  return result;
}

function partOf(part: ModelPart, { positions, triangles }: Surface, done: readonly Repaired[]): ModelPart {
  // Normals and colours belonged to corners that are others now.
  const mesh: Mesh = {
    positions,
    triangles,
    normals: null,
    colours: null,
    edges: sharpEdges(positions, triangles),
  };
  return {
    ...part,
    key: `${part.key}+${done.map(({ repair, count }) => `${repair}${count}`).join('+')}`,
    mesh,
  };
}
