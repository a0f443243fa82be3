import type { Piece } from '../module.ts';
import { loopAround } from '../solids/loops.ts';
import {
  box,
  circleArea,
  cornersOf,
  cutBy,
  cylinder,
  joined,
  prism,
  raised,
  ring,
  ringArea,
  towards,
  turnedShape,
} from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { lidScrews, screwDepth } from './axisBlocks.ts';
import type { AxisMeasures } from './axisSizes.ts';
import { bought, made, told } from './pieces.ts';

/** GT2 belt, millimetres; so much room is left between it and a pulley. */
const BELT = 1.5;
const SLACK = 0.3;
const FLANGE = 1;
const COLLAR = 2;

const beltRadius = ({ pulley }: AxisMeasures): number => pulley / 2 + SLACK + BELT / 2;
const motorAt = ({ motorSide }: AxisMeasures): number => motorSide / 2;
const idlerAt = ({ long, idlerSide }: AxisMeasures): number => long - idlerSide / 2;

export function axisParts(axis: AxisMeasures): Piece[] {
  const { rod, spacing, long, bearing, bearingLength, carriageFrom } = axis;
  const onRods = (x: number) => [-spacing / 2, spacing / 2].map((y) => towards('+x', [x, y, 0]));
  return [
    {
      ...bought({
        id: 'rod',
        name: `Rod ${told(rod)} × ${told(long)} mm`,
        material: 'steel',
        specification: 'ground',
      }),
      cut: { stock: `ground rod ${told(rod)} mm`, length: long },
      machines: ['saw'],
      volume: circleArea(rod) * long,
      shape: cylinder(rod, long),
      holes: 0,
      places: onRods(0),
    },
    {
      ...bought({
        id: 'linear-bearing',
        name: `Linear bearing ${told(rod)} mm`,
        material: 'steel',
        specification: 'ball bushing',
      }),
      volume: ringArea(bearing, rod) * bearingLength,
      shape: ring(bearing, rod, bearingLength),
      holes: 1,
      places: [carriageFrom, carriageFrom + bearingLength + 2].flatMap(onRods),
    },
    motor(axis),
    screws(
      'motor-screw',
      axis,
      axis.wall,
      cornersOf(axis.screws, axis.screws).map(([x, y]) =>
        towards('-z', [motorAt(axis) + x, y, -axis.window.height / 2]),
      ),
    ),
    screws(
      'lid-screw',
      axis,
      axis.wall - axis.head.height + screwDepth(axis),
      lidScrews(axis).map(([x, y]) =>
        towards('-z', [
          carriageFrom + axis.carriage / 2 + x,
          y,
          axis.tall / 2 + axis.wall - axis.head.height,
        ]),
      ),
    ),
    grooved('pulley', 'Pulley', axis, motorAt(axis)),
    grooved('idler', 'Idler with its bearings', axis, idlerAt(axis)),
    idlerBolt(axis),
    beltPiece(axis),
    peg(axis),
  ];
}

function motor(axis: AxisMeasures): Piece {
  const { motor: side, motorDepth, collar, shaft, tall, wall, window, belt, frame } = axis;
  const reach = wall + window.height / 2 + belt / 2 + FLANGE;
  return {
    ...bought({
      id: 'motor',
      name: `Stepper motor ${frame}`,
      material: 'machine',
      specification: `${frame}, ${told(motorDepth)} mm long`,
    }),
    tracked: true,
    volume: side ** 2 * motorDepth + circleArea(collar) * COLLAR + circleArea(shaft) * (reach - COLLAR),
    shape: joined(
      raised(box(side, side, motorDepth), -motorDepth),
      raised(cylinder(collar, COLLAR + 2), -2),
      raised(cylinder(shaft, reach + 2), -2),
    ),
    holes: 0,
    places: [towards('+z', [motorAt(axis), 0, -tall / 2])],
  };
}

/** Screws with a round head; each place is where the head rests. */
function screws(
  id: string,
  { screw, head }: AxisMeasures,
  length: number,
  places: readonly Placement[],
): Piece {
  const { width: wide, height: high } = head;
  return {
    ...bought({
      id,
      name: `Screw M${screw} × ${told(length)} mm`,
      material: 'steel',
      specification: 'socket head',
    }),
    volume: circleArea(wide) * high + circleArea(screw) * length,
    shape: joined(raised(cylinder(wide, high), -high), raised(cylinder(screw, length + high / 2), -high / 2)),
    holes: 0,
    places,
  };
}

/** A wheel for the belt, with a flange above and below it. */
function grooved(id: string, name: string, { pulley, belt, shaft }: AxisMeasures, x: number): Piece {
  const [radius, flange] = [pulley / 2, pulley / 2 + BELT];
  const half = belt / 2;
  return {
    ...bought({
      id,
      name,
      material: 'aluminium',
      specification: `${told(pulley)} mm, belt of ${belt} mm, bore ${told(shaft)} mm`,
    }),
    volume: ringArea(pulley, shaft) * belt + 2 * ringArea(2 * flange, shaft) * FLANGE,
    shape: cutBy(
      turnedShape([
        [0, -half - FLANGE],
        [flange, -half - FLANGE],
        [flange, -half],
        [radius, -half],
        [radius, half],
        [flange, half],
        [flange, half + FLANGE],
        [0, half + FLANGE],
      ]),
      raised(cylinder(shaft, belt + 2 * FLANGE + 2), -half - FLANGE - 1),
    ),
    holes: 1,
    places: [towards('+z', [x, 0, 0])],
  };
}

function idlerBolt(axis: AxisMeasures): Piece {
  const { shaft, tall } = axis;
  return {
    ...bought({
      id: 'idler-bolt',
      name: `Idler bolt ${told(shaft)} mm`,
      material: 'steel',
      specification: 'socket head',
    }),
    volume: circleArea(2 * shaft) * shaft + circleArea(shaft) * (tall + shaft),
    shape: joined(
      raised(cylinder(2 * shaft, shaft), -shaft),
      raised(cylinder(shaft, tall + 1.5 * shaft), -shaft / 2),
    ),
    holes: 0,
    places: [towards('-z', [idlerAt(axis), 0, tall / 2])],
  };
}

function beltPiece(axis: AxisMeasures): Piece {
  const { belt } = axis;
  const radius = beltRadius(axis);
  const loop = loopAround([
    { middle: [motorAt(axis), 0], radius },
    { middle: [idlerAt(axis), 0], radius },
  ]);
  return {
    ...bought({
      id: 'belt',
      name: `Belt ${belt} mm, ${told(loop.length)} mm long`,
      material: 'rubber',
      specification: 'GT2',
    }),
    volume: loop.length * BELT * belt,
    shape: prism(loop.outline(BELT / 2), belt, [loop.outline(-BELT / 2)]),
    holes: 1,
    places: [towards('+z', [0, 0, -belt / 2])],
  };
}

/** Clamps one run of the belt to the wall of the carriage's window. */
function peg(axis: AxisMeasures): Piece {
  const { belt, window, carriageFrom, carriage, material } = axis;
  const from = beltRadius(axis) + BELT / 2;
  const [deep, long, high] = [window.width / 2 - from, carriage / 3, belt + 4];
  return {
    ...made({ id: 'belt-peg', name: 'Belt peg', material, specification: 'clamps the belt' }, ['printer3d']),
    volume: deep * long * high,
    shape: box(long, deep, high),
    holes: 0,
    places: [towards('+z', [carriageFrom + carriage / 2, from + deep / 2, -high / 2])],
  };
}
