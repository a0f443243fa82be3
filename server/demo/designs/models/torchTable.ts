import { axisBetween, SUPPLIES, THICK, toolOnUprightAxis } from './axes.ts';
import { type MachineModel, ModelBuilder } from './builder.ts';
import { goingForward, SIDES } from './frames.ts';
import { lappedBox } from './lappedBox.ts';

/** 2 in: its tubes, and how far their holes are apart. */
const PITCH = 50.8;
const TUBE = { outer: PITCH, wall: 3.175, pitch: PITCH, hole: 12.7 } as const;
/** So far do the axes along stand off the rails: their motors pass, and the beam above meets its holes. */
const DROP = 127.955;
const FEET = { rod: '25.4', foot: PITCH, thickness: 8, pitch: PITCH, hole: 12.7 } as const;
const REACH = 2 * (FEET.thickness + FEET.foot / 2);
/** How much farther apart the uprights of the gantry are than a cross tube is long. */
const WIDER = 10 * PITCH;
/** Of the uprights: holes of the axis across and of the beam. */
const ACROSS = 7;
const BEAM = 11;

/** A long table with its tray; an axis on each side carries the gantry, which carries the torch. */
export function torchTableModel(): MachineModel {
  const build = new ModelBuilder();
  build.step('weld-bed');
  lappedBox(build, {
    length: 'Table length',
    width: 'Table width',
    height: 'Table height',
    pitch: PITCH,
    tube: TUBE,
    at: goingForward([11 * PITCH, 25 * PITCH, 4 * PITCH]),
  });
  build
    .module(
      'water-tray',
      'water-tray',
      { width: '=Table width + 4 in', length: 2440, spread: '=Table width + 2 in' },
      { name: 'Water tray with slats' },
    )
    .mate('top-left grid-front', 'water-tray mount-left', { x: PITCH })
    .step('make-gantry');
  for (const { side, out, inwards, way } of SIDES) {
    axisBetween(build, {
      word: `along-${side}`,
      name: `Axis along, ${side}`,
      values: {
        'Rod diameter': '25.4',
        Travel: `=Table length - 2 in - ${REACH + THICK.blocks}`,
        Position: 60,
      },
      feet: { ...FEET, columns: 1, drop: DROP },
      motor: { on: `top-${side} ${out}`, turn: 90 },
      idler: { on: `top-${side} ${out}`, turn: -90, x: '=Table length - 2 in' },
    });
    build
      .module(
        `rider-${side}`,
        'flat-plate',
        {
          ...{ width: THICK.carriage.along, height: THICK.carriage.across, thickness: 10 },
          ...{ columns: 1, rows: 3, pitch: PITCH, hole: 12.7 },
        },
        { name: 'Plate on a carriage' },
      )
      .mate(`along-${side} axis/carriage`, `rider-${side} face-bottom`)
      .module(
        `upright-${side}`,
        'frame-tube',
        { ...TUBE, length: 12 * PITCH },
        { name: 'Upright of the gantry' },
      )
      .mate(`rider-${side} grid-top`, `upright-${side} ${inwards}`, {
        turn: 90 * way,
        y: way === 1 ? 0 : 2 * PITCH,
      });
  }
  build
    .module(
      'beam',
      'frame-tube',
      { ...TUBE, length: `=Table width + ${WIDER + PITCH}` },
      { name: 'Beam of the gantry' },
    )
    .mate('upright-left grid-front', 'beam grid-back', { turn: -90, x: BEAM * PITCH })
    .mate('upright-right grid-front', 'beam grid-back', {
      turn: -90,
      x: BEAM * PITCH,
      y: `=Table width + ${WIDER}`,
    });
  axisBetween(build, {
    word: 'across',
    name: 'Axis across',
    values: {
      'Rod diameter': '25.4',
      Travel: `=Table width + ${WIDER - REACH - THICK.blocks}`,
    },
    feet: { ...FEET, columns: 3, drop: 29.845 },
    motor: { on: 'upright-left grid-back', turn: 180, x: (ACROSS + 1) * PITCH },
    idler: { on: 'upright-right grid-back', turn: 0, x: (ACROSS - 1) * PITCH },
  });
  build.step('set-torch');
  toolOnUprightAxis(build, { on: 'across axis/carriage', face: THICK.carriage, tool: 'torch' });
  for (const [supply, hole] of [
    [SUPPLIES.small, 6],
    [SUPPLIES.large, 10],
  ] as const) {
    const word = `supply-${supply.volts}`;
    build
      .module(
        word,
        'power-supply',
        { ...supply, pitch: PITCH, hole: TUBE.hole },
        { name: `Power supply ${supply.volts} V` },
      )
      .mate('bottom-right grid-right', `${word} mount`, { x: hole * PITCH });
  }
  for (const word of ['along-left', 'along-right', 'across'])
    build.line('supply-24 supply', `${word} axis/motor`);
  return build.line('supply-12 supply', 'lift axis/motor').built();
}
