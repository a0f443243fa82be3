import type { Material } from '../modules/materials.ts';

/** Triangles of one part, in its own coordinates. Everything may be handed from thread to thread without copying. */
export interface Mesh {
  /** x, y, z of each corner; millimetres. */
  positions: Float32Array<ArrayBuffer>;
  /** Three corners for each triangle, counter-clockwise seen from outside. */
  triangles: Uint32Array<ArrayBuffer>;
  /** Null: flat, each triangle by its own. */
  normals: Float32Array<ArrayBuffer> | null;
  /** Red, green, blue of each corner, 0 to 255; null: one colour for all. */
  colours: Uint8Array<ArrayBuffer> | null;
  /** Sharp edges, as pairs of points; null: nobody looked for them yet. */
  edges: Float32Array<ArrayBuffer> | null;
}

/** One shape, however often it stands in a model. */
export interface ModelPart {
  /** The same for the same shape through changes of a model: what was drawn for it once may be kept. */
  key: string;
  name: string;
  mesh: Mesh;
  /** The same without its small holes, to be drawn far away among thousands; missing: there is nothing to leave out. */
  coarse?: Mesh;
  /** Red, green and blue, 0 to 1, as a file says them; null: nobody said. */
  colour: readonly [number, number, number] | null;
  material: Material | null;
  /** The module of the construction set that it belongs to. */
  module: string | null;
  /** The piece of that module. */
  piece: string | null;
  /** SPDX expression, where the part comes from a design. */
  licence: string | null;
  /** Whether it encloses a volume; null: nobody looked yet. */
  closed: boolean | null;
  /** Cubic millimetres; null where it is not closed. */
  volume: number | null;
}

/** One part where it stands. */
export interface Occurrence {
  /** Which of the model's parts. */
  part: number;
  /** Column-major 4 × 4, millimetres; may mirror. */
  matrix: readonly number[];
  /** The node of the tree that it belongs to: a leaf. */
  node: number;
}

/** A level of what the model is made of: an assembly, an instance, a body. */
export interface ModelNode {
  /** Of instances the id in the content, below it with slashes; of files a path of names. Unique in the model. */
  id: string;
  name: string;
  /** Which of the model's nodes is above it; -1: it is the whole. Always smaller than its own number. */
  parent: number;
  /** The top instance of the content that it belongs to; null in files. */
  instance: string | null;
  /** The line of the parts list, and the step in which it is fitted. */
  line: string | null;
  step: string | null;
}

/** What is looked at: shapes, where they stand, and how they belong together. The first node is the whole. */
export interface Model {
  parts: ModelPart[];
  occurrences: Occurrence[];
  nodes: ModelNode[];
}

/** What moves from thread to thread with a model, rather than being copied: each once, also where parts share it. */
export function buffersOf({ parts }: Model): ArrayBuffer[] {
  const meshes = parts.flatMap(({ mesh, coarse }) => (coarse ? [mesh, coarse] : [mesh]));
  const buffers = meshes.flatMap((mesh) =>
    [mesh.positions, mesh.triangles, mesh.normals, mesh.colours, mesh.edges].flatMap((each) =>
      each ? [each.buffer] : [],
    ),
  );
  return [...new Set(buffers)];
}
