import type { Piece } from '../module.ts';
import {
  circle,
  circleArea,
  cornersOf,
  cutBy,
  cylinder,
  placed,
  prism,
  rectangle,
  type Shape,
  towards,
} from '../solids/shapes.ts';
import type { AxisMeasures } from './axisSizes.ts';
import { made } from './pieces.ts';

/** A block across both rods with a window for the belt, extruded along x. */
const blockShape = ({ across, tall, spacing, window }: AxisMeasures, bore: number, length: number): Shape =>
  prism(rectangle(across, tall), length, [
    circle(bore, [-spacing / 2, 0]),
    circle(bore, [spacing / 2, 0]),
    rectangle(window.width, window.height),
  ]);
const blockVolume = ({ across, tall, window }: AxisMeasures, bore: number, length: number): number =>
  (across * tall - 2 * circleArea(bore) - window.width * window.height) * length;

const printed = ({ material }: AxisMeasures, id: string, name: string) =>
  made(
    { id, name, material, specification: material === 'petg' ? 'printed, PETG' : 'milled, 6061' },
    material === 'petg' ? ['printer3d'] : ['mill'],
  );

/** A drill that goes up through the floor of a block's window at that place along x and y. */
const throughFloor = ({ tall, wall }: AxisMeasures, diameter: number, x: number, y: number): Shape =>
  placed(cylinder(diameter, wall + 2), towards('+z', [x, y, -tall / 2 - 1]));

/** Holds the rods and, under its window, the motor. Blocks' x runs from their own end. */
export function motorSide(axis: AxisMeasures): Piece {
  const { rod, motorSide: length, screws, screw, collar, wall } = axis;
  const corners = cornersOf(screws, screws);
  const drills = [
    throughFloor(axis, collar, length / 2, 0),
    ...corners.map(([x, y]) => throughFloor(axis, screw, length / 2 + x, y)),
  ];
  return {
    ...printed(axis, 'motor-side', 'Motor side'),
    volume: blockVolume(axis, rod, length) - wall * (circleArea(collar) + 4 * circleArea(screw)),
    shape: cutBy(lying(blockShape(axis, rod, length)), ...drills),
    holes: 3 + drills.length,
    places: [towards('+z', [0, 0, 0])],
  };
}

/** Holds the rods and the bolt that the idler turns on. */
export function idlerSide(axis: AxisMeasures): Piece {
  const { rod, idlerSide: length, tall, wall, shaft, long } = axis;
  return {
    ...printed(axis, 'idler-side', 'Idler side'),
    volume: blockVolume(axis, rod, length) - 2 * wall * circleArea(shaft),
    shape: cutBy(
      lying(blockShape(axis, rod, length)),
      placed(cylinder(shaft, tall + 2), towards('+z', [length / 2, 0, -tall / 2 - 1])),
    ),
    holes: 5,
    places: [towards('+z', [long - length, 0, 0])],
  };
}

/** How deep the lid's screws go into the carriage. */
export const screwDepth = ({ screw }: AxisMeasures): number => 3 * screw;

/** Where the lid is screwed on: into the webs between bearings and window. */
export function lidScrews({
  carriage,
  window,
  wall,
  screw,
}: AxisMeasures): (readonly [x: number, y: number])[] {
  return cornersOf(carriage - 6 * screw, window.width + wall);
}

export function carriage(axis: AxisMeasures): Piece[] {
  const { bearing, carriage: length, carriageFrom, across, tall, screw, wall, head } = axis;
  const middle = carriageFrom + length / 2;
  const depth = screwDepth(axis);
  const drills = lidScrews(axis).map(([x, y]) =>
    placed(cylinder(screw, depth + 1), towards('+z', [length / 2 + x, y, tall / 2 - depth])),
  );
  return [
    {
      ...printed(axis, 'carriage', 'Carriage'),
      volume: blockVolume(axis, bearing, length) - 4 * circleArea(screw) * depth,
      shape: cutBy(lying(blockShape(axis, bearing, length)), ...drills),
      holes: 3,
      places: [towards('+z', [carriageFrom, 0, 0])],
    },
    {
      ...printed(axis, 'lid', 'Carriage lid'),
      // The heads sink in, so that something flat can lie on it.
      volume:
        (length * across - 4 * circleArea(screw)) * wall -
        4 * (circleArea(head.width) - circleArea(screw)) * head.height,
      shape: cutBy(
        prism(
          rectangle(length, across),
          wall,
          lidScrews(axis).map((at) => circle(screw, at)),
        ),
        ...lidScrews(axis).map(([x, y]) =>
          placed(cylinder(head.width, head.height + 1), towards('+z', [x, y, wall - head.height])),
        ),
      ),
      holes: 4,
      places: [towards('+z', [middle, 0, tall / 2])],
    },
  ];
}

const lying = (shape: Shape): Shape => placed(shape, towards('+x', [0, 0, 0]));
