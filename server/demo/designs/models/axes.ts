import type { ParameterSetting } from '../../../../shared/assemblies/instances.ts';
import type { ModelBuilder } from './builder.ts';

/** 1 in: tubes of smaller machines, and how far their holes are apart. */
export const INCH = 25.4;
/** Tubes and screws of machines with rods of 8 mm. */
export const SMALL_TUBE = { outer: INCH, wall: 1.65, pitch: INCH, hole: 6.5 } as const;

/** What an axis takes beside its travel, from end to end of its rods, and of its carriage: along and across. */
export const THIN = { blocks: 126.3, carriage: { along: 50, across: 90 } } as const;
export const THICK = { blocks: 232.7, carriage: { along: 116.3, across: 181.52 } } as const;

/** From the end of the rods to the middle of the foot's holes, where foot and upright are so. */
export const footReach = ({ foot, thickness }: { foot: number; thickness: number }): number =>
  thickness + foot / 2;
const SMALL_FOOT = { foot: INCH, thickness: 4 };
/** Both feet of a thin axis. */
export const SMALL_REACH = 2 * footReach(SMALL_FOOT);

interface AxisBetween {
  word: string;
  name: string;
  /** Of the axis, as the design calls them. */
  values: Readonly<Record<string, ParameterSetting>>;
  feet: Readonly<Record<string, ParameterSetting>>;
  /** What the foot at the motor stands on, how it is turned there and at which hole. */
  motor: { on: string; turn: number; x?: number | string; y?: number | string };
  /** What the other foot stands on; none: it hangs on the rods. */
  idler?: { on: string; turn: number; x?: number | string; y?: number | string };
  /** Carriage below. */
  upsideDown?: boolean;
}

/** A Universal Axis between two feet. */
export function axisBetween(build: ModelBuilder, axis: AxisBetween): void {
  const { word, name, values, feet, motor, idler, upsideDown = false } = axis;
  const turn = upsideDown ? 180 : 0;
  const { on, ...where } = motor;
  build
    .module(`${word}-foot`, 'axis-foot', feet, { name: `${name}: foot at the motor` })
    .mate(on, `${word}-foot grid`, where)
    .design(word, 'universalAxis', values, { name })
    .mate(`${word}-foot rods`, `${word} axis/rods-motor`, { turn })
    .module(`${word}-end`, 'axis-foot', feet, { name: `${name}: foot at the idler` })
    .mate(`${word} axis/rods-idler`, `${word}-end rods`, { turn });
  if (idler) {
    const { on: end, ...there } = idler;
    build.mate(end, `${word}-end grid`, there);
  }
}

/** Feet of a thin axis with so many screws. */
export const smallFeet = (columns: number, drop = 12.5) => ({ ...SMALL_FOOT, columns, drop });

/** The motor of a thin axis passes between its rods and what it stands on. */
const LIFT_DROP = 54;
/** Rows of holes in the plate that a thin axis stands upright on, and what its travel is then. */
const ROWS = 9;
const UPRIGHT_TRAVEL = (ROWS - 1) * INCH - SMALL_REACH - THIN.blocks;

/**
 * A plate on a carriage that looks forward, a thin axis up and down on it, and a tool on that one's carriage.
 * @param face of the carriage: along and across.
 */
export function toolOnUprightAxis(
  build: ModelBuilder,
  { on, face, tool }: { on: string; face: { along: number; across: number }; tool: string },
): void {
  build
    .module(
      'lift-plate',
      'flat-plate',
      {
        ...{ width: Math.max(100, face.along), height: ROWS * INCH + 8, thickness: 6, material: 'aluminium' },
        ...{ columns: 3, rows: ROWS, pitch: INCH, hole: 6.5 },
        ...{ faceWidth: face.along, faceHeight: face.across },
      },
      { name: 'Plate of the lifting axis' },
    )
    .mate(on, 'lift-plate face-bottom');
  axisBetween(build, {
    word: 'lift',
    name: 'Lifting axis',
    values: { Travel: UPRIGHT_TRAVEL },
    feet: smallFeet(3, LIFT_DROP),
    motor: { on: 'lift-plate grid-top', turn: 180, x: 2 * INCH },
    idler: { on: 'lift-plate grid-top', turn: 0, y: (ROWS - 1) * INCH },
  });
  build
    .module(
      'tool',
      'tool-head',
      { tool, width: THIN.carriage.across, height: THIN.carriage.along },
      { name: tool === 'torch' ? 'Torch' : 'Spindle' },
    )
    .mate('lift axis/carriage', 'tool mount-turned');
}

/** A small supply for thin axes, and a large one. */
export const SUPPLIES = {
  small: { volts: '12', watts: 100, length: 130, width: 60, height: 40 },
  large: { volts: '24' },
} as const;
