import { COVER, type Scene } from './scene.ts';

/** Which covers lie on which square of the picture, so that an edge asks only those on its way. */
export interface Tiles {
  columns: number;
  rows: number;
  /** Millimetres of a square's side. */
  side: number;
  /** Where each square's covers begin in `covers`; one more at the end. */
  starts: Int32Array;
  covers: Int32Array;
}

const MOST_ALONG = 512;
/** Entries of all squares together: thin triangles right across the picture lie on hundreds. */
const MOST_LISTED = 8_000_000;

/** Large covers come first in each square: they hide most. */
export function tilesOf(scene: Scene): Tiles {
  const count = scene.covers.length / COVER;
  const order = bySize(scene.covers);
  let along = Math.min(MOST_ALONG, Math.max(8, Math.ceil(Math.sqrt(count) * 1.2)));
  let tiles = countedTiles(scene, order, along);
  for (; along > 1 && listedIn(tiles) > MOST_LISTED; along = Math.ceil(along / 2)) {
    tiles = countedTiles(scene, order, Math.ceil(along / 2));
  }
  const next = tiles.starts.slice();
  const covers = new Int32Array(listedIn(tiles));
  for (const cover of order) {
    eachTile(scene, tiles, cover, (tile) => {
      const at = next[tile] ?? 0;
      covers[at] = cover;
      next[tile] = at + 1;
    });
  }
  return { ...tiles, covers };
}

const listedIn = ({ starts }: Tiles): number => starts.at(-1) ?? 0;

/** Squares of which is known how many covers lie on each. */
function countedTiles(scene: Scene, order: Int32Array, along: number): Tiles {
  const width = Math.max(scene.right - scene.left, 1e-9);
  const height = Math.max(scene.top - scene.bottom, 1e-9);
  const side = Math.max(width, height) / along;
  const columns = Math.min(along, Math.ceil(width / side) || 1);
  const rows = Math.min(along, Math.ceil(height / side) || 1);
  const starts = new Int32Array(columns * rows + 1);
  const tiles: Tiles = { columns, rows, side, starts, covers: new Int32Array(0) };
  for (const cover of order) {
    eachTile(scene, tiles, cover, (tile) => {
      starts[tile + 1] = (starts[tile + 1] ?? 0) + 1;
    });
  }
  for (let tile = 0; tile < columns * rows; tile += 1) {
    starts[tile + 1] = (starts[tile + 1] ?? 0) + (starts[tile] ?? 0);
  }
  return tiles;
}

function bySize(covers: Float64Array): Int32Array {
  const count = covers.length / COVER;
  const sizes = new Float64Array(count);
  for (let cover = 0; cover < count; cover += 1) {
    const from = cover * COVER;
    const x0 = covers[from] ?? 0;
    const y0 = covers[from + 1] ?? 0;
    sizes[cover] =
      ((covers[from + 2] ?? 0) - x0) * ((covers[from + 5] ?? 0) - y0) -
      ((covers[from + 3] ?? 0) - y0) * ((covers[from + 4] ?? 0) - x0);
  }
  return Int32Array.from({ length: count }, (_, cover) => cover).sort(
    (one, other) => (sizes[other] ?? 0) - (sizes[one] ?? 0) || one - other,
  );
}

/** Row by row, from where the triangle begins in it to where it ends. */
function eachTile(
  { covers, left, bottom }: Scene,
  tiles: Tiles,
  cover: number,
  tell: (tile: number) => void,
): void {
  const { columns, rows, side } = tiles;
  const from = cover * COVER;
  const lowest = Math.min(covers[from + 1] ?? 0, covers[from + 3] ?? 0, covers[from + 5] ?? 0);
  const highest = Math.max(covers[from + 1] ?? 0, covers[from + 3] ?? 0, covers[from + 5] ?? 0);
  const firstRow = within(Math.floor((lowest - bottom) / side), rows);
  const lastRow = within(Math.floor((highest - bottom) / side), rows);
  for (let row = firstRow; row <= lastRow; row += 1) {
    const floor = bottom + row * side;
    const ceiling = floor + side;
    let least = Infinity;
    let most = -Infinity;
    for (let corner = 0; corner < 3; corner += 1) {
      const ax = covers[from + corner * 2] ?? 0;
      const ay = covers[from + corner * 2 + 1] ?? 0;
      const next = corner === 2 ? 0 : corner + 1;
      const bx = covers[from + next * 2] ?? 0;
      const by = covers[from + next * 2 + 1] ?? 0;
      const begin = Math.min(ay, by);
      const end = Math.max(ay, by);
      if (end < floor || begin > ceiling) continue;
      const slope = end > begin ? (bx - ax) / (by - ay) : 0;
      const one = end > begin ? ax + (Math.max(begin, floor) - ay) * slope : ax;
      const other = end > begin ? ax + (Math.min(end, ceiling) - ay) * slope : bx;
      least = Math.min(least, one, other);
      most = Math.max(most, one, other);
    }
    if (most < least) continue;
    const lastColumn = within(Math.floor((most - left) / side), columns);
    for (let column = within(Math.floor((least - left) / side), columns); column <= lastColumn; column += 1) {
      tell(row * columns + column);
    }
  }
}

export const within = (number: number, count: number): number => Math.max(0, Math.min(count - 1, number));
