import { type MachineModel, ModelBuilder } from './builder.ts';

/** The module as it is: its own parts are the parts list. */
export const powerCubeModel = (): MachineModel =>
  new ModelBuilder()
    .step('set-engine')
    .module('cube', 'power-cube', { engine: '=Engine power', speed: '=Engine speed' }, { name: 'Power Cube' })
    .built();
