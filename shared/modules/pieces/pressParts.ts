import type { Piece } from '../module.ts';
import { box, circleArea, cutBy, cylinder, joined, placed, towards } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { lugs } from './lugs.ts';
import { bought } from './pieces.ts';
import { drilledPlate } from './plates.ts';
import { PRESS, type Press, pressSizes } from './pressSizes.ts';
import { squareTubes } from './tubes.ts';

const BASE = 90;

/** Legs, rails and beams. */
export function pressFrame(press: Press): Piece[] {
  const { stand, top, chamber } = pressSizes(press);
  const { leg, beam, wall, reach, arm } = PRESS;
  const tube = { outer: leg, wall };
  const middle = press.table - chamber - leg;
  const sides = [-stand, stand];
  return [
    squareTubes({
      ...tube,
      id: 'leg',
      name: 'Leg',
      length: top,
      places: [-reach, reach].flatMap((x) => sides.map((y) => towards('+z', [x, y, 0]))),
    }),
    squareTubes({
      ...tube,
      id: 'rail',
      name: 'Rail',
      length: 2 * reach - leg,
      places: sides.flatMap((y) => [BASE, middle].map((z) => towards('+x', [-reach + leg / 2, y, z]))),
    }),
    squareTubes({
      ...tube,
      id: 'cross-rail',
      name: 'Cross rail',
      length: 2 * stand - leg,
      places: [-reach, reach].flatMap((x) =>
        [BASE, middle].map((z) => towards('+y', [x, -stand + leg / 2, z])),
      ),
    }),
    squareTubes({
      id: 'main-beam',
      name: 'Main beam',
      outer: beam,
      wall,
      length: 2 * stand - leg,
      places: [towards('+y', [0, -stand + leg / 2, BASE])],
    }),
    squareTubes({
      ...tube,
      id: 'arm',
      name: 'Arm',
      length: arm,
      places: sides.map((y) => towards('-x', [-reach - leg / 2, y, armHeight(press)])),
    }),
    squareTubes({
      ...tube,
      id: 'arm-beam',
      name: 'Arm beam',
      length: 2 * stand + leg,
      places: [towards('+y', [armBeam - leg / 2, -stand - leg / 2, armHeight(press)])],
    }),
  ];
}

const armHeight = ({ table }: Press): number => table + PRESS.drawerAxis;
/** The face of the arms' beam that looks at the press. */
const armBeam = -PRESS.reach - PRESS.leg / 2 - PRESS.arm;
const MAIN_REACH = 60;
const DRAWER_REACH = 50;

/** Middles of the three pins: below the main cylinder, under the press foot, behind the drawer's cylinder. */
export function pressPins(press: Press) {
  const { footTop } = pressSizes(press);
  return {
    main: [0, 0, BASE + PRESS.beam / 2 + MAIN_REACH],
    foot: [0, 0, footTop - PRESS.foot - MAIN_REACH],
    drawer: [armBeam + DRAWER_REACH, 0, armHeight(press)],
  } as const;
}

export function pressLugs(press: Press): Piece[] {
  const pins = pressPins(press);
  const { lug, mainPin, mainEye, drawerPin, drawerEye } = PRESS;
  const pair = (
    [x, , z]: readonly [number, number, number],
    eye: number,
    turn: Pick<Placement, 'x' | 'z'>,
  ): Placement[] => [eye / 2, -eye / 2 - lug].map((y) => ({ origin: [x, y, z], ...turn }));
  // Their y, z × x, looks at what they are welded to.
  return [
    lugs({
      id: 'main-lug',
      pin: mainPin,
      reach: MAIN_REACH,
      thickness: lug,
      places: pair(pins.main, mainEye, { x: [1, 0, 0], z: [0, 1, 0] }),
    }),
    lugs({
      id: 'foot-lug',
      pin: mainPin,
      reach: MAIN_REACH,
      thickness: lug,
      places: pair(pins.foot, mainEye, { x: [-1, 0, 0], z: [0, 1, 0] }),
    }),
    lugs({
      id: 'drawer-lug',
      pin: drawerPin,
      reach: DRAWER_REACH,
      thickness: lug,
      places: pair(pins.drawer, drawerEye, { x: [0, 0, -1], z: [0, 1, 0] }),
    }),
  ];
}

/** The chamber with its foot, the table and the walls that the drawer slides between. */
export function pressChamber(press: Press): Piece[] {
  const { blockLength, blockWidth, table } = press;
  const { channel, chamber, footTop, top } = pressSizes(press);
  const { liner, side, reach, leg, tableThickness, foot } = PRESS;
  const bottom = table - chamber;
  const end = blockWidth / 2 + side;
  const long = 2 * reach + leg;
  const shelf = long / 2 - end;
  const plain = { holes: [] } as const;
  return [
    drilledPlate({
      ...plain,
      id: 'side-wall',
      name: 'Side wall',
      width: long,
      height: top - bottom,
      thickness: side,
      places: [-channel, channel + side].map((y) => towards('-y', [0, y, (top + bottom) / 2])),
    }),
    drilledPlate({
      ...plain,
      id: 'liner',
      name: 'Chamber liner',
      width: 2 * end,
      height: chamber,
      thickness: liner,
      places: [-blockLength / 2, channel].map((y) => towards('-y', [0, y, bottom + chamber / 2])),
    }),
    drilledPlate({
      ...plain,
      id: 'end-wall',
      name: 'Chamber end',
      width: blockLength,
      height: chamber,
      thickness: side,
      places: [-end, blockWidth / 2].map((x) => towards('+x', [x, 0, bottom + chamber / 2])),
    }),
    drilledPlate({
      ...plain,
      id: 'table',
      name: 'Table',
      width: shelf,
      height: 2 * channel,
      thickness: tableThickness,
      places: [-1, 1].map((way) => towards('+z', [way * (end + shelf / 2), 0, table - tableThickness])),
    }),
    drilledPlate({
      ...plain,
      id: 'press-foot',
      name: 'Press foot',
      width: blockWidth - 1,
      height: blockLength - 1,
      thickness: foot,
      places: [towards('+z', [0, 0, footTop - foot])],
    }),
  ];
}

const VALVE = {
  width: 160,
  depth: 70,
  height: 110,
  solenoid: 45,
  solenoidLength: 70,
  port: 34,
  stub: 18,
} as const;

/** Middle of the valve block's lower face, on the outside of a leg. */
const valvePlace = (press: Press): Placement => {
  const { stand } = pressSizes(press);
  return towards('+z', [PRESS.reach, stand + PRESS.leg / 2 + VALVE.depth / 2, press.table - 260]);
};

/** Where the hoses to both sides of both cylinders begin, below the valve. */
const BELOW = [-60, -20, 20, 60];

/** Valve block with its two solenoids, two ports for hoses from the Power Cube, and below it four for the cylinders. */
export function pressValve(press: Press): Piece {
  const { width, depth, height, solenoid, solenoidLength, port, stub } = VALVE;
  const solenoids = [towards('+x', [0, 0, height / 2]), towards('-x', [0, 0, height / 2])];
  return {
    ...bought({
      id: 'valve',
      name: 'Solenoid valve, two spools',
      material: 'machine',
      specification: 'two double-acting spools, ports of 1/2 in',
    }),
    tracked: true,
    volume:
      width * depth * height +
      2 * circleArea(solenoid) * solenoidLength +
      (2 + BELOW.length) * (circleArea(port) - circleArea(12.7)) * stub,
    shape: cutBy(
      joined(
        box(width, depth, height),
        ...solenoids.map((at) => placed(cylinder(solenoid, width / 2 + solenoidLength), at)),
        ...[-40, 40].map((x) => placed(cylinder(port, depth / 2 + stub), towards('+y', [x, 0, height / 2]))),
        ...BELOW.map((x) => placed(cylinder(port, height / 2 + stub), towards('-z', [x, 0, height / 2]))),
      ),
      ...[-40, 40].map((x) => placed(cylinder(12.7, stub + 1), towards('+y', [x, depth / 2, height / 2]))),
      ...BELOW.map((x) => placed(cylinder(12.7, stub + 1), towards('-z', [x, 0, 0]))),
    ),
    holes: 0,
    places: [valvePlace(press)],
  };
}

/** Where the hoses come: pressure first, then return. */
export function valvePorts(press: Press): Placement[] {
  const [x, y, z] = valvePlace(press).origin;
  return [-40, 40].map((aside) =>
    towards('+y', [x + aside, y + VALVE.depth / 2 + VALVE.stub, z + VALVE.height / 2]),
  );
}

/** Where the hoses of the cylinders begin: what pushes and pulls the main one, then the drawer's. */
export function cylinderPorts(press: Press): Placement[] {
  const [x, y, z] = valvePlace(press).origin;
  return BELOW.map((aside) => towards('-z', [x + aside, y, z - VALVE.stub]));
}
