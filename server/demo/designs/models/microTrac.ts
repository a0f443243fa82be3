import { bolt, PLATE, TUBE } from './bolts.ts';
import { type MachineModel, ModelBuilder } from './builder.ts';
import { CUBE, crossedRails, WITHIN } from './crossedRails.ts';
import { HOLE, SIDES } from './frames.ts';

/** Middle of the rails above the ground: what wheels of 500 mm and their mounting plates leave, millimetres. */
const RAIL_HEIGHT = 415.1;
/** Holes of the rails, counted from behind. */
const AXLE = 6;
const CUBE_AT = 4;

/** Two rails on three crosses, two wheel units, one Power Cube; whoever walks behind holds the handlebar. */
export function microTracModel(): MachineModel {
  const build = new ModelBuilder();
  const tube = 'frame-tube';
  build.step('bolt-frame');
  crossedRails(build, { behind: 6 * HOLE, height: RAIL_HEIGHT }, [
    // Not at the posts: their bolts would meet.
    { word: 'cross-rear', at: HOLE, plates: 'forward' },
    { word: 'cross-middle', at: 3 * HOLE, plates: 'forward', above: [WITHIN, WITHIN] },
    { word: 'cross-front', at: 'Frame length - 4 in', plates: 'backward', above: [WITHIN, WITHIN] },
  ]);
  build.step('set-units');
  for (const { side, way } of SIDES) {
    const word = `wheel-${side}`;
    build
      .design(word, 'wheelUnit', { Motor: 'medium' }, { name: `Wheel, ${side}` })
      .mate(`rail-${side} grid-back`, `${word} unit/mount`, {
        turn: way === 1 ? 0 : 180,
        x: (AXLE + (way === 1 ? 0 : 1)) * HOLE,
      });
    for (const n of [0, 1]) {
      const at = { id: `${word}-bolt-${n + 1}`, x: (AXLE + n) * HOLE };
      if (side === 'left') {
        bolt(build, { ...at, on: 'rail-left grid-front', grip: CUBE + TUBE + PLATE, z: CUBE });
      } else bolt(build, { ...at, on: 'rail-right grid-back', grip: PLATE + TUBE + WITHIN, z: PLATE });
    }
  }
  build
    .design('power', 'powerCube', {}, { name: 'Power Cube' })
    .mate('rail-left grid-front', 'power cube/mount-left', { x: CUBE_AT * HOLE })
    .step('weld-handle');
  for (const { side, inwards, out, way } of SIDES) {
    build
      .module(`post-${side}`, tube, { length: 5 * HOLE }, { name: 'Handle post' })
      .mate(`rail-${side} ${inwards}`, `post-${side} ${out}`, { turn: -90 * way });
    bolt(build, { id: `post-${side}-bolt`, on: `rail-${side} ${out}`, grip: 2 * TUBE });
  }
  build
    .module('handle', 'handlebar', { spread: '=Frame width - 12 in' }, { name: 'Handlebar' })
    .mate('post-left grid-front', 'handle mount-left', { x: 3 * HOLE })
    .mate('post-right grid-front', 'handle mount-right', { x: 3 * HOLE })
    .module('valves', 'valve-bank', { motors: 2, cylinders: 0 }, { name: 'Valve bank' })
    .module('valve-bar', tube, { length: '=Frame width - 8 in' }, { name: 'Valve bar' })
    .mate('post-left grid-back', 'valve-bar grid-front', { turn: 90, x: 4 * HOLE })
    .mate('post-right grid-back', 'valve-bar grid-front', {
      turn: 90,
      x: 4 * HOLE,
      y: '=12 in - Frame width',
    })
    .mate('valve-bar grid-left', 'valves mount', { x: '=round(Frame width / 2 - 8 in, 4 in)' })
    .line('power cube/pressure', 'valves port-in')
    .line('valves port-out', 'power cube/return');
  // On the other side of the posts is the handle.
  const bar = { on: 'valve-bar grid-back', grip: 2 * TUBE + WITHIN };
  bolt(build, { id: 'valve-bar-left-bolt', ...bar });
  bolt(build, { id: 'valve-bar-right-bolt', ...bar, x: '=Frame width - 12 in' });
  for (const [index, word] of ['left', 'right'].entries()) {
    build
      .line(`valves motor-${index + 1}-a`, `wheel-${word} unit/port-in`)
      .line(`wheel-${word} unit/port-out`, `valves motor-${index + 1}-b`);
  }
  return build.built();
}
