import type { Piece } from '../module.ts';
import { angleOutline, prism, towards } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { made, told } from './pieces.ts';

interface AngleFrame {
  /** Outer measures: along x, along y, along z. */
  width: number;
  depth: number;
  height: number;
  leg: number;
  thickness: number;
}

/** Twelve lengths of angle iron around a box that stands on the origin; posts run through, the rest fits between. */
export function angleFrame(frame: AngleFrame): Piece[] {
  const { width, depth, height, leg } = frame;
  return [
    member('post', 'Post', height, frame, posts(frame)),
    member('long-rail', 'Rail along the width', width - 2 * leg, frame, railsAlongX(frame)),
    member('short-rail', 'Rail along the depth', depth - 2 * leg, frame, railsAlongY(frame)),
  ];
}

function member(
  id: string,
  name: string,
  length: number,
  { leg, thickness }: AngleFrame,
  places: readonly Placement[],
): Piece {
  const stock = `angle ${told(leg)} × ${told(leg)} × ${told(thickness)} mm`;
  return {
    ...made(
      {
        id,
        name: `${name}, ${stock}, ${told(length)} mm`,
        material: 'steel',
        specification: 'equal angle, A36',
      },
      ['saw', 'welder'],
      { stock, length },
    ),
    volume: (2 * leg - thickness) * thickness * length,
    shape: prism(angleOutline(leg, thickness), length),
    holes: 0,
    places,
  };
}

/** The heel of each looks outwards: x and z say which way its legs turn. */
function posts({ width, depth }: AngleFrame): Placement[] {
  const [x, y] = [width / 2, depth / 2];
  const z = [0, 0, 1] as const;
  return [
    { origin: [-x, -y, 0], x: [1, 0, 0], z },
    { origin: [x, -y, 0], x: [0, 1, 0], z },
    { origin: [x, y, 0], x: [-1, 0, 0], z },
    { origin: [-x, y, 0], x: [0, -1, 0], z },
  ];
}

function railsAlongX({ width, depth, height, leg }: AngleFrame): Placement[] {
  const [x, y] = [width / 2 - leg, depth / 2];
  const z = [1, 0, 0] as const;
  return [
    towards('+x', [-x, -y, 0]),
    towards('-x', [x, y, 0]),
    { origin: [-x, -y, height], x: [0, 0, -1], z },
    { origin: [-x, y, height], x: [0, -1, 0], z },
  ];
}

function railsAlongY({ width, depth, height, leg }: AngleFrame): Placement[] {
  const [x, y] = [width / 2, depth / 2 - leg];
  const z = [0, 1, 0] as const;
  return [
    { origin: [-x, -y, 0], x: [0, 0, 1], z },
    { origin: [x, -y, 0], x: [-1, 0, 0], z },
    { origin: [-x, -y, height], x: [1, 0, 0], z },
    { origin: [x, -y, height], x: [0, 0, -1], z },
  ];
}
