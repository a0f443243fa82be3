import {
  axisBetween,
  INCH,
  SMALL_REACH,
  SMALL_TUBE,
  SUPPLIES,
  smallFeet,
  THIN,
  toolOnUprightAxis,
} from './axes.ts';
import { type MachineModel, ModelBuilder } from './builder.ts';
import { goingForward, SIDES } from './frames.ts';

/** Holes of the rails, from behind, at which the posts stand; of the posts, that of the axis across. */
const POST = 2;
const ACROSS = 8;
const HEIGHT = 14;

/** Two rails on two crosses, the table's axis between them; two posts carry the axis across, which carries the spindle's. */
export function circuitMillModel(): MachineModel {
  const build = new ModelBuilder();
  const tube = (length: string | number) => ({ ...SMALL_TUBE, length });
  build
    .step('cut-base')
    .module('rail-left', 'frame-tube', tube('=Length'), {
      name: 'Left rail',
      at: goingForward([6.5 * INCH, 7 * INCH, 1.5 * INCH]),
    })
    .module('rail-right', 'frame-tube', tube('=Length'), { name: 'Right rail' });
  for (const [word, at, behind] of [
    ['cross-rear', 0, 0],
    ['cross-front', '=Length - 1 in', '=1 in - Length'],
  ] as const) {
    build
      .module(word, 'frame-tube', tube('=Width'), { name: 'Cross tube' })
      .mate('rail-left grid-back', `${word} grid-front`, { turn: 90, x: at })
      .mate(`${word} grid-front`, 'rail-right grid-back', { turn: 90, x: '=Width - 1 in', y: behind });
  }
  for (const { side, out, inwards, way } of SIDES) {
    build
      .module(`post-${side}`, 'frame-tube', tube(HEIGHT * INCH), { name: 'Post' })
      .mate(`rail-${side} ${out}`, `post-${side} ${inwards}`, { turn: 90 * way, x: POST * INCH });
  }
  build
    .module('top-bar', 'frame-tube', tube('=Width + 2 in'), { name: 'Top bar' })
    .mate('post-left grid-front', 'top-bar grid-back', { turn: -90, x: (HEIGHT - 1) * INCH })
    .step('set-axes');
  const middle = (steps: number) => `=round(Width / 2 - 1 in, 1 in) + ${steps} * 1 in`;
  axisBetween(build, {
    word: 'table-axis',
    name: 'Axis of the table',
    values: { Travel: `=Length - 1 in - ${SMALL_REACH + THIN.blocks}` },
    feet: smallFeet(3, 32.5),
    motor: { on: 'cross-rear grid-front', turn: 180, x: middle(1) },
    idler: { on: 'cross-front grid-front', turn: 0, x: middle(-1) },
  });
  build
    .module(
      'table',
      'flat-plate',
      {
        ...{ width: 200, height: 150, thickness: 10, material: 'aluminium' },
        ...{ columns: 7, rows: 5, pitch: INCH, hole: 5 },
        ...{ faceWidth: THIN.carriage.along, faceHeight: THIN.carriage.across },
      },
      { name: 'Table' },
    )
    .mate('table-axis axis/carriage', 'table face-bottom');
  axisBetween(build, {
    word: 'across',
    name: 'Axis across',
    values: { Travel: `=Width + 1 in - ${SMALL_REACH + THIN.blocks}` },
    feet: smallFeet(3),
    motor: { on: 'post-left grid-back', turn: 180, x: (ACROSS + 1) * INCH },
    idler: { on: 'post-right grid-back', turn: 0, x: (ACROSS - 1) * INCH },
  });
  build.step('wire-up');
  toolOnUprightAxis(build, { on: 'across axis/carriage', face: THIN.carriage, tool: 'spindle' });
  for (const [supply, on, x] of [
    [SUPPLIES.small, 'post-left grid-front', 3 * INCH],
    [SUPPLIES.large, 'cross-rear grid-right', middle(-4)],
  ] as const) {
    const word = `supply-${supply.volts}`;
    build
      .module(word, 'power-supply', supply, { name: `Power supply ${supply.volts} V` })
      .mate(on, `${word} mount`, { x });
  }
  for (const word of ['table-axis', 'across', 'lift']) build.line('supply-12 supply', `${word} axis/motor`);
  return build.line('supply-24 supply', 'tool power').built();
}
