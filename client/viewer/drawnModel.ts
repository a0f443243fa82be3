import { Group } from 'three';
import type { Model } from '../../shared/models/model.ts';
import { type Box, boxesOfOccurrences, emptyBox, enclose } from './bounds.ts';
import { coloursOf, type LegendEntry, type Shade } from './colours.ts';
import { type Exploder, exploderOf } from './explode.ts';
import { type KeptPart, keepPart, PartBatch, type Uniforms } from './partBatch.ts';
import type { ColourBy, Explosion } from './viewState.ts';
import { HIDDEN } from './visibility.ts';

/** Work on a model goes on for so long before the page has its turn, milliseconds. */
const SLICE = 10;
/** So many vertices of outlines, over all places, at most: beyond it only sharp edges are drawn. */
const MOST_OUTLINE_VERTICES = 3_000_000;

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
  #exploder: Exploder | null = null;
  readonly #steps: readonly string[];

  constructor(model: Model, kept: ReadonlyMap<string, KeptPart>, shared: Uniforms, steps: readonly string[]) {
    this.model = model;
    this.kept = kept;
    this.#steps = steps;
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
    this.#batches = model.parts.map((part, index) => {
      const shape = kept.get(part.key);
      const places = matrices[index] ?? [];
      if (!shape || places.length === 0) return null;
      const batch = new PartBatch(shape, places, shared, index);
      this.group.add(batch.mesh);
      return batch;
    });
    this.group.matrixAutoUpdate = false;
  }

  get exploder(): Exploder {
    this.#exploder ??= exploderOf(this.model, this.#steps);
    return this.#exploder;
  }

  explode(explosion: Explosion): void {
    if (explosion.amount === 0 && !this.#exploder) return;
    this.offsets = this.exploder.offsets(explosion);
    this.model.occurrences.forEach(({ part }, index) => {
      this.#batches[part]?.moveTo(this.#places[index] ?? 0, this.offsets, index * 3);
    });
  }

  mark(marks: Uint8Array): void {
    this.marks = marks;
    this.model.occurrences.forEach(({ part, node }, index) => {
      this.#batches[part]?.mark(this.#places[index] ?? 0, (marks[node] ?? 0) | (this.worn[index] ?? 0));
    });
  }

  /** Bits and a colour (0 to 255) of one occurrence, over what holds for its node and its part. */
  wear(occurrence: number, bits: number, red: number, green: number, blue: number): void {
    const own = this.model.occurrences[occurrence];
    const batch = own && this.#batches[own.part];
    if (!own || !batch) return;
    const place = this.#places[occurrence] ?? 0;
    this.worn[occurrence] = bits;
    const at = occurrence * 4;
    this.#tints[at] = red;
    this.#tints[at + 1] = green;
    this.#tints[at + 2] = blue;
    this.#tints[at + 3] = 1;
    batch.mark(place, (this.marks[own.node] ?? 0) | bits);
    batch.tint(place, red, green, blue);
  }

  colour(by: ColourBy, shade: Shade): LegendEntry[] {
    const { ofParts, legend } = coloursOf(this.model, by, shade);
    ofParts.forEach((colour, part) => {
      this.#batches[part]?.colour(colour);
    });
    this.model.occurrences.forEach(({ part }, index) => {
      const [red = 0, green = 0, blue = 0, has = 0] = this.#tints.subarray(index * 4, index * 4 + 4);
      if (has) this.#batches[part]?.tint(this.#places[index] ?? 0, red, green, blue);
    });
    return legend;
  }

  drawEdges(edges: boolean): void {
    let outlines = 0;
    for (const { part } of this.model.occurrences) {
      const packed = this.kept.get(this.model.parts[part]?.key ?? '')?.packed;
      if (packed) outlines += ((packed.indices.length - packed.sharpEnd) / 6) * 4;
    }
    for (const batch of this.#batches) batch?.drawEdges(edges, outlines <= MOST_OUTLINE_VERTICES);
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
    this.model.parts.forEach(({ key }, index) => {
      this.#batches[index]?.dispose(shapes.get(key) === undefined || shapes.get(key) !== this.kept.get(key));
    });
  }
}

/**
 * The shapes of a model, those of before where the key is the same. Takes turns with the page.
 * @param given up when this says so. @returns null: given up.
 */
export async function keepParts(
  model: Model,
  before: ReadonlyMap<string, KeptPart>,
  givenUp: () => boolean,
): Promise<Map<string, KeptPart> | null> {
  const kept = new Map<string, KeptPart>();
  let since = performance.now();
  for (const part of model.parts) {
    if (kept.has(part.key)) continue;
    kept.set(part.key, before.get(part.key) ?? keepPart(part));
    if (performance.now() - since < SLICE) continue;
    await pageHadItsTurn();
    if (givenUp()) return null;
    since = performance.now();
  }
  return kept;
}

const pageHadItsTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
