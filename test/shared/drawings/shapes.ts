import type { Mesh, Model } from '../../../shared/models/model.ts';

type Point = readonly [number, number, number];

const meshFrom = (positions: number[], triangles: number[]): Mesh => ({
  positions: Float32Array.from(positions),
  triangles: Uint32Array.from(triangles),
  normals: null,
  colours: null,
  edges: null,
});

/** A closed box with its nearest-to-origin corner at the origin. */
export function boxMesh([width, depth, height]: Point): Mesh {
  const corners = Array.from({ length: 8 }, (_, at) => [
    at & 1 ? width : 0,
    at & 2 ? depth : 0,
    at & 4 ? height : 0,
  ]);
  const sides = [
    [0, 2, 3, 1],
    [4, 5, 7, 6],
    [0, 1, 5, 4],
    [2, 6, 7, 3],
    [0, 4, 6, 2],
    [1, 3, 7, 5],
  ];
  const triangles = sides.flatMap(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, a, c, d]);
  return meshFrom(corners.flat(), triangles);
}

/** A closed round rod along z. */
export function rodMesh(radius: number, height: number, sides = 48): Mesh {
  const round = Array.from({ length: sides }, (_, side) => (2 * Math.PI * side) / sides);
  const ring = (z: number) => round.flatMap((turn) => [radius * Math.cos(turn), radius * Math.sin(turn), z]);
  const positions = [...ring(0), ...ring(height), 0, 0, 0, 0, 0, height];
  const triangles = round.flatMap((_, side) => {
    const next = (side + 1) % sides;
    const [a, b, c, d] = [side, next, side + sides, next + sides];
    return [a, b, d, a, d, c, 2 * sides, b, a, 2 * sides + 1, c, d];
  });
  return meshFrom(positions, triangles);
}

export const at = (x: number, y: number, z: number): number[] => [
  1,
  0,
  0,
  0,
  0,
  1,
  0,
  0,
  0,
  0,
  1,
  0,
  x,
  y,
  z,
  1,
];

/** Meshes, each where it stands. */
export function modelFrom(
  ...things: readonly { mesh: Mesh; matrices: readonly (readonly number[])[]; closed?: boolean }[]
): Model {
  return {
    parts: things.map(({ mesh, closed = true }, index) => ({
      key: String(index),
      name: '',
      mesh,
      colour: null,
      material: null,
      module: null,
      piece: null,
      licence: null,
      closed,
      volume: null,
    })),
    occurrences: things.flatMap(({ matrices }, part) =>
      matrices.map((matrix) => ({ part, matrix, node: 0 })),
    ),
    nodes: [{ id: '', name: 'A model', parent: -1, instance: null, line: null, step: null }],
  };
}

export interface DrawnLine {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** All straight lines of a drawing; pixels, y downwards. */
export function linesIn(svg: string): DrawnLine[] {
  const lines: DrawnLine[] = [];
  for (const [, path = ''] of svg.matchAll(/ d="([^"]*)"/g)) {
    let [x, y] = [0, 0];
    for (const stroke of path.split('m').slice(1)) {
      const numbers = stroke.match(/-?\d+/g)?.map((number) => Number(number) / 10) ?? [];
      for (let index = 0; index < numbers.length; index += 2) {
        const [dx = 0, dy = 0] = [numbers[index], numbers[index + 1]];
        if (index > 0) lines.push({ x0: x, y0: y, x1: x + dx, y1: y + dy });
        x += dx;
        y += dy;
      }
    }
  }
  return lines;
}

export const lengthOfLines = (lines: readonly DrawnLine[]): number =>
  lines.reduce((sum, { x0, y0, x1, y1 }) => sum + Math.hypot(x1 - x0, y1 - y0), 0);
