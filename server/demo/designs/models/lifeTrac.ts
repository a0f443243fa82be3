import { type MachineModel, ModelBuilder } from './builder.ts';
import { goingForward, HOLE, SIDES } from './frames.ts';

/** Middle of the rails above the ground: what wheels of 500 mm and their mounting plates leave, millimetres. */
const RAIL_HEIGHT = 415.1;
/** Holes of the rails: of the rear axle counted from behind, of all others from the front, as the loader is. */
const REAR_AXLE = 2;
const FRONT_AXLE = 4;
const FRONT_POST = 2;
const POST = 11;
const DECK = { front: 4, rows: 7 };
/** So far from the first hole of a rail is that one, counted from its last. */
const fromFront = (hole: number): string => `=Frame length - ${4 * (hole + 1)} in`;
/** Of the posts and arms, counted from below and from the pivot. */
const PIVOT = 7;
const ARM_END = 14;
/** Where the lift cylinders stand on the rails, and what brings the eyes of their rods to a hole of the arms. */
const LIFT = { hole: 9, angle: 51, extension: 65.2 };
const LIFT_SPACER = 50.8;
/** From the spacer to the middle of a cylinder: its barrel clears the rail, its pin reaches arm and spacer. */
const LIFT_OUT = 31;

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
  build
    .step('bolt-frame')
    .module(
      'rail-left',
      tube,
      { length: '=Frame length' },
      {
        name: 'Left rail',
        at: goingForward([3.5 * HOLE, 9 * HOLE, RAIL_HEIGHT]),
      },
    )
    .module('rail-right', tube, { length: '=Frame length' }, { name: 'Right rail' });
  const last = '=Frame width - 4 in';
  for (const [word, at, behind] of [
    ['cross-rear', 0, 0],
    ['cross-middle', 9 * HOLE, -9 * HOLE],
    ['cross-front', '=Frame length - 4 in', '=4 in - Frame length'],
  ] as const) {
    build
      .module(word, tube, { length: '=Frame width' }, { name: 'Cross tube' })
      .mate('rail-left grid-back', `${word} grid-front`, { turn: 90, x: at })
      .mate(`${word} grid-front`, 'rail-right grid-back', { turn: 90, x: last, y: behind });
  }
  for (const { side, out, inwards, way } of SIDES) {
    const turn = 90 * way;
    build
      .module(`post-${side}`, tube, { length: 8 * HOLE }, { name: 'Post' })
      .mate(`rail-${side} ${out}`, `post-${side} ${inwards}`, { turn, x: fromFront(POST) })
      .module(`front-post-${side}`, tube, { length: 6 * HOLE }, { name: 'Front post' })
      .mate(`rail-${side} ${inwards}`, `front-post-${side} ${out}`, {
        turn: -turn,
        x: fromFront(FRONT_POST),
      });
  }
  build
    .module('rear-tie', tube, { length: '=Frame width + 8 in' }, { name: 'Rear tie' })
    .mate('post-left grid-front', 'rear-tie grid-back', { turn: -90, x: PIVOT * HOLE })
    .mate('post-right grid-front', 'rear-tie grid-back', {
      turn: -90,
      x: PIVOT * HOLE,
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
      },
      { name: 'Deck' },
    )
    .mate('rail-left grid-front', 'deck grid-bottom', { turn: -90, x: fromFront(DECK.front) });
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
        { angle: LIFT.angle * way, thickness: LIFT_SPACER },
        { name: 'Spacer of a lift cylinder' },
      )
      .mate(`rail-${side} ${out}`, `lift-spacer-${side} fixed`, { x: fromFront(LIFT.hole) })
      .module(
        `lift-${side}`,
        'hydraulic-cylinder',
        { bore: 50, rod: 28, stroke: 300, wall: 6, pin: 22, extension: LIFT.extension },
        { name: 'Lift cylinder' },
      )
      .mate(`lift-spacer-${side} turning`, `lift-${side} base-pin`, { z: LIFT_OUT });
  }
  build
    .module(
      'bucket',
      'loader-bucket',
      { width: '=Frame width + 15.25 in', spread: '=Frame width + 9 in', tilt: '=Arm slope' },
      { name: 'Bucket' },
    )
    .mate('arm-right grid-left', 'bucket arm-right', { x: ARM_END * HOLE })
    .mate('arm-left grid-right', 'bucket arm-left', { x: ARM_END * HOLE });
}

function hoses(build: ModelBuilder): void {
  build
    .step('plumb')
    .module('valves', 'valve-bank', { motors: 4, cylinders: 1 }, { name: 'Valve bank' })
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
      .line('valves cylinder-1-b', `lift-${side} rod-port`);
  }
}
