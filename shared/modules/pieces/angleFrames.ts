import type { Piece } from '../module.ts';
import { angleOutline, circleArea, cutBy, cylinder, placed, prism, towards } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { made, told } from './pieces.ts';

interface AngleFrame {
  /** Outer measures: along x, along y, along z. */
  width: number;
  depth: number;
  height: number;
  leg: number;
  thickness: number;
  /** Holes in the rails below along the depth, by which it is bolted to what it stands on. */
  mount: { pitch: number; hole: number };
}

/** Where those holes are along the depth, from the middle. */
export function mountHoles({ depth, leg, mount: { pitch, hole } }: AngleFrame): number[] {
  const count = Math.floor((depth - 2 * leg - hole - 2 * EDGE) / pitch) + 1;
  return Array.from({ length: count }, (_, n) => (n - (count - 1) / 2) * pitch);
}
/** Steel between the last hole and the end of its rail, millimetres. */
const EDGE = 3;

/** From the heel of an angle to the middle of the flat of its leg. */
export const gaugeOf = ({ leg, thickness }: Pick<AngleFrame, 'leg' | 'thickness'>): number =>
  (leg + thickness) / 2;

/** Twelve lengths of angle iron around a box that stands on the origin; posts run through, the rest fits between. */
export function angleFrame(frame: AngleFrame): Piece[] {
  const { width, depth, height, leg } = frame;
  return [
    member('post', 'Post', height, frame, posts(frame)),
    member('long-rail', 'Rail along the width', width - 2 * leg, frame, railsAlongX(frame)),
    member('short-rail', 'Rail along the depth', depth - 2 * leg, frame, railsAlongY(frame)),
    mountRails(frame),
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

/** The two that it stands on, drilled through the legs that lie. */
function mountRails(frame: AngleFrame): Piece {
  const { width, depth, leg, thickness, mount } = frame;
  const long = depth - 2 * leg;
  const [x, y] = [width / 2, depth / 2 - leg];
  const plain = member('mount-rail', 'Drilled rail along the depth', long, frame, [
    { origin: [-x, -y, 0], x: [0, 0, 1], z: [0, 1, 0] },
    { origin: [x, y, 0], x: [0, 0, 1], z: [0, -1, 0] },
  ]);
  const drills = mountHoles(frame).map((along) =>
    placed(cylinder(mount.hole, thickness + 2), towards('+x', [-1, gaugeOf(frame), long / 2 + along])),
  );
  return {
    ...plain,
    machines: ['saw', 'drillPress', 'welder'],
    volume: plain.volume - drills.length * circleArea(mount.hole) * thickness,
    shape: cutBy(plain.shape, ...drills),
    holes: drills.length,
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

/** Those above; see `mountRails` for those below. */
function railsAlongY({ width, depth, height, leg }: AngleFrame): Placement[] {
  const [x, y] = [width / 2, depth / 2 - leg];
  const z = [0, 1, 0] as const;
  return [
    { origin: [-x, -y, height], x: [1, 0, 0], z },
    { origin: [x, -y, height], x: [0, 0, -1], z },
  ];
}
