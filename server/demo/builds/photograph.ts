import { crc32, deflateSync } from 'node:zlib';
import { type Flat, facesOnPaper, type Solid } from '../designs/drawing.ts';

// What stands for the photographs of the demo: nobody took any, so they are drawn here, as its designs' pictures are.

const WIDTH = 480;
const HEIGHT = 360;
const MARGIN = 34;
/** Where the wall ends and the floor begins. */
const HORIZON = 150;
/** By number: the wall, the floor, and of each colour the three shades of a face. */
const GROUND = ['#b9b4a6', '#8d8878', '#24292b'] as const;
const COLOURS = {
  steel: ['#c3ced3', '#9aa9b0', '#76858c'],
  rust: ['#b98b6a', '#9a6c4d', '#775038'],
  green: ['#8fae7c', '#6d8e5b', '#516d43'],
  red: ['#c9786b', '#a8574b', '#823f36'],
  wood: ['#d9bd8c', '#bd9d6a', '#987c50'],
} as const;
export type Colour = keyof typeof COLOURS;

/** What a photograph shows: solids in a colour; of something unfinished only the first of them. */
export interface Scene {
  colour: Colour;
  solids: readonly Solid[];
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** A photograph of the first `shown` solids of a scene, as PNG (third edition, indexed colours). */
export function photographOf({ colour, solids }: Scene, shown = solids.length): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT, 0);
  pixels.fill(1, HORIZON * WIDTH);
  const size = { width: WIDTH, height: HEIGHT, margin: MARGIN };
  for (const { points, shade } of facesOnPaper(solids.slice(0, shown), size, solids)) {
    fill(pixels, points, GROUND.length + shade);
    for (const [index, from] of points.entries())
      line(pixels, from, points[(index + 1) % points.length] ?? from);
  }
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) pixels.copy(rows, y * (WIDTH + 1) + 1, y * WIDTH, (y + 1) * WIDTH);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...GROUND, ...COLOURS[colour]].flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 3 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const framed = Buffer.alloc(content.length + 12);
  framed.writeUInt32BE(content.length, 0);
  framed.write(type, 4, 'latin1');
  content.copy(framed, 8);
  framed.writeUInt32BE(crc32(framed.subarray(4, content.length + 8)), content.length + 8);
  return framed;
}

/** Fills a convex outline, line by line. */
function fill(pixels: Buffer, points: readonly Flat[], index: number): void {
  const heights = points.map(([, y]) => y);
  const [top, bottom] = [Math.ceil(Math.min(...heights)), Math.floor(Math.max(...heights))];
  for (let y = Math.max(0, top); y <= Math.min(HEIGHT - 1, bottom); y++) {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const [at, [x0, y0]] of points.entries()) {
      const [x1, y1] = points[(at + 1) % points.length] ?? [x0, y0];
      if (y0 === y1 || y < Math.min(y0, y1) || y > Math.max(y0, y1)) continue;
      const x = x0 + ((y - y0) / (y1 - y0)) * (x1 - x0);
      from = Math.min(from, x);
      to = Math.max(to, x);
    }
    if (from <= to) pixels.fill(index, y * WIDTH + Math.round(from), y * WIDTH + Math.round(to) + 1);
  }
}

function line(pixels: Buffer, [x0, y0]: Flat, [x1, y1]: Flat): void {
  const steps = Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1));
  for (let step = 0; step <= steps; step++) {
    const x = Math.round(x0 + ((x1 - x0) * step) / steps);
    const y = Math.round(y0 + ((y1 - y0) * step) / steps);
    if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) pixels[y * WIDTH + x] = 2;
  }
}
