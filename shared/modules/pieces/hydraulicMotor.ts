import type { Piece } from '../module.ts';
import {
  box,
  circle,
  circleArea,
  cutBy,
  cylinder,
  joined,
  onCircle,
  type Point,
  placed,
  prism,
  raised,
  rectangle,
  towards,
} from '../solids/shapes.ts';
import { type Placement, pointAt } from '../vectors.ts';
import { bought } from './pieces.ts';

/** Millimetres. Flange and bolts are those of the wheel unit v25; the rest is chosen, near motors of 300 cm³ a turn. */
export const MOTOR = {
  flange: 190.5,
  boltCircle: 209.55,
  bolt: 12.7,
  hole: 13.5,
  flangeThickness: 19.05,
  body: 110,
  bodyLength: 150,
  cap: 90,
  length: 185,
  portWidth: 36,
  portHeight: 75,
  portDepth: 15,
  /** Nominal size of the ports: couplers of 1/2 in. */
  port: 12.7,
} as const;
const PORTS: readonly Point[] = [
  [-26, 110],
  [26, 110],
];

/** Middles of the four holes in its flange. */
export const motorBolts = (): Point[] => onCircle(MOTOR.boltCircle, 4);

/** Hydraulic motor: its flange's face at the place, its body along z, its shaft the other way, its ports towards y. */
export function hydraulicMotor(shaft: { diameter: number; length: number }, place: Placement): Piece {
  const { flange, flangeThickness, body, bodyLength, cap, length, portWidth, portHeight, portDepth, port } =
    MOTOR;
  const solid = joined(
    prism(
      rectangle(flange, flange),
      flangeThickness,
      motorBolts().map((at) => circle(MOTOR.hole, at)),
    ),
    box(body, body, bodyLength),
    cylinder(cap, length),
    raised(cylinder(shaft.diameter, shaft.length + flangeThickness), -shaft.length),
    ...PORTS.map(([x, z]) => placed(cylinder(portWidth, portHeight), towards('+y', [x, 0, z]))),
  );
  const bores = PORTS.map(([x, z]) =>
    placed(cylinder(port, portDepth + 1), towards('+y', [x, portHeight - portDepth, z])),
  );
  return {
    ...bought({
      id: 'motor',
      name: 'Hydraulic motor',
      material: 'machine',
      specification: 'gerotor motor, four-bolt flange, ports of 1/2 in',
    }),
    tracked: true,
    // Flange with four holes; of body, cap and shaft what stands out of one another; two ports with their bores.
    volume:
      (flange ** 2 - 4 * circleArea(MOTOR.hole)) * flangeThickness +
      body ** 2 * (bodyLength - flangeThickness) +
      circleArea(cap) * (length - bodyLength) +
      circleArea(shaft.diameter) * shaft.length +
      2 * (circleArea(portWidth) * (portHeight - body / 2) - circleArea(port) * portDepth),
    shape: cutBy(solid, ...bores),
    holes: 4,
    places: [place],
  };
}

/** Where hoses meet the two ports of a motor that stands there. */
export const motorPorts = (place: Placement): Placement[] =>
  PORTS.map(([x, z]) => ({
    origin: pointAt(place, [x, MOTOR.portHeight, z]),
    x: place.x,
    z: [
      place.z[1] * place.x[2] - place.z[2] * place.x[1],
      place.z[2] * place.x[0] - place.z[0] * place.x[2],
      place.z[0] * place.x[1] - place.z[1] * place.x[0],
    ],
  }));
