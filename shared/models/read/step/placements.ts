import { times } from '../rawModel.ts';
import type { Shapes } from './shapes.ts';
import { referenceIn, valuesOf } from './statements.ts';

const STATEMENT =
  /^#(\d+)\s*=\s*(CONTEXT_DEPENDENT_SHAPE_REPRESENTATION|ITEM_DEFINED_TRANSFORMATION|AXIS2_PLACEMENT_3D|CARTESIAN_POINT|DIRECTION)\s*\(/;
const RELATION = /^#(\d+)\s*=\s*\(/;
const MOST_KEPT = 500_000;

/** A column-major 4 × 4, in the file's own unit. */
type Matrix = readonly number[];
type Vector = readonly [number, number, number];

/** From one placement to another, by their numbers. */
interface Transformation {
  one: string;
  other: string;
}

/**
 * Where each part of an assembly stands in what holds it (ISO 10303-43): a usage has a shape, which is related to that of
 * the whole by a transformation from one placement to another. Placements are many and few of them matter, so that they
 * are looked for once it is known which.
 */
export class Placements {
  readonly #usages: { relation: string; shape: string }[] = [];
  readonly #relations = new Map<string, { one: string; other: string; by: string }>();
  readonly #transformations = new Map<string, Transformation>();
  #kept = 0;

  take(statement: string): void {
    if (this.#kept >= MOST_KEPT) return;
    const [head, id = '', type = ''] = STATEMENT.exec(statement) ?? [];
    if (head === undefined) {
      if (RELATION.test(statement) && statement.includes('REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION'))
        this.#relate(statement);
      return;
    }
    if (type === 'CONTEXT_DEPENDENT_SHAPE_REPRESENTATION') {
      const [relation, shape] = valuesOf(statement.slice(head.length));
      this.#usages.push({ relation: referenceIn(relation), shape: referenceIn(shape) });
    } else if (type === 'ITEM_DEFINED_TRANSFORMATION') {
      const [, , one, other] = valuesOf(statement.slice(head.length));
      this.#transformations.set(id, { one: referenceIn(one), other: referenceIn(other) });
    } else return;
    this.#kept += 1;
  }

  /**
   * The matrix of each usage, by its number; those that say none are missing.
   * @param partOf the product definition that a usage places.
   * @param statements the file's, once more each time that it is asked.
   */
  matrices(
    shapes: Shapes,
    partOf: ReadonlyMap<string, string>,
    statements: () => Iterable<string>,
  ): ReadonlyMap<string, Matrix> {
    const found = new Map<string, Matrix>();
    if (this.#transformations.size === 0) return found;
    const axes = new Set([...this.#transformations.values()].flatMap(({ one, other }) => [one, other]));
    const frameOf = framesAmong(axes, statements);
    for (const { relation, shape } of this.#usages) {
      const usage = shapes.ownerOf(shape);
      const part = partOf.get(usage);
      const related = this.#relations.get(relation);
      const way = related && this.#transformations.get(related.by);
      if (part === undefined || !related || !way) continue;
      // Some programs name the whole first, and the part second.
      const own = shapes.representationsOf(part);
      const isTurned = !own.has(related.one) && own.has(related.other);
      const from = frameOf(isTurned ? way.other : way.one);
      const to = frameOf(isTurned ? way.one : way.other);
      if (from && to) found.set(usage, times(to, backwards(from)));
    }
    return found;
  }

  #relate(statement: string): void {
    const [, id = ''] = RELATION.exec(statement) ?? [];
    const relation = /\bREPRESENTATION_RELATIONSHIP\s*\(/.exec(statement);
    const by = /\bREPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION\s*\(\s*#(\d+)/.exec(statement)?.[1];
    if (!relation || by === undefined) return;
    const [, , one, other] = valuesOf(statement.slice(relation.index + relation[0].length));
    this.#relations.set(id, { one: referenceIn(one), other: referenceIn(other), by });
    this.#kept += 1;
  }
}

/** Reads the placements with these numbers, which takes the file twice more: first they, then what they name. */
function framesAmong(
  axes: ReadonlySet<string>,
  statements: () => Iterable<string>,
): (axis: string) => Matrix | null {
  const placements = new Map<string, { point: string; z: string; x: string }>();
  for (const { id, type, values } of chosen('AXIS2_PLACEMENT_3D', axes, statements())) {
    const [, point, z, x] = type === 'AXIS2_PLACEMENT_3D' ? values : [];
    placements.set(id, { point: referenceIn(point), z: referenceIn(z), x: referenceIn(x) });
  }
  const named = new Set([...placements.values()].flatMap(({ point, z, x }) => [point, z, x]));
  const vectors = new Map<string, Vector>();
  for (const { id, values } of chosen('CARTESIAN_POINT|DIRECTION', named, statements())) {
    const vector = vectorIn(values[1]);
    if (vector) vectors.set(id, vector);
  }
  return (axis) => {
    const placement = placements.get(axis);
    const origin = placement && vectors.get(placement.point);
    return placement && origin ? frame(origin, vectors.get(placement.z), vectors.get(placement.x)) : null;
  };
}

function* chosen(types: string, ids: ReadonlySet<string>, statements: Iterable<string>) {
  const pattern = new RegExp(`^#(\\d+)\\s*=\\s*(${types})\\s*\\(`);
  for (const statement of statements) {
    const [head, id = '', type = ''] = pattern.exec(statement) ?? [];
    if (head !== undefined && ids.has(id)) yield { id, type, values: valuesOf(statement.slice(head.length)) };
  }
}

function vectorIn(text = ''): Vector | null {
  const numbers = text
    .replace(/^\(|\)$/g, '')
    .split(',')
    .map(Number);
  const [x, y, z] = numbers;
  return numbers.length === 3 && x !== undefined && y !== undefined && z !== undefined && isReal(numbers)
    ? [x, y, z]
    : null;
}

const isReal = (numbers: readonly number[]): boolean => numbers.every(Number.isFinite);

/** A placement with its axes at right angles; where one is not said it is the world's, as the standard has it. */
function frame(origin: Vector, axis: Vector = [0, 0, 1], reference?: Vector): Matrix | null {
  const z = unit(axis);
  if (!z) return null;
  const near: Vector = Math.abs(z[0]) > 0.999999 ? [0, 1, 0] : [1, 0, 0];
  const x = unit(aside(reference ?? near, z)) ?? unit(aside(near, z));
  if (!x) return null;
  const y = [z[1] * x[2] - z[2] * x[1], z[2] * x[0] - z[0] * x[2], z[0] * x[1] - z[1] * x[0]];
  return [...x, 0, ...y, 0, ...z, 0, ...origin, 1];
}

/** What of a direction lies at right angles to z. */
function aside([a, b, c]: Vector, [x, y, z]: Vector): Vector {
  const along = a * x + b * y + c * z;
  return [a - along * x, b - along * y, c - along * z];
}

function unit([x, y, z]: Vector): Vector | null {
  const length = Math.hypot(x, y, z);
  return length > 1e-9 ? [x / length, y / length, z / length] : null;
}

/** What takes a turn and a shift back. */
export function backwards(matrix: Matrix): number[] {
  const [a = 1, b = 0, c = 0, , d = 0, e = 1, f = 0, , g = 0, h = 0, i = 1, , x = 0, y = 0, z = 0] = matrix;
  return [
    ...[a, d, g, 0],
    ...[b, e, h, 0],
    ...[c, f, i, 0],
    ...[-(a * x + b * y + c * z), -(d * x + e * y + f * z), -(g * x + h * y + i * z), 1],
  ];
}
