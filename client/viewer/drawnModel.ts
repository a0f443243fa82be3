import { Group } from 'three';
import type { Model } from '../../shared/models/model.ts';
import { type Box, boxesOfOccurrences, emptyBox, enclose } from './bounds.ts';
import { type Colour, coloursOf, type LegendEntry, type Shade } from './colours.ts';
import { MANY_VERTICES, seenLarge } from './detail.ts';
import { type Exploder, exploderOf } from './explode.ts';
import type { Eye } from './eye.ts';
import { type KeptPart, PartBatch, type Uniforms } from './partBatch.ts';
import type { ColourBy, Explosion } from './viewState.ts';
import { HIDDEN } from './visibility.ts';

/** So many vertices of outlines, over all places, at most: beyond it only sharp edges are drawn. */
const MOST_OUTLINE_VERTICES = 3_000_000;

/** Where an occurrence stands among those that one call draws. */
interface Drawn {
  batch: PartBatch;
  place: number;
}

/** A model on the screen: what is drawn, and where everything stands now. */
export class DrawnModel {
  readonly group = new Group();
  readonly model: Model;
  readonly kept: ReadonlyMap<string, KeptPart>;
  /** Six numbers for each occurrence, where it belongs. */
  readonly boxes: Float64Array;
  /** Three for each occurrence: how far it stands from there. */
  offsets: Float32Array;
  /** Bits for each node. */
  marks: Uint8Array;
  /** Bits for each occurrence, which hold whatever is said of its node. */
  readonly worn: Uint8Array;
  /** Red, green, blue of each occurrence that has a colour of its own, and whether it has. */
  readonly #tints: Uint8Array;
  readonly #batches: (PartBatch | null)[];
  /** Of each occurrence its place in the batch of its part. */
  readonly #places: Uint32Array;
  /** So much stands there that what is far away is drawn without its small holes. */
  readonly isCoarse: boolean;
  /** Those that are near, with all their holes, in place of their coarse ones. */
  #fine: ReadonlyMap<number, Drawn> = new Map();
  readonly #shared: Uniforms;
  #colours: readonly Colour[] = [];
  #edges = true;
  #exploder: Exploder | null = null;
  readonly #steps: readonly string[];

  constructor(model: Model, kept: ReadonlyMap<string, KeptPart>, shared: Uniforms, steps: readonly string[]) {
    this.model = model;
    this.kept = kept;
    this.#steps = steps;
    this.#shared = shared;
    this.boxes = boxesOfOccurrences(model);
    this.offsets = new Float32Array(model.occurrences.length * 3);
    this.marks = new Uint8Array(model.nodes.length);
    this.worn = new Uint8Array(model.occurrences.length);
    this.#tints = new Uint8Array(model.occurrences.length * 4);
    this.#places = new Uint32Array(model.occurrences.length);
    const matrices: (readonly number[])[][] = model.parts.map(() => []);
    model.occurrences.forEach(({ part, matrix }, index) => {
      const ofPart = matrices[part];
      if (ofPart) this.#places[index] = ofPart.push(matrix) - 1;
    });
    const vertices = model.parts.reduce(
      (sum, _, part) =>
        sum + ((this.keptOf(part)?.packed.positions.length ?? 0) / 3) * (matrices[part]?.length ?? 0),
      0,
    );
    this.isCoarse = vertices > MANY_VERTICES;
    this.#batches = model.parts.map((_, index) => {
      const shape = this.keptOf(index);
      const places = matrices[index] ?? [];
      if (!shape || places.length === 0) return null;
      const seen = this.isCoarse ? (shape.coarse ?? shape) : shape;
      const batch = new PartBatch(seen, places, shared, index);
      this.group.add(batch.mesh);
      return batch;
    });
    this.group.matrixAutoUpdate = false;
  }

  get exploder(): Exploder {
    this.#exploder ??= exploderOf(this.model, this.#steps);
    return this.#exploder;
  }

  keptOf = (part: number): KeptPart | undefined => this.kept.get(this.model.parts[part]?.key ?? '');

  explode(explosion: Explosion): void {
    if (explosion.amount === 0 && !this.#exploder) return;
    this.offsets = this.exploder.offsets(explosion);
    this.model.occurrences.forEach((_, index) => {
      for (const { batch, place } of this.#drawn(index)) batch.moveTo(place, this.offsets, index * 3);
    });
  }

  mark(marks: Uint8Array): void {
    this.marks = marks;
    this.model.occurrences.forEach((_, index) => {
      this.#mark(index);
    });
  }

  /** Bits and a colour (0 to 255) of one occurrence, over what holds for its node and its part. */
  wear(occurrence: number, bits: number, red: number, green: number, blue: number): void {
    if (!this.model.occurrences[occurrence]) return;
    this.worn[occurrence] = bits;
    this.#tints.set([red, green, blue, 1], occurrence * 4);
    this.#mark(occurrence);
    this.#tint(occurrence);
  }

  colour(by: ColourBy, shade: Shade): LegendEntry[] {
    const { ofParts, legend } = coloursOf(this.model, by, shade);
    this.#colours = ofParts;
    ofParts.forEach((colour, part) => {
      this.#batches[part]?.colour(colour);
    });
    for (const [index, { batch }] of this.#fine) {
      const colour = ofParts[this.model.occurrences[index]?.part ?? -1];
      if (colour) batch.colour(colour);
    }
    this.model.occurrences.forEach((_, index) => {
      this.#tint(index);
    });
    return legend;
  }

  drawEdges(edges: boolean): void {
    this.#edges = edges;
    for (const batch of this.#batches) batch?.drawEdges(edges ? this.#lines() : 'none');
    for (const { batch } of this.#fine.values()) batch.drawEdges(edges ? 'all' : 'none');
  }

  /** Which edges of so many things can be drawn. */
  #lines(): 'long' | 'sharp' | 'all' {
    if (this.isCoarse) return 'long';
    let outlines = 0;
    for (const { part } of this.model.occurrences) {
      const packed = this.keptOf(part)?.packed;
      if (packed) outlines += ((packed.indices.length - packed.sharpEnd) / 6) * 4;
    }
    return outlines <= MOST_OUTLINE_VERTICES ? 'all' : 'sharp';
  }

  /** Draws what is near with all its holes, and what was near before without them. @returns whether anything changed. */
  refine(eye: Eye, orthographic: boolean, size: { width: number; height: number }): boolean {
    if (!this.isCoarse) return false;
    const near = seenLarge(this, eye, orthographic, size);
    const before = this.#fine;
    if (near.length === before.size && near.every((index) => before.has(index))) return false;
    this.#fine = this.#drawnFine(near);
    for (const { batch } of new Set(before.values())) {
      this.group.remove(batch.mesh);
      batch.dispose(false);
    }
    for (const index of new Set([...before.keys(), ...near])) this.#mark(index);
    return true;
  }

  #drawnFine(near: readonly number[]): Map<number, Drawn> {
    const fine = new Map<number, Drawn>();
    for (const [part, indices] of Map.groupBy(near, (index) => this.model.occurrences[index]?.part ?? -1)) {
      const kept = this.keptOf(part);
      if (!kept) continue;
      const matrices = indices.map((index) => this.model.occurrences[index]?.matrix ?? []);
      const batch = new PartBatch(kept, matrices, this.#shared, part);
      const colour = this.#colours[part];
      if (colour) batch.colour(colour);
      batch.drawEdges(this.#edges ? 'all' : 'none');
      indices.forEach((index, place) => {
        fine.set(index, { batch, place });
        batch.moveTo(place, this.offsets, index * 3);
      });
      this.group.add(batch.mesh);
    }
    this.#fine = fine;
    for (const index of near) this.#tint(index);
    return fine;
  }

  /** Wherever an occurrence is drawn, seen or not. */
  #drawn(index: number): Drawn[] {
    const batch = this.#batches[this.model.occurrences[index]?.part ?? -1];
    const fine = this.#fine.get(index);
    const usual = batch ? [{ batch, place: this.#places[index] ?? 0 }] : [];
    return fine ? [...usual, fine] : usual;
  }

  #mark(index: number): void {
    const own = this.model.occurrences[index];
    const batch = own && this.#batches[own.part];
    if (!own || !batch) return;
    const bits = (this.marks[own.node] ?? 0) | (this.worn[index] ?? 0);
    const fine = this.#fine.get(index);
    batch.mark(this.#places[index] ?? 0, fine ? bits | HIDDEN : bits);
    fine?.batch.mark(fine.place, bits);
  }

  #tint(index: number): void {
    const [red = 0, green = 0, blue = 0, has = 0] = this.#tints.subarray(index * 4, index * 4 + 4);
    if (has) for (const { batch, place } of this.#drawn(index)) batch.tint(place, red, green, blue);
  }

  /** The colour of one occurrence: its own, else that of its part, with what a file says of its first corner. */
  colourOf(occurrence: number): Colour {
    const [red = 0, green = 0, blue = 0, has = 0] = this.#tints.subarray(occurrence * 4, occurrence * 4 + 4);
    const part = this.model.occurrences[occurrence]?.part ?? -1;
    const [r, g, b] = has ? [red / 255, green / 255, blue / 255] : (this.#colours[part] ?? [1, 1, 1]);
    const corners = this.model.parts[part]?.mesh.colours;
    const share = (at: number) => (corners?.[at] ?? 255) / 255;
    return [r * share(0), g * share(1), b * share(2)];
  }

  /** All bits that hold for one occurrence. */
  marksOf(occurrence: number): number {
    return (this.marks[this.model.occurrences[occurrence]?.node ?? -1] ?? 0) | (this.worn[occurrence] ?? 0);
  }

  /** It has an inside, as far as anybody knows. */
  isSolid(occurrence: number): boolean {
    return this.model.parts[this.model.occurrences[occurrence]?.part ?? -1]?.closed !== false;
  }

  /** What of it is to be seen, where it stands now; `chosen` by the bits of its node. */
  boxWhere(chosen: (marks: number) => boolean): Box {
    const box = emptyBox();
    const own = new Float64Array(6);
    this.model.occurrences.forEach(({ node }, index) => {
      if (!chosen(this.marks[node] ?? 0)) return;
      for (let at = 0; at < 6; at += 1) {
        own[at] = (this.boxes[index * 6 + at] ?? 0) + (this.offsets[index * 3 + (at % 3)] ?? 0);
      }
      enclose(box, own);
    });
    return box;
  }

  /** All that is not hidden. */
  seen(): Box {
    return this.boxWhere((marks) => (marks & HIDDEN) === 0);
  }

  /** @param shapes that something else goes on with. */
  dispose(shapes: ReadonlyMap<string, KeptPart>): void {
    for (const { batch } of this.#fine.values()) batch.dispose(false);
    this.model.parts.forEach(({ key }, index) => {
      this.#batches[index]?.dispose(shapes.get(key) === undefined || shapes.get(key) !== this.kept.get(key));
    });
  }
}
