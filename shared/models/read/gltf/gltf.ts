import type { ReadLimits } from '../../limits.ts';
import type { Beside } from '../beside.ts';
import { nameFrom } from '../byteText.ts';
import { type Findings, refused } from '../findings.ts';
import { GrowingTree, IDENTITY, type RawModel, type RawPart, times } from '../rawModel.ts';
import { Accessors } from './accessors.ts';
import { openGltf } from './container.ts';
import { instancesOf } from './instances.ts';
import { indexIn, type JsonObject, listIn, numbersIn, objectIn, textIn } from './json.ts';
import { hasPacked } from './packed.ts';
import { primitiveFrom } from './primitives.ts';

/** Extensions that change how a surface looks, not what is there; and those that are read. */
const HARMLESS =
  /^(KHR_materials_|KHR_texture_|KHR_lights_|KHR_mesh_quantization|KHR_xmp|EXT_texture_|EXT_mesh_gpu_instancing|MSFT_texture|(EXT|KHR)_meshopt_compression)/;
/** From y upwards to z upwards: x stays, y comes from −z, z from y. Column-major. */
const UPRIGHT: readonly number[] = [1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1];

/**
 * Reads glTF 2.0 of both kinds: the tree with its names, instances, colours of materials and corners; packed by
 * meshoptimizer too, whose decoder comes with the first file that needs it.
 * @throws {CannotBeRead}
 */
export async function readGltf(
  bytes: Uint8Array,
  name: string,
  limits: ReadLimits,
  findings: Findings,
  beside?: Beside,
): Promise<RawModel> {
  const file = openGltf(bytes, beside);
  const { json } = file;
  tellOf(json, findings);
  const unpack = hasPacked(json) ? await (await import('./meshopt.ts')).openMeshopt() : null;
  const accessors = new Accessors(file, limits, unpack);
  const scene = new Scene(json, accessors, limits, findings);
  return scene.read(name);
}

function tellOf(json: JsonObject, findings: Findings): void {
  for (const each of listIn(json.extensionsRequired)) {
    const extension = textIn(each).slice(0, 60);
    if (/draco/i.test(extension)) throw refused('compressed', { name: extension });
    if (!HARMLESS.test(extension))
      findings.tell({ kind: 'extensionNotRead', said: { name: extension } }, extension);
  }
  if (listIn(json.skins).length > 0 || listIn(json.animations).length > 0)
    findings.tell({ kind: 'movementNotShown', said: {} });
}

class Scene {
  readonly #json: JsonObject;
  readonly #accessors: Accessors;
  readonly #limits: ReadLimits;
  readonly #findings: Findings;
  readonly #parts: RawPart[] = [];
  /** Of a mesh that came before, its parts. */
  readonly #meshes = new Map<number, number[]>();
  readonly #tree = new GrowingTree();
  readonly #occurrences: RawModel['occurrences'] = [];
  readonly #visited = new Set<number>();
  #triangles = 0;

  constructor(json: JsonObject, accessors: Accessors, limits: ReadLimits, findings: Findings) {
    this.#json = json;
    this.#accessors = accessors;
    this.#limits = limits;
    this.#findings = findings;
  }

  read(name: string): RawModel {
    const nodes = listIn(this.#json.nodes);
    if (nodes.length > this.#limits.entities)
      throw refused('tooManyEntities', { most: this.#limits.entities });
    const scene = listIn(this.#json.scenes)[indexIn(this.#json.scene) ?? 0];
    this.#tree.add(name, -1);
    for (const root of scene === undefined ? rootsOf(nodes) : listIn(objectIn(scene).nodes))
      this.#node(root, UPRIGHT, 0, 1);
    // A file of meshes alone shows them as they are.
    if (nodes.length === 0)
      for (const index of listIn(this.#json.meshes).keys()) this.#mesh(index, UPRIGHT, 0, 1);
    if (this.#parts.length === 0) throw refused('noTriangles', {});
    return {
      parts: this.#parts,
      nodes: this.#tree.nodes,
      occurrences: this.#occurrences,
      unit: { guessed: 'm', sure: true, why: 'format' },
    };
  }

  #node(index: unknown, above: readonly number[], parent: number, level: number): void {
    const at = indexIn(index);
    const found = at === null ? undefined : listIn(this.#json.nodes)[at];
    if (at === null || found === undefined) throw refused('badReference', { what: 'node', number: at ?? -1 });
    const node = objectIn(found);
    const name =
      nameFrom(textIn(node.name), this.#limits.nameLength) || this.#meshName(node.mesh) || `${at + 1}`;
    // Each node stands once: below itself it would never end.
    if (this.#visited.has(at)) throw refused('circular', { name });
    this.#visited.add(at);
    if (level > this.#limits.levels) throw refused('tooDeep', { most: this.#limits.levels });
    const matrix = times(above, placementOf(node));
    const own = this.#tree.add(name, parent);
    const children = listIn(node.children);
    const mesh = indexIn(node.mesh);
    // What has a shape is a leaf.
    const instances = mesh === null ? null : instancesOf(node, this.#accessors, this.#limits.occurrences);
    if (mesh !== null && instances) {
      const called = this.#meshName(mesh) || name;
      for (const place of instances)
        this.#mesh(mesh, times(matrix, placementOf(place)), this.#tree.add(called, own), level);
    } else if (mesh !== null) {
      const leaf = children.length > 0 ? this.#tree.add(this.#meshName(mesh) || name, own) : own;
      this.#mesh(mesh, matrix, leaf, level);
    }
    for (const child of children) this.#node(child, matrix, own, level + 1);
  }

  #meshName(index: unknown): string {
    const at = indexIn(index);
    if (at === null) return '';
    return nameFrom(textIn(objectIn(listIn(this.#json.meshes)[at]).name), this.#limits.nameLength);
  }

  #mesh(index: number, matrix: readonly number[], node: number, level: number): void {
    let parts = this.#meshes.get(index);
    if (parts === undefined) {
      parts = this.#partsOf(index);
      this.#meshes.set(index, parts);
    }
    const leaf =
      level === 1 && node === 0 ? this.#tree.add(this.#meshName(index) || `${index + 1}`, 0) : node;
    for (const part of parts) this.#occurrences.push({ part, matrix, node: leaf });
    if (this.#occurrences.length > this.#limits.occurrences)
      throw refused('tooManyOccurrences', { most: this.#limits.occurrences });
  }

  #partsOf(index: number): number[] {
    const mesh = listIn(this.#json.meshes)[index];
    if (mesh === undefined) throw refused('badReference', { what: 'mesh', number: index });
    const name = this.#meshName(index) || `${index + 1}`;
    const primitives = listIn(objectIn(mesh).primitives);
    const sources = {
      json: this.#json,
      accessors: this.#accessors,
      limits: this.#limits,
      findings: this.#findings,
    };
    return primitives.flatMap((each) => {
      const primitive = primitiveFrom(objectIn(each), sources);
      if (primitive === null) return [];
      this.#triangles += primitive.triangles.length / 3;
      if (this.#triangles > this.#limits.triangles)
        throw refused('tooManyTriangles', { triangles: this.#triangles, most: this.#limits.triangles });
      if (this.#parts.length >= this.#limits.parts)
        throw refused('tooManyEntities', { most: this.#limits.parts });
      const { material, ...shape } = primitive;
      const own = primitives.length > 1 && material !== '' ? `${name}: ${material}` : name;
      return [this.#parts.push({ ...shape, name: nameFrom(own, this.#limits.nameLength) }) - 1];
    });
  }
}

/** Where no scene is named, what nobody has below it. */
function rootsOf(nodes: readonly unknown[]): number[] {
  const held = new Set(nodes.flatMap((node) => listIn(objectIn(node).children)));
  return [...nodes.keys()].filter((index) => !held.has(index));
}

/** The matrix of a node, from its own or from translation, turn (x, y, z, w) and scale. */
function placementOf(node: JsonObject): readonly number[] {
  const matrix = numbersIn(node.matrix, 16);
  if (matrix) return matrix;
  const [x = 0, y = 0, z = 0, w = 1] = numbersIn(node.rotation, 4) ?? [];
  const [sx = 1, sy = 1, sz = 1] = numbersIn(node.scale, 3) ?? [];
  const [tx = 0, ty = 0, tz = 0] = numbersIn(node.translation, 3) ?? [];
  if (!(node.rotation || node.scale || node.translation)) return IDENTITY;
  return [
    (1 - 2 * (y * y + z * z)) * sx,
    2 * (x * y + z * w) * sx,
    2 * (x * z - y * w) * sx,
    0,
    2 * (x * y - z * w) * sy,
    (1 - 2 * (x * x + z * z)) * sy,
    2 * (y * z + x * w) * sy,
    0,
    2 * (x * z + y * w) * sz,
    2 * (y * z - x * w) * sz,
    (1 - 2 * (x * x + y * y)) * sz,
    0,
    tx,
    ty,
    tz,
    1,
  ];
}
