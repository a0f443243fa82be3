import type { ReadLimits } from '../../limits.ts';
import type { ReadUnit } from '../../units.ts';
import { nameFrom } from '../byteText.ts';
import { shown } from '../colour.ts';
import { CannotBeRead, type Findings, refused } from '../findings.ts';
import { GrowingTree, type RawModel } from '../rawModel.ts';
import { type Expanded, type ExpectedSolid, expanded } from './expand.ts';
import { LengthUnits } from './lengthUnits.ts';
import type { Occt, OcctMesh, OcctNode, OcctResult, OpenOcct } from './occt.ts';
import { Placements } from './placements.ts';
import { Products, StepRefused } from './productTree.ts';
import { Shapes } from './shapes.ts';
import { type Place, type Shape, standing } from './standing.ts';
import { latin1, Statements } from './statements.ts';

export type SolidFormat = 'step' | 'iges' | 'brep';
const PIECE = 1_000_000;
const UNITS: Readonly<Record<SolidFormat, ReadUnit>> = {
  step: { guessed: 'mm', sure: true, why: 'converted' },
  iges: { guessed: 'mm', sure: true, why: 'converted' },
  brep: { guessed: 'mm', sure: false, why: 'usual' },
};

/**
 * Reads solids. Their shapes come from Open CASCADE; names and levels of a STEP file from its own product structure, which
 * that reader flattens. Solids that are alike become one part that stands several times.
 * @throws {CannotBeRead}
 */
export async function readSolids(
  bytes: Uint8Array,
  format: SolidFormat,
  name: string,
  { limits, findings, openOcct }: { limits: ReadLimits; findings: Findings; openOcct: OpenOcct | undefined },
): Promise<RawModel> {
  if (!openOcct) throw refused('noSolidReader', { format });
  if (bytes.length > limits.entityBytes)
    throw refused('tooManyBytes', { bytes: bytes.length, most: limits.entityBytes });
  // Eight megabytes come while the structure is read; a file that is refused meanwhile does not ask whether they came.
  const opening = openOcct();
  opening.catch(() => {});
  const structure = format === 'step' ? structureOf(bytes, name, limits) : null;
  if (structure?.isOnlyMeshes) throw refused('onlyMeshes', {});
  const { root, meshes } = await tessellated(bytes, format, opening, openOcct);
  const triangles = meshes.reduce((sum, { index }) => sum + index.array.length / 3, 0);
  if (triangles > limits.triangles) throw refused('tooManyTriangles', { triangles, most: limits.triangles });
  if (triangles === 0) throw nothingIn(structure);
  const shapes = meshes.map(shapeOf);
  const matched =
    structure?.solids.length === meshes.length && fits(structure.solids, shapes, meshes) ? structure : null;
  if (structure && !matched && structure.solids.length > 1)
    findings.tell({
      kind: 'treeUnmatched',
      said: { solids: meshes.length, expected: structure.solids.length },
    });
  const { tree, places } = matched
    ? {
        tree: matched.tree,
        places: matched.solids.map(({ faces: _faces, name: _name, ...place }, mesh) => ({ ...place, mesh })),
      }
    : asTold(root, meshes, name, limits);
  return { ...standing(places, shapes), nodes: tree.nodes, unit: structure?.unit ?? UNITS[format] };
}

/** Assemblies may name their parts and leave them in other files. */
function nothingIn(structure: Expanded | null): CannotBeRead {
  const nodes = structure && structure.solids.length === 0 ? structure.tree.nodes : [];
  const above = new Set(nodes.map(({ parent }) => parent));
  const leaves = new Set(nodes.flatMap(({ name }, node) => (above.has(node) ? [] : [name])));
  return nodes.length > 1
    ? refused('outsideFile', { name: [...leaves].slice(0, 5).join(', ') })
    : refused('noTriangles', {});
}

interface Structure extends Expanded {
  unit: ReadUnit;
  /** Its shapes are told in triangles, and none as a solid or a surface. */
  isOnlyMeshes: boolean;
}

function structureOf(bytes: Uint8Array, name: string, limits: ReadLimits): Structure {
  const products = new Products();
  const shapes = new Shapes();
  const units = new LengthUnits();
  const placements = new Placements();
  const statements = () => statementsOf(bytes);
  try {
    for (const statement of statements()) {
      products.take(statement);
      shapes.take(statement);
      units.take(statement);
      placements.take(statement);
    }
  } catch (error) {
    if (error instanceof StepRefused) throw refused('solidsUnreadable', { format: 'STEP' });
    throw error;
  }
  const tree = products.tree();
  const partOf = new Map(tree.usages.map(({ id, part }) => [id, part]));
  const isOnlyMeshes = shapes.hasMeshes && !shapes.hasSolids;
  // Of a file of several units nobody knows which one a shift is in.
  const scale = units.millimetres();
  const matrices =
    scale === null ? new Map() : inMillimetres(placements.matrices(shapes, partOf, statements), scale);
  return { ...expanded(tree, shapes, matrices, name, limits), unit: unitOf(units), isOnlyMeshes };
}

function* statementsOf(bytes: Uint8Array): Generator<string> {
  const statements = new Statements();
  for (let at = 0; at < bytes.length; at += PIECE)
    yield* statements.of(latin1(bytes.subarray(at, at + PIECE)));
}

const inMillimetres = (matrices: ReadonlyMap<string, readonly number[]>, scale: number) =>
  new Map(
    [...matrices].map(([usage, matrix]) => [
      usage,
      matrix.map((value, at) => (at >= 12 && at < 15 ? value * scale : value)),
    ]),
  );

/** Its numbers come in millimetres, whatever the file says. */
function unitOf(units: LengthUnits): ReadUnit {
  const written = units.named();
  if (written === 'mm') return { guessed: 'mm', sure: true, why: 'inFile' };
  return written === null ? UNITS.step : { ...UNITS.step, written };
}

async function tessellated(
  bytes: Uint8Array,
  format: SolidFormat,
  opening: Promise<Occt>,
  openOcct: OpenOcct,
): Promise<OcctResult> {
  const occt = await opening;
  let result: OcctResult;
  try {
    if (format === 'step') result = occt.ReadStepFile(bytes, null);
    else if (format === 'iges') result = occt.ReadIgesFile(bytes, null);
    else result = occt.ReadBrepFile(bytes, null);
  } catch (error) {
    if (error instanceof CannotBeRead) throw error;
    // What was thrown out of the middle of its work cannot be trusted to do more.
    await openOcct(true);
    throw refused('solidsUnreadable', { format: format.toUpperCase() });
  }
  if (!result.success) throw refused('solidsUnreadable', { format: format.toUpperCase() });
  return result;
}

function shapeOf(mesh: OcctMesh): Shape {
  const { position, normal } = mesh.attributes;
  const colour = mesh.color ? seen(mesh.color) : null;
  const positions = Float32Array.from(position.array);
  const triangles = Uint32Array.from(mesh.index.array);
  const faces = mesh.brep_faces.filter(({ color }) => color !== null);
  const shades = new Set(faces.map(({ color }) => String(color)));
  const isOne = shades.size === 1 && faces.length === mesh.brep_faces.length;
  let colours: Shape['colours'] = null;
  if (shades.size > 0 && !isOne) {
    // Faces of a solid share no corners.
    colours = new Uint8Array(positions.length);
    for (const { first, last, color } of mesh.brep_faces) {
      const shade = (color ? seen(color) : (colour ?? [0.7, 0.7, 0.7])).map((part) => Math.round(part * 255));
      for (let at = first * 3; at <= last * 3 + 2; at += 1) colours.set(shade, (triangles[at] ?? 0) * 3);
    }
  }
  const only = isOne ? faces[0]?.color : null;
  return {
    positions,
    triangles: withArea(triangles, positions),
    normals: normal ? Float32Array.from(normal.array) : null,
    colours,
    colour: colour ?? (only ? seen(only) : null),
  };
}

/** At poles and tips Open CASCADE leaves triangles with two corners at one place: no fault of the file. */
function withArea(triangles: Uint32Array<ArrayBuffer>, positions: Float32Array): Uint32Array<ArrayBuffer> {
  const isSame = (one: number, other: number) =>
    [0, 1, 2].every((axis) => positions[one * 3 + axis] === positions[other * 3 + axis]);
  return triangles.filter((_, at) => {
    const first = at - (at % 3);
    const [a = 0, b = 0, c = 0] = triangles.subarray(first, first + 3);
    return !(isSame(a, b) || isSame(b, c) || isSame(c, a));
  });
}

const seen = ([red = 0, green = 0, blue = 0]: readonly number[]) =>
  [shown(red), shown(green), shown(blue)] as const;

/** Whether what was read can be the solids of the tree one by one: what is one product has one shape. */
function fits(
  solids: readonly ExpectedSolid[],
  shapes: readonly Shape[],
  meshes: readonly OcctMesh[],
): boolean {
  const firsts = new Map<string, Shape>();
  for (const [index, { key, faces }] of solids.entries()) {
    const shape = shapes[index];
    if (!shape) return false;
    const first = firsts.get(key);
    if (first && first.positions.length !== shape.positions.length) return false;
    if (!first) firsts.set(key, shape);
    // Faces that are counted otherwise elsewhere were mended; were they another solid's, that one's count would fit.
    const found = meshes[index]?.brep_faces.length ?? 0;
    if (faces > 0 && faces !== found && solids.some((other) => other.key !== key && other.faces === found))
      return false;
  }
  return true;
}

/** The tree as the reader of solids tells it, for files that say no better. */
function asTold(root: OcctNode, meshes: readonly OcctMesh[], name: string, limits: ReadLimits) {
  const tree = new GrowingTree();
  const places: Place[] = [];
  const add = (node: OcctNode, parent: number, level: number): void => {
    if (level > limits.levels) throw refused('tooDeep', { most: limits.levels });
    const title = nameFrom(node.name, limits.nameLength) || (parent < 0 ? name : 'Part');
    const own = tree.add(title, parent);
    const isAlone = node.meshes.length === 1 && node.children.length === 0;
    for (const [index, mesh] of node.meshes.entries()) {
      const given = nameFrom(meshes[mesh]?.name ?? '', limits.nameLength);
      const called = given === '' || /^(solid|shell)$/i.test(given) ? `${title} ${index + 1}` : given;
      const leaf = isAlone ? own : tree.add(called, own);
      places.push({ key: '', title: isAlone ? title : called, node: leaf, mesh, matrix: null });
    }
    for (const child of node.children) add(child, own, level + 1);
  };
  const [only] = root.children;
  add(root.children.length === 1 && root.meshes.length === 0 && only ? only : root, -1, 1);
  return { tree, places };
}
