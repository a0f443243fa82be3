import { axisBetween, INCH, SMALL_REACH, SMALL_TUBE, smallFeet, THIN } from './axes.ts';
import { type MachineModel, ModelBuilder } from './builder.ts';
import { goingForward } from './frames.ts';
import { lappedBox } from './lappedBox.ts';

/** At a frame of 16 in, half of it. */
const HALF = 8 * INCH;
const SIZE = 'Frame size';
/** From the frame's inner side to the far holes of the bed's brackets, and their height. */
const TO_BED = 4.5 * INCH;
const BRACKET = 109.8;

/** A cube of tubes; two axes carry the head's axis on top, two lift the bed inside. */
export function printer3dModel(): MachineModel {
  const build = new ModelBuilder();
  build.step('bolt-frame');
  lappedBox(build, {
    length: SIZE,
    width: SIZE,
    height: SIZE,
    pitch: INCH,
    tube: SMALL_TUBE,
    at: goingForward([HALF, HALF, INCH / 2]),
  });
  build.step('make-axes');
  const across = `${SIZE} + 1 in - ${SMALL_REACH + THIN.blocks}`;
  for (const [side, hole] of [
    ['left', '=3 in'],
    ['right', `=${SIZE} - 2 in`],
  ] as const) {
    axisBetween(build, {
      word: `along-${side}`,
      name: `Axis along, ${side}`,
      values: { Travel: `=${across}`, Position: 20 },
      feet: smallFeet(3),
      motor: { on: 'cross-top-back grid-left', turn: 180, x: hole },
      idler: { on: 'cross-top-front grid-left', turn: 0, x: `${hole} - 2 in` },
    });
    build
      .module(
        `rider-${side}`,
        'flat-plate',
        {
          ...{
            width: THIN.carriage.along,
            height: THIN.carriage.across,
            thickness: 4,
            material: 'aluminium',
          },
          ...{ columns: 2, rows: 1, pitch: INCH, hole: 6.5 },
        },
        { name: 'Plate on a carriage' },
      )
      .mate(`along-${side} axis/carriage`, `rider-${side} face-bottom`);
  }
  axisBetween(build, {
    word: 'across',
    name: 'Axis across',
    values: { Travel: `=${SIZE} - 5 in - ${SMALL_REACH + THIN.blocks}` },
    // The bolt of the idler hangs below it.
    feet: smallFeet(2, 18),
    motor: { on: 'rider-left grid-top', turn: 0 },
    idler: { on: 'rider-right grid-top', turn: 180, x: INCH },
    upsideDown: true,
  });
  for (const [side, rail, turn, way] of [
    ['left', 'grid-right', 180, 1],
    ['right', 'grid-left', 0, -1],
  ] as const) {
    const middle = (steps: number) => `=round(${SIZE} / 2, 1 in) - 1 in + ${steps} * 1 in`;
    axisBetween(build, {
      word: `height-${side}`,
      name: `Axis up, ${side}`,
      values: { Travel: `=${SIZE} - 1 in - ${SMALL_REACH + THIN.blocks}` },
      feet: smallFeet(3),
      motor: { on: `bottom-${side} ${rail}`, turn, x: middle(way) },
      idler: { on: `top-${side} ${rail}`, turn: 180 - turn, x: middle(-way) },
    });
    build
      .module(
        `bed-bracket-${side}`,
        'bracket',
        {
          ...{ width: THIN.carriage.across, depth: THIN.carriage.along, height: BRACKET },
          ...{ columns: 1, rows: 3, pitch: INCH, hole: 6.5 },
        },
        { name: 'Bracket of the bed' },
      )
      .mate(`height-${side} axis/carriage`, `bed-bracket-${side} face-turned`);
  }
  build
    .step('wire-up')
    .module(
      'heated-bed',
      'flat-plate',
      {
        ...{ width: `=${SIZE} - 186.4`, height: `=${SIZE} - 186.4`, thickness: 5, material: 'aluminium' },
        ...{ columns: `=(${SIZE} - ${2 * TO_BED}) / 1 in + 1`, rows: 1, pitch: INCH, hole: 6.5 },
      },
      { name: 'Heated bed' },
    )
    .mate('bed-bracket-left grid-front', 'heated-bed grid-bottom', { turn: 90, y: 2 * INCH })
    .module(
      'head-bracket',
      'bracket',
      {
        ...{ width: THIN.carriage.along, depth: THIN.carriage.across, height: 80 },
        ...{ columns: 1, rows: 2, pitch: INCH, hole: 6.5 },
      },
      { name: 'Bracket of the head' },
    )
    .mate('across axis/carriage', 'head-bracket face')
    .module(
      'hot-end',
      'tool-head',
      { tool: 'extruder', width: THIN.carriage.along, height: 80 },
      { name: 'Hot end' },
    )
    .mate('head-bracket side', 'hot-end mount')
    .module('supply', 'power-supply', { volts: '12' }, { name: 'Power supply' })
    .mate('cross-bottom-back grid-front', 'supply mount', { x: `=round(${SIZE} / 2, 1 in) - 5 in` })
    .module('spool', 'filament-spool', {}, { name: 'Spool of filament' })
    .mate('post-back-left grid-left', 'spool mount', { x: `=round(${SIZE} / 2, 1 in) + 2 in` })
    .line('supply supply', 'hot-end power');
  for (const word of ['along-left', 'along-right', 'across', 'height-left', 'height-right']) {
    build.line('supply supply', `${word} axis/motor`);
  }
  return build.built();
}
