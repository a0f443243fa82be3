/** Kilograms per cubic millimetre; typical values of the materials' data sheets. */
export const DENSITIES = {
  steel: 7.85e-6,
  castIron: 7.2e-6,
  aluminium: 2.7e-6,
  petg: 1.27e-6,
  plywood: 0.68e-6,
  rubber: 1.15e-6,
  /** An engine or motor as a block: iron, aluminium and air together. */
  machine: 3.2e-6,
} as const;
export type Material = keyof typeof DENSITIES;
