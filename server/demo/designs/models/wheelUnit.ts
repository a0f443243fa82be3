import { type MachineModel, ModelBuilder } from './builder.ts';

export const wheelUnitModel = (): MachineModel =>
  new ModelBuilder()
    .step('stack')
    .module(
      'unit',
      'wheel-unit',
      { motor: '=Motor', wheel: '=Wheel', wheelDiameter: '=Wheel diameter', plate: '=Plate' },
      { name: 'Wheel unit' },
    )
    .built();
