import type { PartLine, PinnedRevision } from '../designs/partLines.ts';
import type { Model, ModelPart } from '../models/model.ts';
import type { Solids } from '../modules/module.ts';
import type { SolvedAssembly } from './assembly.ts';
import { type DrawnPiece, drawnPieces } from './drawnPieces.ts';
import type { InstanceOf } from './instances.ts';
import { derivedId } from './lineIds.ts';
import { IDENTITY, type Matrix, standingMatrix, times } from './matrices.ts';
import { lineOfInstances } from './partLines.ts';
import { ModuleAtValues, SolvedLevel, type StandingInstance } from './standing.ts';

export interface ModelOptions {
  /** What the whole is called. */
  name: string;
  /** The parts list as it is: its lines are named by what they are lines of. */
  parts: readonly PartLine[];
  /** SPDX expression of the assembly itself: it holds for what stands in it and is of no other design. */
  licence: string | null;
  /** SPDX expression of a pinned design. */
  licenceOf(pin: PinnedRevision): string | null;
  /** The model in a file of the design; null: nothing is shown for it. */
  fileModel(of: Extract<InstanceOf, { kind: 'file' }>): Model | null;
  /** Asked before each instance: whether there is no more time to make solids. Then the rest is left out. */
  isEnough(): boolean;
}

const NOTHING_ELSE: ModelOptions = {
  name: '',
  parts: [],
  licence: null,
  licenceOf: () => null,
  fileModel: () => null,
  isEnough: () => false,
};

/** Pieces that one model may show, at most. */
export const MOST_PIECES = 250_000;
/** Lines of its tree, at most: designs that hold nothing have one too. */
const MOST_NODES = 2 * MOST_PIECES;

/** More pieces than can be shown. */
export class TooManyPieces extends Error {
  override name = 'TooManyPieces';
  readonly most = MOST_PIECES;
}

export interface OwnedModel {
  model: Model;
  /** For each occurrence the node of the instance (of a module or a file) that it belongs to. */
  owners: number[];
  /** Whether nothing was left out. */
  isWhole: boolean;
}

/**
 * Everything that stands in an assembly, through all levels, to be looked at. Meshes are made once for the same module
 * at the same values and kept as long as the maker of solids: whoever hands them to another thread copies them.
 * @throws {TooManyPieces} where there are more than `MOST_PIECES`.
 */
export const modelOf = (solved: SolvedAssembly, solids: Solids, options: Partial<ModelOptions> = {}): Model =>
  ownedModelOf(solved, solids, options).model;

export function ownedModelOf(
  solved: SolvedAssembly,
  solids: Solids,
  options: Partial<ModelOptions> = {},
): OwnedModel {
  const whole: ModelOptions = { ...NOTHING_ELSE, ...options };
  const building = new Building(solids, whole);
  if (solved instanceof SolvedLevel) building.whole(solved);
  return { model: building.model, owners: building.owners, isWhole: building.isWhole };
}

/** What all nodes of one top instance share. */
interface Top {
  instance: string;
  line: string | null;
  step: string | null;
}

class Building {
  readonly model: Model;
  readonly owners: number[] = [];
  isWhole = true;
  readonly #solids: Solids;
  readonly #options: ModelOptions;
  readonly #numbers = new Map<string, number>();
  readonly #files = new Map<string, Model>();

  constructor(solids: Solids, options: ModelOptions) {
    this.#solids = solids;
    this.#options = options;
    const nodes = [{ id: '', name: options.name, parent: -1, instance: null, line: null, step: null }];
    this.model = { parts: [], occurrences: [], nodes };
  }

  whole(level: SolvedLevel): void {
    const lineOf = lineOfInstances(level, this.#options.parts);
    for (const stands of level.instances) {
      const { id, step } = stands.instance;
      const top = { instance: id, line: lineOf.get(id) ?? null, step };
      this.#instance(stands, id, 0, IDENTITY, top, this.#options.licence);
    }
  }

  #node(id: string, name: string, parent: number, top: Top, line = top.line): number {
    if (this.model.nodes.length >= MOST_NODES) throw new TooManyPieces(`More than ${MOST_NODES} nodes.`);
    const { instance, step } = top;
    this.model.nodes.push({ id, name, parent, instance, line, step });
    return this.model.nodes.length - 1;
  }

  #instance(
    stands: StandingInstance,
    path: string,
    parent: number,
    outer: Matrix,
    top: Top,
    licence: string | null,
  ): void {
    if (this.#options.isEnough()) {
      this.isWhole = false;
      return;
    }
    const { of, name, at, mirrored, inner, fitting } = stands;
    const node = this.#node(path, name, parent, top);
    const matrix = times(outer, standingMatrix(at, mirrored));
    if (inner) {
      const own = of.kind === 'design' ? this.#options.licenceOf(of) : null;
      for (const each of inner.instances) {
        this.#instance(each, `${path}/${each.instance.id}`, node, matrix, top, own ?? licence);
      }
    } else if (fitting instanceof ModuleAtValues) {
      this.#pieces(drawnPieces(fitting, this.#solids), path, node, matrix, top, licence);
    } else if (of.kind === 'file') {
      const file = this.#options.fileModel(of);
      if (file) this.#file(file, this.#fileKey(of, file, path), path, node, matrix, top, licence);
    }
  }

  #pieces(
    pieces: readonly DrawnPiece[],
    path: string,
    node: number,
    matrix: Matrix,
    top: Top,
    licence: string | null,
  ): void {
    const isOne = pieces.length === 1 && pieces[0]?.places.length === 1;
    for (const { id, part, places } of pieces) {
      const number = this.#part(part, licence);
      // What stands in a design is part of that design's line.
      const hasOwn = pieces.length > 1 && top.line !== null && path === top.instance;
      const line = hasOwn ? derivedId(top.line?.slice(2) ?? '', id) : top.line;
      for (const [index, place] of places.entries()) {
        const pieceId = places.length > 1 ? `${id}.${index + 1}` : id;
        const leaf = isOne ? node : this.#node(`${path}/${pieceId}`, part.name, node, top, line);
        this.#occurrence(number, times(matrix, place), leaf, node);
      }
    }
  }

  #part(part: ModelPart, licence: string | null): number {
    const key = licence === null ? part.key : `${part.key} ${licence}`;
    const before = this.#numbers.get(key);
    if (before !== undefined) return before;
    this.model.parts.push(licence === null ? part : { ...part, key, licence });
    this.#numbers.set(key, this.model.parts.length - 1);
    return this.model.parts.length - 1;
  }

  /** The same for all instances of a file in one unit, so that their shapes are drawn as one. */
  #fileKey(of: Extract<InstanceOf, { kind: 'file' }>, file: Model, path: string): string {
    const key = `${of.unit} ${of.path}`;
    const known = this.#files.get(key);
    this.#files.set(key, known ?? file);
    // Designs within the whole may have other files under the same path.
    return known === undefined || known === file ? key : `${key} ${path}`;
  }

  #file(
    file: Model,
    key: string,
    path: string,
    node: number,
    matrix: Matrix,
    top: Top,
    licence: string | null,
  ): void {
    const numbers = file.parts.map((part) => this.#part({ ...part, key: `${key}/${part.key}` }, licence));
    const nodes: number[] = [];
    for (const [index, { id, name, parent }] of file.nodes.entries()) {
      nodes.push(index === 0 ? node : this.#node(`${path}/${id}`, name, nodes[parent] ?? node, top));
    }
    for (const each of file.occurrences) {
      this.#occurrence(numbers[each.part] ?? 0, times(matrix, each.matrix), nodes[each.node] ?? node, node);
    }
  }

  #occurrence(part: number, matrix: Matrix, node: number, owner: number): void {
    if (this.owners.length >= MOST_PIECES) throw new TooManyPieces(`More than ${MOST_PIECES} pieces.`);
    this.model.occurrences.push({ part, matrix, node });
    this.owners.push(owner);
  }
}
