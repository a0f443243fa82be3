import { type MachineModel, ModelBuilder } from './builder.ts';

export const universalAxisModel = (): MachineModel =>
  new ModelBuilder()
    .step('assemble')
    .module(
      'axis',
      'universal-axis',
      { rod: '=Rod diameter', travel: '=Travel', position: '=Position', wider: '=Wider' },
      { name: 'Universal Axis' },
    )
    .built();
