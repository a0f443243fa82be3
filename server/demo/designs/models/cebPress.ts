import type { ParameterSetting } from '../../../../shared/assemblies/instances.ts';
import { type MachineModel, ModelBuilder } from './builder.ts';
import { shortestOf } from './cylinders.ts';

/** Between the pins of the frame, millimetres: table above the lower pin less what foot and lugs take; see pressSizes. */
const TABLE = 1000;
const BELOW_PIN = 200.8;
const FOOT = 85.4;
const LOOSE = 1.7;
/** The main cylinder has to stand under higher blocks too. */
const HIGHER = `${LOOSE} * max(0, Block height - 4 in)`;
/** From the pin of the drawer's cylinder to that of the drawer, at a block of no width. */
const DRAWER = 785.4;
const DRAWER_CYLINDER = { bore: 63.5, rod: 31.75, stroke: 300, wall: 8, pin: 25.4 } as const;

/** Frame with its hopper, drawer, two cylinders; the Power Cube stands behind it on the ground. */
export function cebPressModel(): MachineModel {
  const block: Record<string, ParameterSetting> = {
    blockLength: '=Block length',
    blockWidth: '=Block width',
  };
  return new ModelBuilder()
    .step('bolt-frame')
    .module(
      'frame',
      'ceb-press-frame',
      { ...block, blockHeight: '=Block height', table: `=${TABLE} + ${HIGHER}` },
      { name: 'Frame' },
    )
    .step('fit-drawer')
    .module('drawer', 'ceb-press-drawer', block, { name: 'Drawer' })
    .mate('frame table', 'drawer slide')
    .step('set-cylinders')
    .module(
      'main-cylinder',
      'hydraulic-cylinder',
      { extension: `=${TABLE - BELOW_PIN - FOOT - shortestOf({})} + ${HIGHER} - ${LOOSE} * Block height` },
      { name: 'Main cylinder' },
    )
    .mate('frame main-pin', 'main-cylinder base-pin')
    .mate('frame foot-pin', 'main-cylinder rod-pin')
    .module(
      'drawer-cylinder',
      'hydraulic-cylinder',
      { ...DRAWER_CYLINDER, extension: `=${DRAWER - shortestOf(DRAWER_CYLINDER)} - Block width / 2` },
      { name: 'Drawer cylinder' },
    )
    .mate('frame drawer-pin', 'drawer-cylinder base-pin')
    .mate('drawer pin', 'drawer-cylinder rod-pin')
    .step('plumb')
    .design(
      'power',
      'powerCube',
      {},
      {
        name: 'Power Cube',
        at: { origin: [0, 800, 0], x: [1, 0, 0], z: [0, 0, 1] },
      },
    )
    .line('power cube/pressure', 'frame port-in')
    .line('frame port-out', 'power cube/return')
    .line('frame main-push', 'main-cylinder base-port')
    .line('frame main-pull', 'main-cylinder rod-port')
    .line('frame drawer-push', 'drawer-cylinder base-port')
    .line('frame drawer-pull', 'drawer-cylinder rod-port')
    .built();
}
