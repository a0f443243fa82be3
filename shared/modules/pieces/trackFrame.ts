import type { Piece } from '../module.ts';
import {
  circle,
  circleArea,
  cutBy,
  cylinder,
  polygon,
  prism,
  raised,
  rectangle,
  towards,
  turnedShape,
} from '../solids/shapes.ts';
import { made, told } from './pieces.ts';
import { IDLER, RAIL, railHoles, SPROCKET, type Track, trackPlanes } from './trackSizes.ts';

/** Height that a bearing's flange takes on the outer plate below its middle, and a bit. */
const BELOW_BEARING = 76;
const NECK = 95;

/** What carries the idlers, and the idlers themselves. */
export const trackFrame = (track: Track): Piece[] => [sidePlate(track), outerRail(track), ...idlers(track)];

function sidePlate(track: Track): Piece {
  const { apart, above, shaft } = track;
  const { height, thickness, hole } = RAIL;
  const [foot, half, top] = [apart / 2 + height / 2, height / 2, above - BELOW_BEARING];
  const [windowFoot, windowHead] = [apart / 2 - 150, 30];
  const [windowBottom, windowTop] = [half + 10, top - 75];
  const drilled = railHoles(track);
  return {
    ...made(
      {
        id: 'side-plate',
        name: `Side plate ${told(2 * foot)} × ${told(top + half)} × ${thickness} mm`,
        material: 'steel',
        specification: 'hot rolled plate, A36',
      },
      ['torchTable', 'drillPress', 'welder'],
    ),
    // A rail, and a trapezoid on it with a trapezoid cut out, less the holes for two shafts and the row of bolts.
    volume:
      thickness *
      (2 * foot * height +
        (foot + NECK) * (top - half) -
        (windowFoot + windowHead) * (windowTop - windowBottom) -
        2 * circleArea(shaft) -
        drilled.length * circleArea(hole)),
    shape: prism(
      polygon([
        [-foot, -half],
        [foot, -half],
        [foot, half],
        [NECK, top],
        [-NECK, top],
        [-foot, half],
      ]),
      thickness,
      [
        polygon([
          [-windowFoot, windowBottom],
          [windowFoot, windowBottom],
          [windowHead, windowTop],
          [-windowHead, windowTop],
        ]),
        circle(shaft, [-apart / 2, 0]),
        circle(shaft, [apart / 2, 0]),
        ...drilled.map((y) => circle(hole, [y, 0])),
      ],
    ),
    holes: 3 + drilled.length,
    places: [towards('+x', [trackPlanes(track).outer, 0, 0])],
  };
}

function outerRail(track: Track): Piece {
  const { apart, shaft } = track;
  const { height, thickness } = RAIL;
  const long = apart + height;
  return {
    ...made(
      {
        id: 'outer-rail',
        name: `Outer rail ${told(long)} mm`,
        material: 'steel',
        specification: 'flat bar, A36',
      },
      ['saw', 'drillPress'],
      { stock: `flat bar ${told(height)} × ${told(thickness)} mm`, length: long },
    ),
    volume: thickness * (long * height - 2 * circleArea(shaft)),
    shape: prism(rectangle(long, height), thickness, [
      circle(shaft, [-apart / 2, 0]),
      circle(shaft, [apart / 2, 0]),
    ]),
    holes: 2,
    places: [towards('+x', [trackPlanes(track).outerRail, 0, 0])],
  };
}

/** Spools that the chain runs over, each on its shaft between the side plate and the outer rail. */
function idlers(track: Track): Piece[] {
  const { apart, shaft } = track;
  const { outer, near, far, outerRail: rail } = trackPlanes(track);
  const start = near - (IDLER.tread - SPROCKET.thickness) / 2;
  const wide = far - near + IDLER.tread;
  const radius = IDLER.diameter / 2;
  const waist = IDLER.waist / 2;
  const long = rail + RAIL.thickness - outer;
  const at = (x: number) => [-apart / 2, apart / 2].map((y) => towards('+x', [x, y, 0]));
  return [
    {
      ...made(
        { id: 'idler', name: `Idler ${told(IDLER.diameter)} mm`, material: 'steel', specification: 'turned' },
        ['lathe', 'welder'],
      ),
      volume:
        2 * circleArea(IDLER.diameter) * IDLER.tread +
        circleArea(IDLER.waist) * (wide - 2 * IDLER.tread) -
        circleArea(shaft) * wide,
      shape: cutBy(
        turnedShape([
          [0, 0],
          [radius, 0],
          [radius, IDLER.tread],
          [waist, IDLER.tread],
          [waist, wide - IDLER.tread],
          [radius, wide - IDLER.tread],
          [radius, wide],
          [0, wide],
        ]),
        raised(cylinder(shaft, wide + 2), -1),
      ),
      holes: 1,
      places: at(start),
    },
    {
      ...made(
        {
          id: 'idler-shaft',
          name: `Idler shaft ${told(shaft)} × ${told(long)} mm`,
          material: 'steel',
          specification: 'cold drawn round bar, 1045',
        },
        ['saw'],
        { stock: `round bar ${told(shaft)} mm`, length: long },
      ),
      volume: circleArea(shaft) * long,
      shape: cylinder(shaft, long),
      holes: 0,
      places: at(outer),
    },
  ];
}
