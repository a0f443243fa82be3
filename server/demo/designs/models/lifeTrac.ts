import { TILT } from '../../../../shared/modules/loaderBucket.ts';
import { bolt, PLATE, TUBE } from './bolts.ts';
import { type MachineModel, ModelBuilder } from './builder.ts';
import { CUBE, crossedRails, WITHIN } from './crossedRails.ts';
import { shortestOf } from './cylinders.ts';
import { HOLE, SIDES } from './frames.ts';

/** Middle of the rails above the ground: what wheels of 500 mm and their mounting plates leave, millimetres. */
const RAIL_HEIGHT = 415.1;
/** Holes of the rails: of the rear axle counted from behind, of all others from the front, as the loader is. */
const REAR_AXLE = 2;
const FRONT_AXLE = 4;
const FRONT_POST = 2;
const POST = 11;
const DECK = { front: 4, rows: 7, thickness: 6.35 };
/** So far from the first hole of a rail is that one, counted from its last. */
const fromFront = (hole: number): string => `=Frame length - ${4 * (hole + 1)} in`;
/** Of the posts and arms, counted from below and from the pivot. */
const PIVOT = 7;
const REAR_TIE = 8;
const ARM_END = 14;
/**
 * The lift cylinders stand on the rails, so many holes in front of the posts, and reach the arms at that one: in a
 * triangle of these two and the pivot, their length follows from how the arms slope, and how they lean.
 */
const LIFT = { ahead: 2, arm: 4 };
const CYLINDER = { bore: 50, rod: 28, stroke: 360, wall: 6, pin: 22 };
const ALONG = `${LIFT.arm} * cos(Arm slope) - ${LIFT.ahead}`;
const UP = `${PIVOT} - ${LIFT.arm} * sin(Arm slope)`;
/** Pin to pin, in holes: the law of cosines. */
const REACH = `sqrt(${LIFT.arm ** 2 + LIFT.ahead ** 2 + PIVOT ** 2} - ${2 * LIFT.arm * LIFT.ahead} * cos(Arm slope) - ${2 * LIFT.arm * PIVOT} * sin(Arm slope))`;
const LIFT_SPACER = 50.8;
/** From the spacer, and from the pivot's disc, to the middle of a cylinder: its barrel clears the rail, its pin reaches arm and spacer. */
const LIFT_OUT = 31;
const DISC = 12.7;
/**
 * The cylinders that tip the bucket lie within the arms, so many holes behind its pins. Their length follows from the
 * triangle of that hole, the bucket's pins and its lugs, whose angle at the pins is `TIPPED`; degrees and millimetres.
 */
const TIP = { behind: 4, up: 92.4 };
const TIPPER = { bore: 50, rod: 28, stroke: 200, wall: 6, pin: 22 };
const WASHER = 2;
const TIP_ARM = Math.round(Math.hypot(TILT.out, TIP.up) * 100) / 100;
const TIP_ANGLE = Math.round((Math.atan2(TIP.up, TILT.out) * 180_000) / Math.PI) / 1000;
const TIPPED = `(Arm slope + Bucket tilt + ${TIP_ANGLE})`;
const TIP_BACK = TIP.behind * HOLE;
const TIP_REACH = `sqrt(${TIP_BACK} * ${TIP_BACK} + ${TIP_ARM} * ${TIP_ARM} + 2 * ${TIP_BACK} * ${TIP_ARM} * cos${TIPPED})`;
/** How the cylinder rises against the arm. */
const TIP_RISE = `atan2(${TIP_ARM} * sin${TIPPED}, ${TIP_BACK} + ${TIP_ARM} * cos${TIPPED})`;
/** Of the bucket. */
const LUG = 12.7;

/** Two rails on crosses, four wheel units below them, a Power Cube behind, a loader on two posts. */
export function lifeTracModel(): MachineModel {
  const build = new ModelBuilder();
  frame(build);
  drive(build);
  loader(build);
  hoses(build);
  return build.built();
}

function frame(build: ModelBuilder): void {
  const tube = 'frame-tube';
  build.step('bolt-frame');
  crossedRails(build, { behind: 9 * HOLE, height: RAIL_HEIGHT }, [
    { word: 'cross-rear', at: 0, plates: 'forward', above: [CUBE, WITHIN] },
    {
      word: 'cross-middle',
      at: 'Frame length - 36 in',
      plates: 'forward',
      above: [DECK.thickness, DECK.thickness],
    },
    { word: 'cross-front', at: 'Frame length - 4 in', plates: 'backward' },
  ]);
  for (const { side, out, inwards, way } of SIDES) {
    const turn = 90 * way;
    build
      .module(`post-${side}`, tube, { length: 9 * HOLE }, { name: 'Post' })
      .mate(`rail-${side} ${out}`, `post-${side} ${inwards}`, { turn, x: fromFront(POST) })
      .module(`front-post-${side}`, tube, { length: 6 * HOLE }, { name: 'Front post' })
      .mate(`rail-${side} ${inwards}`, `front-post-${side} ${out}`, {
        turn: -turn,
        x: fromFront(FRONT_POST),
      });
    bolt(build, { id: `post-${side}-bolt`, on: `post-${side} ${out}`, grip: 2 * TUBE });
    // The wheel passes close to the rail: here too the nut sits within it.
    const front = { id: `front-post-${side}-bolt`, on: `front-post-${side} ${inwards}` };
    bolt(build, { ...front, grip: TUBE + TUBE + WITHIN });
    const rear = { on: `rail-${side} grid-front`, x: fromFront(DECK.front + DECK.rows - 1) };
    bolt(build, { id: `deck-${side}-bolt`, grip: TUBE + DECK.thickness, z: DECK.thickness, ...rear });
  }
  build
    .module('rear-tie', tube, { length: '=Frame width + 8 in' }, { name: 'Rear tie' })
    .mate('post-left grid-front', 'rear-tie grid-back', { turn: -90, x: REAR_TIE * HOLE })
    .mate('post-right grid-front', 'rear-tie grid-back', {
      turn: -90,
      x: REAR_TIE * HOLE,
      y: '=Frame width + 4 in',
    })
    .module('front-tie', tube, { length: '=Frame width - 8 in' }, { name: 'Front tie' })
    .mate('front-post-left grid-back', 'front-tie grid-front', { turn: 90, x: 5 * HOLE })
    .mate('front-post-right grid-back', 'front-tie grid-front', {
      turn: 90,
      x: 5 * HOLE,
      y: '=12 in - Frame width',
    })
    .module(
      'deck',
      'flat-plate',
      {
        width: '=Frame width',
        height: DECK.rows * HOLE,
        columns: '=Frame width / 4 in',
        rows: DECK.rows,
        thickness: DECK.thickness,
      },
      { name: 'Deck' },
    )
    .mate('rail-left grid-front', 'deck grid-bottom', { turn: -90, x: fromFront(DECK.front) });
  for (const [on, last] of [
    ['rear-tie grid-front', '=Frame width + 4 in'],
    ['front-tie grid-back', '=Frame width - 12 in'],
  ] as const) {
    const [tie = ''] = on.split(' ');
    bolt(build, { id: `${tie}-left-bolt`, on, grip: 2 * TUBE });
    bolt(build, { id: `${tie}-right-bolt`, on, grip: 2 * TUBE, x: last });
  }
}

function drive(build: ModelBuilder): void {
  build.step('set-wheels');
  for (const { side, way } of SIDES) {
    // The unit of the left is turned about: its first hole is the one in front.
    const ahead = way === 1 ? 0 : 1;
    for (const [end, axle] of [
      ['rear', (REAR_AXLE + ahead) * HOLE],
      ['front', fromFront(FRONT_AXLE - ahead)],
    ] as const) {
      const word = `wheel-${end}-${side}`;
      build.design(word, 'wheelUnit', {}, { name: `Wheel, ${end} ${side}` });
      build.mate(`rail-${side} grid-back`, `${word} unit/mount`, {
        turn: way === 1 ? 0 : 180,
        x: axle,
      });
    }
    const [above, below] = [`rail-${side} grid-front`, `rail-${side} grid-back`];
    for (const n of [0, 1]) {
      const rear = { id: `wheel-rear-${side}-bolt-${n + 1}`, x: (REAR_AXLE + n) * HOLE };
      if (side === 'left') bolt(build, { ...rear, on: above, grip: CUBE + TUBE + PLATE, z: CUBE });
      else bolt(build, { ...rear, on: below, grip: PLATE + TUBE + WITHIN, z: PLATE });
      // The deck begins at the first of these holes.
      const over = n === 0 ? DECK.thickness : 0;
      const front = { id: `wheel-front-${side}-bolt-${n + 1}`, x: fromFront(FRONT_AXLE - n), z: over };
      bolt(build, { ...front, on: above, grip: over + TUBE + PLATE });
    }
  }
  build
    .step('set-power')
    .design('power', 'powerCube', {}, { name: 'Power Cube' })
    .mate('rail-left grid-front', 'power cube/mount-left')
    .step('try-out')
    .module('seat', 'seat', {}, { name: 'Seat' })
    .mate('deck grid-top', 'seat mount', { x: '=round(Frame width / 2 - 4 in, 4 in)', y: 2 * HOLE });
}

function loader(build: ModelBuilder): void {
  build.step('weld-bucket');
  for (const { side, out, inwards, way } of SIDES) {
    build
      .module(
        `pivot-${side}`,
        'pivot-disc',
        { angle: way === 1 ? '=-90 - Arm slope' : '=90 + Arm slope' },
        { name: 'Pivot of an arm' },
      )
      .mate(`post-${side} ${out}`, `pivot-${side} fixed`, { x: PIVOT * HOLE })
      .module(`arm-${side}`, 'frame-tube', { length: 15 * HOLE }, { name: 'Loader arm' })
      .mate(`pivot-${side} turning`, `arm-${side} ${inwards}`)
      .module(
        `lift-spacer-${side}`,
        'pivot-disc',
        { angle: `=${way} * atan2(${UP}, ${ALONG})`, thickness: LIFT_SPACER },
        { name: 'Spacer of a lift cylinder' },
      )
      .mate(`rail-${side} ${out}`, `lift-spacer-${side} fixed`, { x: fromFront(POST - LIFT.ahead) })
      .module(
        `lift-${side}`,
        'hydraulic-cylinder',
        { ...CYLINDER, extension: `=${HOLE} * ${REACH} - ${shortestOf(CYLINDER)}` },
        { name: 'Lift cylinder' },
      )
      .mate(`lift-spacer-${side} turning`, `lift-${side} base-pin`, { z: LIFT_OUT })
      .mate(`arm-${side} ${out}`, `lift-${side} rod-pin`, {
        x: LIFT.arm * HOLE,
        z: LIFT_OUT + LIFT_SPACER - 2 * HOLE - DISC,
      });
    bolt(build, { id: `pivot-${side}-bolt`, on: `arm-${side} ${out}`, grip: 2 * TUBE + DISC });
    const bucket = { on: `arm-${side} ${out}`, x: ARM_END * HOLE };
    bolt(build, { id: `bucket-${side}-bolt`, grip: TUBE + DISC + LUG, ...bucket });
    build
      .module(`bucket-pivot-${side}`, 'pivot-disc', {}, { name: 'Pivot of the bucket' })
      .mate(`arm-${side} ${inwards}`, `bucket-pivot-${side} fixed`, { x: ARM_END * HOLE });
  }
  build
    .module(
      'bucket',
      'loader-bucket',
      { width: '=Frame width + 15.25 in', spread: '=Frame width + 8 in', tilt: '=Arm slope + Bucket tilt' },
      { name: 'Bucket' },
    )
    .mate('bucket-pivot-right turning', 'bucket arm-right')
    .mate('bucket-pivot-left turning', 'bucket arm-left');
  for (const { side, inwards, way } of SIDES) {
    const angle = `=${-way} * ${TIP_RISE}`;
    build
      .module(
        `tilt-spacer-${side}`,
        'pivot-disc',
        { angle, thickness: DISC + TILT.aside - LIFT_OUT },
        { name: 'Spacer of a tilt cylinder' },
      )
      .mate(`arm-${side} ${inwards}`, `tilt-spacer-${side} fixed`, { x: (ARM_END - TIP.behind) * HOLE })
      .module(
        `tilt-${side}`,
        'hydraulic-cylinder',
        { ...TIPPER, extension: `=${TIP_REACH} - ${shortestOf(TIPPER)}` },
        { name: 'Tilt cylinder' },
      )
      .mate(`tilt-spacer-${side} turning`, `tilt-${side} base-pin`, { z: LIFT_OUT })
      .module(
        `tilt-washer-${side}`,
        'pivot-disc',
        { angle, outer: 50, thickness: WASHER, hole: TILT.pin },
        { name: 'Washer of a tilt cylinder' },
      )
      .mate(`bucket tilt-${side}`, `tilt-washer-${side} fixed`)
      .mate(`tilt-washer-${side} turning`, `tilt-${side} rod-pin`, { z: TILT.room / 2 - WASHER });
  }
}

function hoses(build: ModelBuilder): void {
  build
    .step('plumb')
    .module('valves', 'valve-bank', { motors: 4, cylinders: 2 }, { name: 'Valve bank' })
    .mate('front-tie grid-left', 'valves mount', { turn: 180, x: '=round(Frame width / 2 - 8 in, 4 in)' })
    .line('power cube/pressure', 'valves port-in')
    .line('valves port-out', 'power cube/return');
  for (const [index, word] of ['rear-left', 'front-left', 'rear-right', 'front-right'].entries()) {
    build
      .line(`valves motor-${index + 1}-a`, `wheel-${word} unit/port-in`)
      .line(`wheel-${word} unit/port-out`, `valves motor-${index + 1}-b`);
  }
  for (const { side } of SIDES) {
    build
      .line('valves cylinder-1-a', `lift-${side} base-port`)
      .line('valves cylinder-1-b', `lift-${side} rod-port`)
      .line('valves cylinder-2-a', `tilt-${side} base-port`)
      .line('valves cylinder-2-b', `tilt-${side} rod-port`);
  }
}
