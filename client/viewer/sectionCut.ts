import {
  BufferAttribute,
  BufferGeometry,
  DoubleSide,
  GLSL3,
  Mesh,
  NotEqualStencilFunc,
  RawShaderMaterial,
  ReplaceStencilOp,
  type Scene,
} from 'three';
import type { ModelPart } from '../../shared/models/model.ts';
import { filled } from './cutFill.ts';
import { type Cut, cutsOf, sizeOfThing } from './cutLines.ts';
import type { DrawnModel } from './drawnModel.ts';
import { packPart } from './packing.ts';
import { keepPart, PartBatch, type Uniforms } from './partBatch.ts';
import { CAP_FRAGMENT, CAP_VERTEX } from './shaders.ts';
import type { Plane } from './sight.ts';
import { HOVERED, SELECTED } from './visibility.ts';

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

/** Corners of a cap that belong to one thing. */
interface Stretch {
  occurrence: number;
  /** Corners: the first, and how many. */
  from: number;
  count: number;
}

/** What a section plane cuts: filled, with ink around it. */
export class SectionCut {
  readonly #scene: Scene;
  readonly #uniforms: Uniforms;
  #lines: PartBatch | null = null;
  #caps: Mesh<BufferGeometry, RawShaderMaterial> | null = null;
  #stretches: readonly Stretch[] = [];

  constructor(scene: Scene, uniforms: Uniforms) {
    this.#scene = scene;
    this.#uniforms = uniforms;
  }

  /** @param radius of the whole, millimetres. @param edges whether ink is asked for. */
  follow(drawn: DrawnModel | null, plane: Plane | null, radius: number, edges: boolean): void {
    this.dispose();
    if (!drawn || !plane) return;
    const cuts = cutsOf(drawn, plane, radius);
    if (edges) this.#outline(cuts, radius);
    this.#fill(drawn, plane, cuts);
  }

  #outline(cuts: readonly Cut[], radius: number): void {
    const points = new Float32Array(cuts.reduce((sum, { lines }) => sum + lines.length, 0));
    if (points.length === 0) return;
    let at = 0;
    for (const { lines } of cuts) {
      points.set(lines, at);
      at += lines.length;
    }
    const normals = new Float32Array(points.length);
    const packed = packPart(LINES.mesh, { points, normals, sharp: points.length / 6 });
    this.#lines = new PartBatch(keepPart(LINES, packed, radius), [WHERE_IT_IS], this.#uniforms, 0);
    this.#scene.add(this.#lines.mesh);
  }

  /** Where things overlap the first covers each point of the picture, so the smallest come first. */
  #fill(drawn: DrawnModel, plane: Plane, cuts: readonly Cut[]): void {
    const corners: number[] = [];
    const stretches: Stretch[] = [];
    const bySize = cuts
      .filter(({ occurrence }) => drawn.isSolid(occurrence))
      .map((cut) => ({ ...cut, size: sizeOfThing(drawn.boxes, cut.occurrence) }))
      .sort((one, other) => one.size - other.size || one.occurrence - other.occurrence);
    for (const { occurrence, lines } of bySize) {
      const own = filled(lines, plane);
      // The shader hatches what is seen of its inside instead.
      if (!own || own.length === 0) continue;
      stretches.push({ occurrence, from: corners.length / 3, count: own.length / 3 });
      for (const value of own) corners.push(value);
    }
    if (corners.length === 0) return;
    const count = corners.length / 3;
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(corners), 3));
    geometry.setAttribute('skin', new BufferAttribute(new Uint8Array(count * 4), 4, true));
    geometry.setAttribute('marks', new BufferAttribute(new Uint8Array(count * 4), 4));
    const indices = new Uint32Array((count / 4) * 6);
    for (let place = 0; place * 4 < count; place += 1) {
      const first = place * 4;
      indices.set([first, first + 1, first + 2, first + 2, first + 1, first + 3], place * 6);
    }
    geometry.setIndex(new BufferAttribute(indices, 1));
    const material = new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: CAP_VERTEX,
      fragmentShader: CAP_FRAGMENT,
      side: DoubleSide,
      uniforms: this.#uniforms,
      // All lie in one plane: which is nearer could not be told. Each point of the picture is drawn once.
      stencilWrite: true,
      stencilRef: 1,
      stencilFunc: NotEqualStencilFunc,
      stencilZPass: ReplaceStencilOp,
    });
    this.#caps = new Mesh(geometry, material);
    this.#caps.frustumCulled = false;
    this.#caps.matrixAutoUpdate = false;
    this.#stretches = stretches;
    this.paint(drawn);
    this.#scene.add(this.#caps);
  }

  /** Colours and marks as they are now. */
  paint(drawn: DrawnModel | null): void {
    const skin = this.#caps?.geometry.getAttribute('skin');
    const marks = this.#caps?.geometry.getAttribute('marks');
    if (!drawn || !skin || !marks) return;
    for (const { occurrence, from, count } of this.#stretches) {
      const [red, green, blue] = drawn.colourOf(occurrence);
      const bits = drawn.marksOf(occurrence);
      const part = drawn.model.occurrences[occurrence]?.part ?? 0;
      for (let corner = from; corner < from + count; corner += 1) {
        skin.setXYZ(corner, red, green, blue);
        marks.setXYZ(corner, bits & SELECTED ? 1 : 0, bits & HOVERED ? 1 : 0, part % 2);
      }
    }
    skin.needsUpdate = true;
    marks.needsUpdate = true;
  }

  dispose(): void {
    if (this.#lines) {
      this.#scene.remove(this.#lines.mesh);
      this.#lines.dispose(true);
      this.#lines = null;
    }
    if (!this.#caps) return;
    this.#scene.remove(this.#caps);
    this.#caps.geometry.dispose();
    this.#caps.material.dispose();
    this.#caps = null;
    this.#stretches = [];
  }
}
