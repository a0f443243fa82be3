import type { Piece } from '../module.ts';
import { box, polygon, prism } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { made, told } from './pieces.ts';

export interface Hopper {
  /** Opening at the bottom: along x, along y. */
  mouth: readonly [number, number];
  /** How far each wall leans out, and how high it stands, millimetres. */
  lean: number;
  height: number;
  sheet: number;
}

/** Four leaning walls around a mouth; each lies outside the room it encloses. */
export function hopperWalls(hopper: Hopper, bottom: number): Piece[] {
  const [along, across] = hopper.mouth;
  return [
    wall('hopper-side', hopper, along, [
      facing(hopper, [0, -across / 2, bottom], [1, 0, 0], [0, -1]),
      facing(hopper, [0, across / 2, bottom], [-1, 0, 0], [0, 1]),
    ]),
    wall('hopper-end', hopper, across, [
      facing(hopper, [-along / 2, 0, bottom], [0, -1, 0], [-1, 0]),
      facing(hopper, [along / 2, 0, bottom], [0, 1, 0], [1, 0]),
    ]),
  ];
}

const slant = ({ lean, height }: Hopper): number => Math.hypot(lean, height);

function wall(id: string, hopper: Hopper, foot: number, places: Placement[]): Piece {
  const { lean, sheet } = hopper;
  const up = slant(hopper);
  const top = foot + 2 * lean;
  return {
    ...made(
      {
        id,
        name: `Hopper wall ${told(top)} × ${told(up)} × ${told(sheet)} mm`,
        material: 'steel',
        specification: 'sheet, A36',
      },
      ['torchTable', 'welder'],
    ),
    volume: ((foot + top) / 2) * up * sheet,
    shape: prism(
      polygon([
        [-foot / 2, 0],
        [foot / 2, 0],
        [top / 2, up],
        [-top / 2, up],
      ]),
      sheet,
    ),
    holes: 0,
    places,
  };
}

/** A wall that stands at a foot, its x along the mouth, leaning out that way: its z looks out and down. */
function facing(
  { lean, height }: Hopper,
  origin: Placement['origin'],
  x: Placement['x'],
  [outX, outY]: readonly [number, number],
): Placement {
  const up = Math.hypot(lean, height);
  return { origin, x, z: [(outX * height) / up, (outY * height) / up, -lean / up] };
}

/** Bars over the top of a hopper, along x, that keep stones out. */
export function grate({ mouth, lean, height }: Hopper, bottom: number, count: number): Piece {
  const [along, across] = [mouth[0] + 2 * lean, mouth[1] + 2 * lean];
  const bar = { width: 8, height: 30 };
  return {
    ...made(
      {
        id: 'grate-bar',
        name: `Grate bar ${told(along)} mm`,
        material: 'steel',
        specification: 'flat bar, A36',
      },
      ['saw', 'welder'],
      { stock: `flat bar ${bar.height} × ${bar.width} mm`, length: along },
    ),
    volume: along * bar.width * bar.height,
    shape: box(along, bar.width, bar.height),
    holes: 0,
    places: Array.from({ length: count }, (_, n) => ({
      origin: [0, ((n + 0.5) / count - 0.5) * across, bottom + height],
      x: [1, 0, 0],
      z: [0, 0, 1],
    })),
  };
}
