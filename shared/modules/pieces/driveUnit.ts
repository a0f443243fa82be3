import type { Piece } from '../module.ts';
import { circleArea, cylinder, onCircle, ring, ringArea, towards } from '../solids/shapes.ts';
import { bearingSizes, flangeBearings } from './bearings.ts';
import { boltsAndNuts } from './bolts.ts';
import { hydraulicMotor, MOTOR, motorBolts } from './hydraulicMotor.ts';
import { made, told } from './pieces.ts';
import { drilledPlate } from './plates.ts';
import { shaft } from './shafts.ts';

/** What wheel unit and track unit have in common: three plates, a motor, two bearings, a shaft. Millimetres. */
export interface DriveUnit {
  plate: number;
  thickness: number;
  firstGap: number;
  secondGap: number;
  shaft: number;
  shaftLength: number;
}

const BEARING_CIRCLE = 157.226;
const BOLT = 12.7;
const HOLE = 13.5;
const SPACER = 25.4;
/** Between a shaft and the plate it passes through: chosen. */
const CLEARANCE = 6;
/** A key of a quarter of the diameter (ASME B17.1), two diameters long: chosen. */
const KEY = { width: 1 / 4, length: 2 };

/** Where things stand along the axis; 0 is the face that carries the motor. */
export function drivePlanes(unit: DriveUnit) {
  const { thickness, firstGap, secondGap, shaftLength } = unit;
  const second = thickness + firstGap;
  const third = second + thickness + secondGap;
  const shaftStart = thickness + firstGap / 2;
  return { second, third, outer: third + thickness, shaftStart, shaftEnd: shaftStart + shaftLength };
}

/** How far the outer bearing stands out. */
export const bearingHeight = (unit: DriveUnit): number =>
  bearingSizes(unit.shaft, BEARING_CIRCLE, HOLE).ringHeight;

export function driveFaults(unit: DriveUnit): string[] {
  const { shaftEnd, outer } = drivePlanes(unit);
  const height = bearingHeight(unit);
  return [
    ...(height >= unit.secondGap
      ? [`A bearing ${told(height)} mm high has no room in a gap of ${told(unit.secondGap)} mm.`]
      : []),
    ...(shaftEnd <= outer + height
      ? [`A shaft of ${told(unit.shaftLength)} mm ends before it leaves the outer bearing.`]
      : []),
  ];
}

/** The unit with its axis on a line along x at that height above the origin; the motor's ports point up. */
export function driveUnit(unit: DriveUnit, height: number): Piece[] {
  const { plate, thickness, firstGap, secondGap } = unit;
  const { second, third, outer, shaftStart } = drivePlanes(unit);
  const at = (x: number) => towards('+x', [x, 0, height]);
  const { flange } = bearingSizes(unit.shaft, BEARING_CIRCLE, HOLE);
  const plain = { width: plate, height: plate, thickness };
  const bore = { diameter: unit.shaft + CLEARANCE, middles: [[0, 0] as const] };
  return [
    drilledPlate({
      ...plain,
      id: 'motor-plate',
      name: 'Motor plate',
      holes: [bore, { diameter: HOLE, middles: motorBolts() }],
      places: [at(0)],
    }),
    drilledPlate({
      ...plain,
      id: 'bearing-plate',
      name: 'Bearing plate',
      holes: [bore, { diameter: HOLE, middles: onCircle(BEARING_CIRCLE, 4) }],
      places: [at(second), at(third)],
    }),
    spacers('short-spacer', unit, firstGap, thickness, height),
    spacers('long-spacer', unit, secondGap, second + thickness, height),
    hydraulicMotor({ diameter: unit.shaft, length: shaftStart }, towards('-x', [0, 0, height])),
    ...boltsAndNuts({
      id: 'motor-bolt',
      diameter: BOLT,
      grip: thickness + MOTOR.flangeThickness,
      places: motorBolts().map(([y, z]) => towards('-x', [thickness, y, height + z])),
    }),
    coupling(unit, height),
    shaft({
      id: 'shaft',
      name: 'Shaft',
      diameter: unit.shaft,
      length: unit.shaftLength,
      keyway: { width: KEY.width * unit.shaft, length: KEY.length * unit.shaft, ends: ['top'] },
      places: [at(shaftStart)],
    }),
    ...flangeBearings({
      id: 'bearing',
      bore: unit.shaft,
      boltCircle: BEARING_CIRCLE,
      bolt: HOLE,
      places: [at(second + thickness), at(outer)],
    }),
    ...boltsAndNuts({
      id: 'bearing-bolt',
      diameter: BOLT,
      grip: thickness + flange,
      places: [second, third].flatMap((x) =>
        onCircle(BEARING_CIRCLE, 4).map(([y, z]) => towards('+x', [x, y, height + z])),
      ),
    }),
  ];
}

/** Four round bars between two plates, at the middles of their edges, where neither motor nor bearings are. */
function spacers(id: string, { plate }: DriveUnit, gap: number, x: number, height: number): Piece {
  // A millimetre inside the edge, so that a plate can lie on it.
  const out = (plate - SPACER) / 2 - 1;
  return {
    ...made(
      { id, name: `Spacer ${told(gap)} mm`, material: 'steel', specification: 'round bar, A36' },
      ['saw', 'welder'],
      { stock: `round bar ${told(SPACER)} mm`, length: gap },
    ),
    volume: circleArea(SPACER) * gap,
    shape: cylinder(SPACER, gap),
    holes: 0,
    places: [
      [out, 0],
      [0, out],
      [-out, 0],
      [0, -out],
    ].map(([y = 0, z = 0]) => towards('+x', [x, y, height + z])),
  };
}

/** Sleeve over the ends of the motor's shaft and the unit's. */
function coupling({ shaft: bore, thickness, firstGap }: DriveUnit, height: number): Piece {
  const [outer, length] = [2 * bore, 0.7 * firstGap];
  return {
    ...made(
      {
        id: 'coupling',
        name: `Coupling ${told(bore)} mm`,
        material: 'steel',
        specification: 'round bar, 1045',
      },
      ['lathe'],
    ),
    volume: ringArea(outer, bore) * length,
    shape: ring(outer, bore, length),
    holes: 1,
    places: [towards('+x', [thickness + 0.15 * firstGap, 0, height])],
  };
}
