import { bolt, TUBE } from './bolts.ts';
import { type MachineModel, ModelBuilder } from './builder.ts';
import { HOLE } from './frames.ts';

/** Holes of the beams at which the hood begins and the hitch stands, counted from the driven end. */
const HOOD = 3;
const HITCH = [5, 11] as const;
/** Thickness of the quick attach plate. */
const ATTACH = 9.525;
/** A wheel unit with plates of 12 in: room for a rotor of 300 mm under the beams. */
const PLATE = 304.8;
const ROTOR = { diameter: 300, drum: 110, stars: 11, teeth: 6 };
/** Millimetres at 45 in: the drum covers the end of the driving shaft, its journal ends flush with the bearing. */
const DRUM = 1111;
const JOURNAL = 59.75;

/** Two beams side by side; a wheel unit hangs at one end and drives a rotor under the hood that hangs beside it. */
export function soilPulverizerModel(): MachineModel {
  const build = new ModelBuilder();
  const tube = 'frame-tube';
  build
    .step('cut-teeth')
    .module(
      'beam-back',
      tube,
      { length: '=Width + 15 in' },
      {
        name: 'Back beam',
        at: { origin: [7.5 * HOLE, HOLE / 2, 400], x: [0, 1, 0], z: [-1, 0, 0] },
      },
    )
    .module('beam-front', tube, { length: '=Width + 15 in' }, { name: 'Front beam' })
    .mate('beam-back grid-left', 'beam-front grid-right');
  for (const [index, hole] of HITCH.entries()) {
    build
      .module(`hitch-${index + 1}`, tube, { length: 5 * HOLE }, { name: 'Hitch post' })
      .mate('beam-back grid-right', `hitch-${index + 1} grid-front`, { turn: 90, x: hole * HOLE });
    const [post, word] = [`hitch-${index + 1}`, `hitch-bolt-${index + 1}`];
    bolt(build, { id: word, on: `${post} grid-back`, grip: 3 * TUBE });
    for (const up of [2, 4]) {
      bolt(build, { id: `${word}-${up}`, on: `${post} grid-front`, grip: TUBE + ATTACH, x: up * HOLE });
    }
  }
  build
    .module('attach', 'quick-attach', {}, { name: 'Quick attach plate' })
    .mate('hitch-2 grid-back', 'attach grid', { turn: -90, x: 4 * HOLE, y: 7 * HOLE })
    .module(
      'hood',
      'tiller-hood',
      { width: '=Width', radius: 158, above: PLATE / 2 + 12.7 },
      { name: 'Hood' },
    )
    .mate('beam-back grid-back', 'hood grid-top', { x: HOOD * HOLE })
    .step('set-drive')
    .design('drive', 'wheelUnit', { Wheel: 'none', Plate: PLATE }, { name: 'Drive' })
    .mate('beam-back grid-back', 'drive unit/mount', { turn: -90, x: HOLE })
    .module('bearing', 'bearing', {}, { name: 'Flange bearing' })
    .mate('hood side-right', 'bearing mount')
    .step('weld-drum')
    .module(
      'rotor',
      'tine-rotor',
      { ...ROTOR, length: `=Width - 1143 mm + ${DRUM} mm`, journal: JOURNAL },
      {
        name: 'Rotor',
      },
    )
    .mate('drive unit/shaft-end', 'rotor drive')
    .mate('bearing bore-bottom', 'rotor journal');
  return build.built();
}
