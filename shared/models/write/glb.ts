import type { Mesh, Model, ModelPart } from '../model.ts';
import { NotWritten } from './notWritten.ts';
import { joinedBytes } from './stl.ts';

const MOST_BYTES = 1_000_000_000;
const METRES = 0.001;
/** z up becomes y up. */
const Y_UP = [1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1];
const FLOAT = 5126;
const UNSIGNED_SHORT = 5123;
const UNSIGNED_INT = 5125;
const CORNERS = 34962;
const TRIANGLES = 34963;

interface GltfNode {
  name: string;
  matrix?: readonly number[];
  mesh?: number;
  children?: number[];
  extras?: Record<string, string>;
}

/** The binary half of the file, and what the other half says about it. */
class Buffers {
  readonly views: {
    buffer: 0;
    byteOffset: number;
    byteLength: number;
    target: number;
    byteStride?: number;
  }[] = [];
  readonly accessors: Record<string, unknown>[] = [];
  readonly chunks: Uint8Array[] = [];
  length = 0;

  /** @returns the number of its accessor. */
  add(
    data: Float32Array | Uint32Array | Uint16Array,
    told: { componentType: number; type: string; count: number; target: number; stride?: number } & Record<
      string,
      unknown
    >,
  ): number {
    const { target, stride, ...accessor } = told;
    const view = {
      buffer: 0 as const,
      byteOffset: this.length,
      byteLength: data.byteLength,
      target,
      ...(stride ? { byteStride: stride } : {}),
    };
    this.accessors.push({ bufferView: this.views.push(view) - 1, ...accessor });
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    const padding = (4 - (bytes.length % 4)) % 4;
    this.chunks.push(bytes, new Uint8Array(padding));
    this.length += bytes.length + padding;
    if (this.length > MOST_BYTES) throw new NotWritten('tooLarge', { bytes: this.length, most: MOST_BYTES });
    return this.accessors.length - 1;
  }
}

function extent(positions: Float32Array): { min: number[]; max: number[] } {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 1) {
    const value = positions[at] ?? 0;
    const axis = at % 3;
    if (value < (min[axis] ?? 0)) min[axis] = value;
    if (value > (max[axis] ?? 0)) max[axis] = value;
  }
  return { min, max };
}

/** Four numbers for each corner, as alignment wants it; of light a byte could not tell dark colours apart. */
function asLight(colours: Uint8Array): Uint16Array<ArrayBuffer> {
  const wide = new Uint16Array((colours.length / 3) * 4).fill(65_535);
  for (let corner = 0; corner < colours.length / 3; corner += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      // A file's corners carry linear light; the model's are as a screen shows them.
      wide[corner * 4 + channel] = Math.round(65_535 * linear((colours[corner * 3 + channel] ?? 0) / 255));
    }
  }
  return wide;
}

/** sRGB to linear light (IEC 61966-2-1). */
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function primitiveOf(
  { positions: millimetres, triangles, normals, colours }: Mesh,
  buffers: Buffers,
): Record<string, unknown> {
  const positions = millimetres.map((value) => value * METRES);
  const count = positions.length / 3;
  const vectors = { componentType: FLOAT, type: 'VEC3', count, target: CORNERS };
  return {
    attributes: {
      POSITION: buffers.add(positions, { ...vectors, ...extent(positions) }),
      ...(normals ? { NORMAL: buffers.add(normals, vectors) } : {}),
      ...(colours
        ? {
            COLOR_0: buffers.add(asLight(colours), {
              componentType: UNSIGNED_SHORT,
              type: 'VEC4',
              normalized: true,
              count,
              target: CORNERS,
            }),
          }
        : {}),
    },
    indices: buffers.add(triangles, {
      componentType: UNSIGNED_INT,
      type: 'SCALAR',
      count: triangles.length,
      target: TRIANGLES,
    }),
  };
}

/** One material for each colour that is told. */
class Materials {
  readonly list: Record<string, unknown>[] = [];
  private readonly known = new Map<string, number>();

  of({ colour, material }: ModelPart): number | null {
    if (!colour) return null;
    const key = `${material ?? ''} ${colour.join(' ')}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const at = this.list.push({
      name: material ?? `rgb ${colour.map((value) => Math.round(value * 255)).join(' ')}`,
      pbrMetallicRoughness: {
        baseColorFactor: [...colour.map(linear), 1],
        metallicFactor: 0,
        roughnessFactor: 0.6,
      },
    });
    this.known.set(key, at - 1);
    return at - 1;
  }
}

/** What a mesh's extras say, so that materials and modules come back with it. */
const extrasOf = ({ material, module, piece, licence }: ModelPart): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ material, module, piece, licence }).filter(
      (each): each is [string, string] => each[1] !== null,
    ),
  );

/** A column-major matrix after the turn to y up. */
const upright = (m: readonly number[]): number[] =>
  m.map((value, at) => (at % 4 === 1 ? (m[at + 1] ?? 0) : at % 4 === 2 ? -(m[at - 1] ?? 0) : value));

/**
 * The model's tree. The scene is the whole, as a file is: what is right below it carries the turn to y up. What occurs
 * once in a leaf stands in the leaf itself.
 */
function nodesOf(model: Model): { nodes: GltfNode[]; tops: number[] } {
  const nodes: GltfNode[] = [];
  const children = new Map<number, number>();
  const inNode = new Map<number, number>();
  for (const { parent } of model.nodes) children.set(parent, (children.get(parent) ?? 0) + 1);
  for (const { node } of model.occurrences) inNode.set(node, (inNode.get(node) ?? 0) + 1);
  const tops: number[] = [];
  const hang = (parent: number, child: number) => {
    const above = nodes[parent - 1];
    if (above) above.children = [...(above.children ?? []), child];
    else tops.push(child);
  };
  for (const { name, id, parent } of model.nodes.slice(1)) {
    const turn = parent === 0 ? { matrix: Y_UP } : {};
    hang(parent, nodes.push({ name, ...turn, ...(id === '' ? {} : { extras: { id } }) }) - 1);
  }
  for (const { part, matrix: inMillimetres, node } of model.occurrences) {
    const inMetres = inMillimetres.map((value, at) => (at >= 12 && at < 15 ? value * METRES : value));
    const leaf = nodes[node - 1];
    const alone = leaf && inNode.get(node) === 1 && !children.has(node);
    const right = alone ? model.nodes[node]?.parent === 0 : node === 0;
    const matrix = right ? upright(inMetres) : inMetres;
    if (alone) Object.assign(leaf, { mesh: part, matrix });
    else hang(node, nodes.push({ name: model.parts[part]?.name ?? '', mesh: part, matrix }) - 1);
  }
  return { nodes, tops };
}

function chunk(kind: number, data: Uint8Array, filler: number): Uint8Array {
  const length = Math.ceil(data.length / 4) * 4;
  const bytes = new Uint8Array(8 + length).fill(filler);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length, true);
  view.setUint32(4, kind, true);
  bytes.set(data, 8);
  return bytes;
}

/** Binary glTF 2.0: metres, y up, the tree with its names, each shape once however often it stands. */
export function glb(model: Model): Uint8Array<ArrayBuffer> {
  const buffers = new Buffers();
  const materials = new Materials();
  const meshes = model.parts.map((part) => {
    const material = materials.of(part);
    const primitive = primitiveOf(part.mesh, buffers);
    return {
      name: part.name,
      primitives: [material === null ? primitive : { ...primitive, material }],
      extras: extrasOf(part),
    };
  });
  const { nodes, tops } = nodesOf(model);
  const told = {
    asset: { version: '2.0', generator: 'Commonwright' },
    scene: 0,
    scenes: [{ name: model.nodes[0]?.name ?? '', nodes: tops }],
    nodes,
    meshes,
    ...(materials.list.length > 0 ? { materials: materials.list } : {}),
    accessors: buffers.accessors,
    bufferViews: buffers.views,
    buffers: [{ byteLength: buffers.length }],
  };
  const json = chunk(0x4e4f534a, new TextEncoder().encode(JSON.stringify(told)), 0x20);
  const binary = chunk(0x004e4942, joinedBytes(buffers.chunks), 0);
  const header = new DataView(new ArrayBuffer(12));
  header.setUint32(0, 0x46546c67, true);
  header.setUint32(4, 2, true);
  header.setUint32(8, 12 + json.length + binary.length, true);
  return joinedBytes([new Uint8Array(header.buffer), json, binary]);
}
