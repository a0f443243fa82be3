const scratch = new Float32Array(1);
const scratchBits = new Uint32Array(scratch.buffer);

/** Spreads three patterns of bits over the whole range of 32 bits. */
function mixed(x: number, y: number, z: number): number {
  let hash = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b) ^ Math.imul(z, 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Gathers corners, each only once: two with the same three numbers (of 32 bits) are one. */
export class CornerTable {
  #bits: Uint32Array<ArrayBuffer>;
  #slots: Int32Array<ArrayBuffer>;
  #mask: number;
  count = 0;

  constructor(expected: number) {
    let size = 64;
    while (size < expected * 2) size *= 2;
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    this.#bits = new Uint32Array(Math.max(16, expected) * 3);
  }

  /** Takes numbers. @returns the corner's index. */
  add(x: number, y: number, z: number): number {
    scratch[0] = x;
    const xBits = scratchBits[0] ?? 0;
    scratch[0] = y;
    const yBits = scratchBits[0] ?? 0;
    scratch[0] = z;
    return this.addBits(xBits, yBits, scratchBits[0] ?? 0);
  }

  /** Takes numbers as they stand in memory. @returns the corner's index. */
  addBits(x: number, y: number, z: number): number {
    // Minus nothing is nothing.
    const a = x === 0x80000000 ? 0 : x;
    const b = y === 0x80000000 ? 0 : y;
    const c = z === 0x80000000 ? 0 : z;
    const bits = this.#bits;
    let slot = mixed(a, b, c) & this.#mask;
    for (;;) {
      const index = this.#slots[slot] ?? -1;
      if (index < 0) break;
      if (bits[index * 3] === a && bits[index * 3 + 1] === b && bits[index * 3 + 2] === c) return index;
      slot = (slot + 1) & this.#mask;
    }
    const index = this.count;
    this.count += 1;
    this.#slots[slot] = index;
    if (index * 3 + 3 > bits.length) {
      this.#bits = new Uint32Array(bits.length * 2);
      this.#bits.set(bits);
    }
    this.#bits[index * 3] = a;
    this.#bits[index * 3 + 1] = b;
    this.#bits[index * 3 + 2] = c;
    if (this.count * 2 > this.#slots.length) this.#grow();
    return index;
  }

  /** All corners, in the order in which they came first. */
  positions(): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#bits.slice(0, this.count * 3).buffer);
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    const slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    const bits = this.#bits;
    for (let index = 0; index < this.count; index += 1) {
      let slot = mixed(bits[index * 3] ?? 0, bits[index * 3 + 1] ?? 0, bits[index * 3 + 2] ?? 0) & this.#mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & this.#mask;
      slots[slot] = index;
    }
    this.#slots = slots;
  }
}

/** For each corner the first that stands at exactly the same place. */
export function samePlaces(positions: Float32Array): Uint32Array<ArrayBuffer> {
  const count = positions.length / 3;
  const bits = new Uint32Array(positions.buffer, positions.byteOffset, positions.length);
  const table = new CornerTable(count);
  const firsts = new Uint32Array(count);
  const same = new Uint32Array(count);
  for (let corner = 0; corner < count; corner += 1) {
    const before = table.count;
    const place = table.addBits(bits[corner * 3] ?? 0, bits[corner * 3 + 1] ?? 0, bits[corner * 3 + 2] ?? 0);
    if (place === before) firsts[place] = corner;
    same[corner] = firsts[place] ?? corner;
  }
  return same;
}

/**
 * For each corner the first that stands within a distance of it, looked for in a grid of cells of four times that
 * distance: what is near lies in the same cell or in the one behind the nearest wall.
 */
export function nearPlaces(positions: Float32Array, distance: number): Uint32Array<ArrayBuffer> {
  const count = positions.length / 3;
  const same = new Uint32Array(count);
  const cell = distance * 4;
  let size = 64;
  while (size < count * 2) size *= 2;
  const heads = new Int32Array(size).fill(-1);
  const next = new Int32Array(count);
  const most = distance * distance;
  for (let corner = 0; corner < count; corner += 1) {
    const x = positions[corner * 3] ?? 0;
    const y = positions[corner * 3 + 1] ?? 0;
    const z = positions[corner * 3 + 2] ?? 0;
    const [cx, cy, cz] = [Math.floor(x / cell), Math.floor(y / cell), Math.floor(z / cell)];
    const [ox, oy, oz] = [
      x / cell - cx < 0.5 ? -1 : 1,
      y / cell - cy < 0.5 ? -1 : 1,
      z / cell - cz < 0.5 ? -1 : 1,
    ];
    let found = -1;
    for (let way = 0; way < 8 && found < 0; way += 1) {
      const slot =
        mixed(cx + (way & 1 ? ox : 0), cy + (way & 2 ? oy : 0), cz + (way & 4 ? oz : 0)) & (size - 1);
      // Bounded: of corners at one place only the first is in the list.
      for (
        let other = heads[slot] ?? -1, steps = 0;
        other >= 0 && steps < 64;
        other = next[other] ?? -1, steps += 1
      ) {
        const dx = (positions[other * 3] ?? 0) - x;
        const dy = (positions[other * 3 + 1] ?? 0) - y;
        const dz = (positions[other * 3 + 2] ?? 0) - z;
        if (dx * dx + dy * dy + dz * dz <= most) {
          found = other;
          break;
        }
      }
    }
    if (found >= 0) {
      same[corner] = found;
      continue;
    }
    same[corner] = corner;
    const slot = mixed(cx, cy, cz) & (size - 1);
    next[corner] = heads[slot] ?? -1;
    heads[slot] = corner;
  }
  return same;
}
