import type { MaterialPlan } from './shelfTeller.ts';

/** What is kept on the shelves of the region. Names and specifications are those of the designs' parts lists. */
export const materials = {
  heavyTube: { name: 'square tube 76.2 × 76.2 × 6.35 mm', unit: 'mm', mass: 0.01393 },
  bedTube: { name: 'square tube 50.8 × 50.8 × 3.18 mm', unit: 'mm', mass: 0.00471 },
  printerTube: { name: 'square tube 25.4 × 25.4 × 1.65 mm', unit: 'mm', mass: 0.00116 },
  angle: { name: 'angle 50.8 × 50.8 × 6.35 mm', unit: 'mm', mass: 0.00475 },
  flatBar: { name: 'flat bar 30 × 8 mm', unit: 'mm', mass: 0.00188 },
  plate: { name: 'Hot rolled plate, A36, offcuts by weight', unit: 'kg', mass: 1 },
  hose: { name: 'Hydraulic hose 1/2 in', specification: 'SAE 100R2, 3500 psi', unit: 'm', mass: 0.42 },
  oil: { name: 'Hydraulic oil, HLP 46', unit: 'gal', mass: 3.3 },
  frameBolts: {
    name: 'Bolt 3/4 in × 10 in with nut',
    specification: 'grade 5, zinc plated',
    unit: 'piece',
    mass: 0.68,
  },
  cubeBolts: { name: 'Bolt 1/2 in × 2 in, grade 5, with nut', unit: 'piece', mass: 0.11 },
  printerBolts: { name: 'Bolt M6 × 20 with nut', unit: 'piece', mass: 0.008 },
  couplers: { name: 'Quick coupler 1/2 in', specification: 'ISO 7241-A, 1/2 in', unit: 'piece', mass: 0.43 },
  weldingWire: { name: 'Welding wire 0.8 mm, SG2', unit: 'kg', mass: 1 },
  filament: { name: 'Filament PETG 1.75 mm, black', unit: 'kg', mass: 1 },
  copperBoard: {
    name: 'Copper-clad board 100 × 160 mm',
    specification: 'FR4, one side',
    unit: 'piece',
    mass: 0.045,
  },
  plywood: { name: 'Birch plywood 18 mm', unit: 'm2', mass: 12.2 },
  clay: { name: 'Red clay, ready to throw', unit: 'kg', mass: 1 },
  huonPine: { name: 'Huon pine board 150 × 25 mm', unit: 'm', mass: 2.1 },
  epoxy: { name: 'Epoxy resin with hardener', unit: 'l', mass: 1.1 },
} as const satisfies Record<string, MaterialPlan>;
