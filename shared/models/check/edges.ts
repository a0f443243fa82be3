import { type Surface, tableSize } from './surface.ts';

/** How the triangles of a surface meet. A side is one triangle's edge: `3 * triangle + (0, 1, 2)`. */
export interface Edges {
  /** For each side the one on the other side of its edge; -1: there is none, or there are several. */
  opposite: Int32Array;
  /** Edges with one triangle only. */
  open: number;
  /** Edges with more than two. */
  crowded: number;
  /** Edges whose two triangles do not look to the same side of the surface. */
  against: number;
  /** For each triangle the number of its shell, from 0: what hangs together over edges. */
  shellOf: Int32Array;
  shells: number;
}

export function edgesOf({ positions, triangles }: Surface): Edges {
  const sides = triangles.length;
  const corners = positions.length / 3;
  const mask = tableSize(sides / 2) - 1;
  // Both ends of an edge as one number, which stays exact below 2^53; 0 is empty, so that all are one more.
  const keys = new Float64Array(mask + 1);
  const first = new Int32Array(mask + 1);
  const seen = new Uint8Array(mask + 1);
  const slotOf = new Int32Array(sides);
  const opposite = new Int32Array(sides).fill(-1);
  const shells = new Shells(sides / 3);
  for (let side = 0; side < sides; side += 1) {
    const a = triangles[side] ?? 0;
    const b = triangles[side % 3 === 2 ? side - 2 : side + 1] ?? 0;
    const [low, high] = a < b ? [a, b] : [b, a];
    const key = low * corners + high + 1;
    let slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    slotOf[side] = slot;
    if (keys[slot] === 0) {
      keys[slot] = key;
      first[slot] = side;
    }
    const before = seen[slot] ?? 0;
    if (before === 1) {
      opposite[side] = first[slot] ?? -1;
      opposite[first[slot] ?? 0] = side;
    }
    if (before > 0) shells.join(Math.floor(side / 3), Math.floor((first[slot] ?? 0) / 3));
    if (before < 3) seen[slot] = before + 1;
  }
  let [open, crowded, against] = [0, 0, 0];
  for (let side = 0; side < sides; side += 1) {
    const slot = slotOf[side] ?? 0;
    const count = seen[slot] ?? 0;
    if (count > 2) opposite[side] = -1;
    if (first[slot] !== side) continue;
    if (count === 1) open += 1;
    else if (count > 2) crowded += 1;
    else if (triangles[side] === triangles[opposite[side] ?? 0]) against += 1;
  }
  return { opposite, open, crowded, against, ...shells.numbered() };
}

/** Which triangles hang together. */
class Shells {
  private readonly above: Int32Array;

  constructor(count: number) {
    this.above = Int32Array.from({ length: count }, (_, n) => n);
  }

  private topOf(triangle: number): number {
    let top = triangle;
    while (this.above[top] !== top) {
      const next = this.above[this.above[top] ?? top] ?? top;
      this.above[top] = next;
      top = next;
    }
    return top;
  }

  join(one: number, other: number): void {
    this.above[this.topOf(one)] = this.topOf(other);
  }

  numbered(): Pick<Edges, 'shellOf' | 'shells'> {
    const shellOf = new Int32Array(this.above.length).fill(-1);
    const numbers = new Map<number, number>();
    for (let triangle = 0; triangle < shellOf.length; triangle += 1) {
      const top = this.topOf(triangle);
      const number = numbers.get(top) ?? numbers.size;
      numbers.set(top, number);
      shellOf[triangle] = number;
    }
    return { shellOf, shells: numbers.size };
  }
}
