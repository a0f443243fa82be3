import type { Scene } from 'three';
import type { ModelPart } from '../../shared/models/model.ts';
import { cutLines, type Standing } from './cutLines.ts';
import { packPart } from './packing.ts';
import { keepPart, PartBatch, type Uniforms } from './partBatch.ts';
import type { Plane } from './sight.ts';

const WHERE_IT_IS = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
const LINES: ModelPart = {
  key: 'cut',
  name: '',
  mesh: {
    positions: new Float32Array(),
    triangles: new Uint32Array(),
    normals: null,
    colours: null,
    edges: null,
  },
  colour: null,
  material: null,
  module: null,
  piece: null,
  licence: null,
  closed: false,
  volume: null,
};

/** The ink around what a section plane cuts. */
export class CutOutline {
  readonly #scene: Scene;
  readonly #uniforms: Uniforms;
  #batch: PartBatch | null = null;

  constructor(scene: Scene, uniforms: Uniforms) {
    this.#scene = scene;
    this.#uniforms = uniforms;
  }

  /** @param radius of the whole, millimetres. */
  follow(drawn: Standing | null, plane: Plane | null, radius: number): void {
    this.dispose();
    if (!drawn || !plane) return;
    const points = cutLines(drawn, plane, radius);
    if (points.length === 0) return;
    const normals = new Float32Array(points.length);
    const packed = packPart(LINES.mesh, { points, normals, sharp: points.length / 6 });
    this.#batch = new PartBatch(keepPart(LINES, packed, radius), [WHERE_IT_IS], this.#uniforms, 0);
    this.#scene.add(this.#batch.mesh);
  }

  dispose(): void {
    if (!this.#batch) return;
    this.#scene.remove(this.#batch.mesh);
    this.#batch.dispose(true);
    this.#batch = null;
  }
}
