import {
  BufferAttribute,
  DoubleSide,
  GLSL3,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type IUniform,
  Mesh,
  RawShaderMaterial,
} from 'three';
import type { ModelPart } from '../../shared/models/model.ts';
import { boxOfMesh, radiusOf } from './bounds.ts';
import type { Colour } from './colours.ts';
import { type PackedPart, packPart } from './packing.ts';
import { mirrors, type Target, targetOf } from './picking.ts';
import { FRAGMENT, VERTEX } from './shaders.ts';
import { GHOSTED, HIDDEN, HOVERED, SELECTED } from './visibility.ts';

export type Uniforms = Record<string, IUniform>;

/** What is kept of a part as long as something shows it. */
export interface KeptPart {
  part: ModelPart;
  packed: PackedPart;
  radius: number;
  attributes: ReadonlyMap<string, BufferAttribute>;
  index: BufferAttribute;
  /** Without its small holes; null: there are none. */
  coarse: KeptPart | null;
  /** Made when it is first pressed on. */
  target(): Target;
}

export function keepPart(
  part: ModelPart,
  packed = packPart(part.mesh),
  radius = radiusOf(boxOfMesh(part.mesh)) || 1,
): KeptPart {
  const attributes = new Map([['position', new BufferAttribute(packed.positions, 3)]]);
  const add = (
    name: string,
    array: Int8Array | Uint8Array | Float32Array | null,
    size: number,
    whole = false,
  ) => {
    if (array) attributes.set(name, new BufferAttribute(array, size, whole));
  };
  add('end', packed.ends, 3);
  add('kind', packed.kinds, 4);
  add('normalOne', packed.normalsOne, 4, true);
  add('normalOther', packed.normalsOther, 4, true);
  add('tint', packed.colours, 4, true);
  add('shading', packed.shading, 4, true);
  let target: Target | null = null;
  const { coarse, ...rest } = part;
  return {
    part,
    coarse: coarse ? keepPart({ ...rest, mesh: coarse }) : null,
    packed,
    radius,
    attributes,
    index: new BufferAttribute(packed.indices, 1),
    target: () => {
      target ??= targetOf(part.mesh);
      return target;
    },
  };
}

const bit = (marks: number, mask: number): number => (marks & mask ? 1 : 0);

/** All places of one part: one call draws its faces and edges. */
export class PartBatch {
  readonly mesh: Mesh<InstancedBufferGeometry, RawShaderMaterial>;
  readonly #kept: KeptPart;
  readonly #offset: InstancedBufferAttribute;
  readonly #state: InstancedBufferAttribute;
  readonly #colour: InstancedBufferAttribute;

  /** @param matrices of each place, column-major. @param number of the part in its model. */
  constructor(kept: KeptPart, matrices: readonly (readonly number[])[], shared: Uniforms, number: number) {
    this.#kept = kept;
    const count = matrices.length;
    const geometry = new InstancedBufferGeometry();
    for (const [name, attribute] of kept.attributes) geometry.setAttribute(name, attribute);
    geometry.setIndex(kept.index);
    const rows = [0, 1, 2].map((row) => {
      const array = new Float32Array(count * 4);
      matrices.forEach((matrix, place) => {
        for (let column = 0; column < 4; column += 1)
          array[place * 4 + column] = matrix[column * 4 + row] ?? 0;
      });
      return new InstancedBufferAttribute(array, 4);
    });
    ['rowX', 'rowY', 'rowZ'].forEach((name, row) => {
      const attribute = rows[row];
      if (attribute) geometry.setAttribute(name, attribute);
    });
    this.#offset = new InstancedBufferAttribute(new Float32Array(count * 4), 4);
    matrices.forEach((matrix, place) => {
      this.#offset.setW(place, mirrors(matrix) ? -1 : 1);
    });
    this.#state = new InstancedBufferAttribute(new Uint8Array(count * 4), 4);
    this.#colour = new InstancedBufferAttribute(new Uint8Array(count * 4).fill(255), 4, true);
    geometry.setAttribute('offset', this.#offset);
    geometry.setAttribute('state', this.#state);
    geometry.setAttribute('colour', this.#colour);
    geometry.instanceCount = count;
    const material = new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
      side: DoubleSide,
      uniforms: {
        ...shared,
        partRadius: { value: kept.radius },
        capped: { value: kept.part.closed === false ? 0 : 1 },
        tinted: { value: kept.packed.colours ? 1 : 0 },
        shaded: { value: kept.packed.shading ? 1 : 0 },
        hatchSide: { value: number % 2 === 0 ? 1 : -1 },
      },
    });
    this.mesh = new Mesh(geometry, material);
    this.mesh.frustumCulled = false;
    this.mesh.matrixAutoUpdate = false;
  }

  /** How far place `place` stands from where it belongs. */
  moveTo(place: number, offsets: Float32Array, at: number): void {
    this.#offset.setXYZ(place, offsets[at] ?? 0, offsets[at + 1] ?? 0, offsets[at + 2] ?? 0);
    this.#offset.needsUpdate = true;
  }

  mark(place: number, marks: number): void {
    this.#state.setXYZW(
      place,
      bit(marks, HIDDEN),
      bit(marks, GHOSTED),
      bit(marks, SELECTED),
      bit(marks, HOVERED),
    );
    this.#state.needsUpdate = true;
  }

  colour([red, green, blue]: Colour): void {
    const { array } = this.#colour;
    for (let at = 0; at < array.length; at += 4) {
      array[at] = Math.round(red * 255);
      array[at + 1] = Math.round(green * 255);
      array[at + 2] = Math.round(blue * 255);
    }
    this.#colour.needsUpdate = true;
  }

  /** One place alone; 0 to 255. */
  tint(place: number, red: number, green: number, blue: number): void {
    const { array } = this.#colour;
    array[place * 4] = red;
    array[place * 4 + 1] = green;
    array[place * 4 + 2] = blue;
    this.#colour.needsUpdate = true;
  }

  /** Which lines are drawn: none, the long ones, all sharp edges, or the outlines of round things too. */
  drawEdges(edges: 'none' | 'long' | 'sharp' | 'all'): void {
    const { facesEnd, longEnd, sharpEnd, indices } = this.#kept.packed;
    const end = { none: facesEnd, long: longEnd, sharp: sharpEnd, all: indices.length }[edges];
    this.mesh.geometry.setDrawRange(0, end);
  }

  /** @param shape also what other places of the same part would draw. */
  dispose(shape: boolean): void {
    const { geometry, material } = this.mesh;
    if (!shape) {
      // What other batches go on with is not given back with this one.
      for (const name of this.#kept.attributes.keys()) geometry.deleteAttribute(name);
      geometry.setIndex(null);
    }
    geometry.dispose();
    material.dispose();
  }
}
