import type { Material } from '../materials.ts';

/** What the Universal Axis is made of at each diameter of its rods; millimetres. */
export interface AxisSizes {
  rod: number;
  /** Of a linear bearing. */
  bearing: number;
  bearingLength: number;
  /** Side of the motor's face, its depth, the square of its screws, its collar and shaft: NEMA 17, 23, 34. */
  motor: number;
  motorDepth: number;
  screws: number;
  screw: number;
  collar: number;
  shaft: number;
  frame: string;
  volts: number;
  amps: number;
  pulley: number;
  belt: number;
  /** Of the blocks around what they hold: chosen. */
  wall: number;
  material: Material;
}

const SIZES: Record<'8' | '25.4' | '50.8', AxisSizes> = {
  '8': {
    ...{ rod: 8, bearing: 15, bearingLength: 24, wall: 5, material: 'petg', pulley: 12, belt: 6 },
    ...{ frame: 'NEMA 17', motor: 42.3, motorDepth: 40, screws: 31, screw: 3, collar: 22, shaft: 5 },
    ...{ volts: 12, amps: 1.7 },
  },
  '25.4': {
    ...{
      rod: 25.4,
      bearing: 39.69,
      bearingLength: 57.15,
      wall: 10,
      material: 'aluminium',
      pulley: 20,
      belt: 9,
    },
    ...{ frame: 'NEMA 23', motor: 56.4, motorDepth: 76, screws: 47.14, screw: 5, collar: 38.1, shaft: 6.35 },
    ...{ volts: 24, amps: 3 },
  },
  '50.8': {
    ...{
      rod: 50.8,
      bearing: 76.2,
      bearingLength: 101.6,
      wall: 16,
      material: 'aluminium',
      pulley: 36,
      belt: 15,
    },
    ...{ frame: 'NEMA 34', motor: 86, motorDepth: 100, screws: 69.6, screw: 6, collar: 73, shaft: 12.7 },
    ...{ volts: 48, amps: 5 },
  },
};

export interface Axis {
  rod: '8' | '25.4' | '50.8';
  travel: number;
  /** Beyond the least distance of the rods. */
  wider: number;
  /** Share of the travel, per cent. */
  position: number;
}

/** Everything that follows: rods lie along x at y = ± spacing/2; blocks share one outline and one window. */
export function axisSizes({ rod, travel, wider, position }: Axis) {
  const sizes = SIZES[rod];
  const { bearing, bearingLength, wall, screws, screw, motor } = sizes;
  const window = { width: screws + 3 * screw + wider, height: bearing };
  const spacing = bearing + 2 * wall + window.width;
  const motorSide = motor + 2 * wall;
  const idlerSide = 2 * sizes.pulley;
  const carriage = 2 * bearingLength + 2;
  return {
    ...sizes,
    window,
    /** Of the screws' round heads. */
    head: { width: 1.8 * screw, height: screw },
    spacing,
    motorSide,
    idlerSide,
    carriage,
    /** Of every block, across and up. */
    across: spacing + bearing + 2 * wall,
    tall: bearing + 2 * wall,
    carriageFrom: motorSide + (travel * position) / 100,
    long: motorSide + carriage + travel + idlerSide,
  };
}
export type AxisMeasures = ReturnType<typeof axisSizes>;
