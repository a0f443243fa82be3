import { type Loop, loopAround } from '../solids/loops.ts';
import {
  box,
  circle,
  circleArea,
  cutBy,
  cylinder,
  onCircle,
  polygon,
  prism,
  raised,
  rectangle,
  towards,
  turnedShape,
} from '../solids/shapes.ts';
import { toothedArea, toothedOutline } from '../solids/toothed.ts';
import { bearingHeight, type DriveUnit, drivePlanes } from './driveUnit.ts';
import { bought, made, type Piece, told } from './pieces.ts';

export interface Track extends DriveUnit {
  apart: number;
  above: number;
  teeth: number;
  chainPitch: number;
  barEvery: number;
  barLength: number;
}

/** Millimetres. Bars: track unit v25; all else is chosen. */
const BAR = { width: 63.5, thickness: 12.7 };
const CHAIN = { height: 25.4, side: 8, gap: 1 };
const SPROCKET = { thickness: 12.7, depth: 14, tip: 10, clearance: 7, apart: 120 };
const IDLER = { diameter: 254, clearance: 0.75, tread: 40, waist: 110 };
/** The lower edge of a side plate, with its holes. */
export const RAIL = { height: 101.6, thickness: 12.7, pitch: 101.6, hole: 25.4 };
/** Height that a bearing's flange takes on the outer plate below its middle, and a bit. */
const BELOW_BEARING = 76;
const NECK = 95;

/** Where things stand along the drive's axis. */
export function trackPlanes(track: Track) {
  const drive = drivePlanes(track);
  const near = drive.outer + bearingHeight(track) + SPROCKET.clearance;
  const far = near + SPROCKET.apart;
  const beyond = CHAIN.gap + CHAIN.side;
  return {
    ...drive,
    near,
    far,
    chainEnd: far + SPROCKET.thickness + beyond,
    middle: (near + far + SPROCKET.thickness) / 2,
    outerRail: far + SPROCKET.thickness + IDLER.tread,
  };
}

/** The chain's middle line: around the drive above and the two idlers. */
function chainLoop({ apart, above, teeth, chainPitch }: Track): Loop {
  const idler = (IDLER.diameter + CHAIN.height) / 2 + IDLER.clearance;
  return loopAround([
    { middle: [-apart / 2, 0], radius: idler },
    { middle: [apart / 2, 0], radius: idler },
    { middle: [0, above], radius: pitchRadius(teeth, chainPitch) },
  ]);
}

/** Of a chain on a sprocket: its links are the sides of a regular polygon. */
const pitchRadius = (teeth: number, pitch: number): number => pitch / (2 * Math.sin(Math.PI / teeth));

/** Places along y of the holes by which the track is bolted to its machine. */
export function railHoles({ apart }: Track): number[] {
  const each = Math.max(1, Math.floor(apart / 2 / RAIL.pitch - 0.5));
  return Array.from({ length: 2 * each }, (_, n) => (n - each + 0.5) * RAIL.pitch);
}

export function trackPieces(track: Track): Piece[] {
  const loop = chainLoop(track);
  return [
    sidePlate(track),
    outerRail(track),
    ...idlers(track),
    sprockets(track),
    chain(track, loop),
    bars(track, loop),
  ];
}

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

function sprockets(track: Track): Piece {
  const { teeth: count, chainPitch, shaft, above } = track;
  const radius = pitchRadius(count, chainPitch);
  const teeth = { count, root: radius - SPROCKET.depth, tip: radius + SPROCKET.tip, foot: 0.7, crown: 0.24 };
  const opening = { diameter: 0.36 * radius, middles: onCircle(1.1 * radius, 5, 0) };
  const { near, far } = trackPlanes(track);
  return {
    ...made(
      {
        id: 'sprocket',
        name: `Sprocket, ${count} teeth at ${told(chainPitch)} mm`,
        material: 'steel',
        specification: 'hot rolled plate, A36',
      },
      ['torchTable'],
    ),
    volume:
      SPROCKET.thickness *
      (toothedArea(teeth) - circleArea(shaft) - opening.middles.length * circleArea(opening.diameter)),
    shape: prism(toothedOutline(teeth), SPROCKET.thickness, [
      circle(shaft),
      ...opening.middles.map((at) => circle(opening.diameter, at)),
    ]),
    holes: 1 + opening.middles.length,
    places: [near, far].map((x) => towards('+x', [x, 0, above])),
  };
}

/** The sides of both strands of chain, each as one endless band; the teeth reach through between two of them. */
function chain(track: Track, loop: Loop): Piece {
  const { near, far } = trackPlanes(track);
  const half = CHAIN.height / 2;
  return {
    ...bought({
      id: 'chain-side',
      name: `Side of a chain of ${Math.floor(loop.length / track.chainPitch)} links`,
      material: 'steel',
      specification: `roller chain, pitch ${told(track.chainPitch)} mm`,
    }),
    // A band is as large as its middle line is long.
    volume: loop.length * CHAIN.height * CHAIN.side,
    shape: prism(loop.outline(half), CHAIN.side, [loop.outline(-half)]),
    holes: 1,
    places: [near, far]
      .flatMap((x) => [x - CHAIN.gap - CHAIN.side, x + SPROCKET.thickness + CHAIN.gap])
      .map((x) => towards('+x', [x, 0, 0])),
  };
}

function bars(track: Track, loop: Loop): Piece {
  const { barLength, chainPitch, barEvery } = track;
  const { middle } = trackPlanes(track);
  const count = Math.floor(loop.length / (chainPitch * barEvery));
  return {
    ...made(
      {
        id: 'bar',
        name: `Track bar ${told(barLength)} mm`,
        material: 'steel',
        specification: 'flat bar, A36',
      },
      ['saw', 'welder'],
      { stock: `flat bar ${BAR.width} × ${BAR.thickness} mm`, length: barLength },
    ),
    volume: BAR.width * BAR.thickness * barLength,
    shape: box(barLength, BAR.width, BAR.thickness),
    holes: 0,
    places: Array.from({ length: count }, (_, n) => {
      const { point, outwards } = loop.at((n * loop.length) / count);
      const [y, z] = [
        point[0] + (outwards[0] * CHAIN.height) / 2,
        point[1] + (outwards[1] * CHAIN.height) / 2,
      ];
      return { origin: [middle, y, z], x: [1, 0, 0], z: [0, outwards[0], outwards[1]] };
    }),
  };
}
