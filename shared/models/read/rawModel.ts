import type { Model, ModelNode, Occurrence } from '../model.ts';
import type { ReadUnit } from '../units.ts';

/** A shape as a file has it: in its own unit, perhaps with corners that lead nowhere. */
export interface RawPart {
  name: string;
  positions: Float32Array<ArrayBuffer>;
  triangles: Uint32Array<ArrayBuffer>;
  normals: Float32Array<ArrayBuffer> | null;
  colours: Uint8Array<ArrayBuffer> | null;
  /** sRGB, 0 to 1. */
  colour: readonly [number, number, number] | null;
  /** No two corners stand at the same place. */
  merged?: boolean;
}

/** What the reader of a format hands on: everything in the file's own unit, z upwards. */
export interface RawModel {
  parts: RawPart[];
  nodes: ModelNode[];
  occurrences: Occurrence[];
  /** Null: the file says none. */
  unit: ReadUnit | null;
}

export const IDENTITY: readonly number[] = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** The product of two column-major 4 × 4 matrices: what the second says first. */
export function times(one: readonly number[], other: readonly number[]): number[] {
  const product = new Array<number>(16);
  for (let column = 0; column < 4; column += 1) {
    for (let row = 0; row < 4; row += 1) {
      let sum = 0;
      for (let at = 0; at < 4; at += 1) sum += (one[at * 4 + row] ?? 0) * (other[column * 4 + at] ?? 0);
      product[column * 4 + row] = sum;
    }
  }
  return product;
}

const LONGEST_PATH = 1000;

/** A tree that grows while a file is read; ids are paths of names, told apart by a number where a name comes again. */
export class GrowingTree {
  readonly nodes: ModelNode[] = [];
  readonly #ids = new Map<string, number>();

  /** @returns the new node's number; -1 as `parent` makes the whole. */
  add(name: string, parent: number): number {
    const above = this.nodes[parent];
    // A path of many long names would be longer than the file.
    const isLong = (above?.id.length ?? 0) > LONGEST_PATH;
    const path = isLong
      ? `#${this.nodes.length}`
      : above
        ? `${above.id}/${name.replaceAll('/', '∕')}`
        : name.replaceAll('/', '∕');
    const before = this.#ids.get(path) ?? 0;
    this.#ids.set(path, before + 1);
    const id = before === 0 ? path : `${path}#${before + 1}`;
    return this.nodes.push({ id, name, parent, instance: null, line: null, step: null }) - 1;
  }
}

/** A model of parts that stand where their numbers say, side by side below the whole. */
export function sideBySide(name: string, parts: RawPart[], unit: ReadUnit | null): RawModel {
  const tree = new GrowingTree();
  tree.add(name, -1);
  const occurrences = parts.map((part, index) => ({
    part: index,
    matrix: IDENTITY,
    // One part is the whole.
    node: parts.length === 1 ? 0 : tree.add(part.name, 0),
  }));
  return { parts, nodes: tree.nodes, occurrences, unit };
}

/** Bytes of a model's meshes. */
export const bytesOf = ({ parts }: Model): number =>
  parts.reduce(
    (sum, { mesh }) =>
      sum +
      [mesh.positions, mesh.triangles, mesh.normals, mesh.colours, mesh.edges].reduce(
        (bytes, each) => bytes + (each?.byteLength ?? 0),
        0,
      ),
    0,
  );
