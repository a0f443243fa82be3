import { type MachineModel, ModelBuilder } from './builder.ts';
import { goingForward, HOLE, SIDES } from './frames.ts';

/** Middle of the rails above the ground: what wheels of 500 mm and their mounting plates leave, millimetres. */
const RAIL_HEIGHT = 415.1;
/** Holes of the rails, counted from behind. */
const AXLE = 6;
const CUBE = 4;

/** Two rails on four crosses, two wheel units, one Power Cube; whoever walks behind holds the handlebar. */
export function microTracModel(): MachineModel {
  const build = new ModelBuilder();
  const tube = 'frame-tube';
  build
    .step('bolt-frame')
    .module(
      'rail-left',
      tube,
      { length: '=Frame length' },
      {
        name: 'Left rail',
        at: goingForward([3.5 * HOLE, 6 * HOLE, RAIL_HEIGHT]),
      },
    )
    .module('rail-right', tube, { length: '=Frame length' }, { name: 'Right rail' });
  for (const [word, at, behind] of [
    ['cross-rear', 0, 0],
    ['cross-middle', 3 * HOLE, -3 * HOLE],
    ['cross-front', '=Frame length - 4 in', '=4 in - Frame length'],
  ] as const) {
    build
      .module(word, tube, { length: '=Frame width' }, { name: 'Cross tube' })
      .mate('rail-left grid-back', `${word} grid-front`, { turn: 90, x: at })
      .mate(`${word} grid-front`, 'rail-right grid-back', {
        turn: 90,
        x: '=Frame width - 4 in',
        y: behind,
      });
  }
  build.step('set-units');
  for (const { side, way } of SIDES) {
    const word = `wheel-${side}`;
    build
      .design(word, 'wheelUnit', { Motor: 'medium' }, { name: `Wheel, ${side}` })
      .mate(`rail-${side} grid-back`, `${word} unit/mount`, {
        turn: way === 1 ? 0 : 180,
        x: (AXLE + (way === 1 ? 0 : 1)) * HOLE,
      });
  }
  build
    .design('power', 'powerCube', {}, { name: 'Power Cube' })
    .mate('rail-left grid-front', 'power cube/mount-left', { x: CUBE * HOLE })
    .step('weld-handle');
  for (const { side, inwards, out, way } of SIDES) {
    build
      .module(`post-${side}`, tube, { length: 5 * HOLE }, { name: 'Handle post' })
      .mate(`rail-${side} ${inwards}`, `post-${side} ${out}`, { turn: -90 * way });
  }
  build
    .module('handle', 'handlebar', { spread: '=Frame width - 12 in' }, { name: 'Handlebar' })
    .mate('post-left grid-front', 'handle mount-left', { x: 3 * HOLE })
    .mate('post-right grid-front', 'handle mount-right', { x: 3 * HOLE })
    .module('valves', 'valve-bank', { motors: 2, cylinders: 0 }, { name: 'Valve bank' })
    .module('valve-bar', tube, { length: '=Frame width - 8 in' }, { name: 'Valve bar' })
    .mate('post-left grid-back', 'valve-bar grid-front', { turn: 90, x: 4 * HOLE })
    .mate('valve-bar grid-left', 'valves mount', { x: '=round(Frame width / 2 - 8 in, 4 in)' })
    .line('power cube/pressure', 'valves port-in')
    .line('valves port-out', 'power cube/return');
  for (const [index, word] of ['left', 'right'].entries()) {
    build
      .line(`valves motor-${index + 1}-a`, `wheel-${word} unit/port-in`)
      .line(`wheel-${word} unit/port-out`, `valves motor-${index + 1}-b`);
  }
  return build.built();
}
