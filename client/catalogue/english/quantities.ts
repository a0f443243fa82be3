import type { InterfaceKind } from '../../../shared/designs/interfaces.ts';
import type { QuantityUnit } from '../../../shared/designs/units.ts';

const units: Record<QuantityUnit, string> = {
  piece: 'pieces',
  pair: 'pairs',
  set: 'sets',
  mm: 'mm',
  m: 'm',
  in: 'in',
  ft: 'ft',
  m2: 'm²',
  kg: 'kg',
  g: 'g',
  lb: 'lb',
  l: 'l',
  ml: 'ml',
  gal: 'gal (US)',
  h: 'h',
};

const interfaces: Record<InterfaceKind, string> = {
  tubeEnd: 'Tube end',
  holeGrid: 'Grid of holes',
  boltCircle: 'Bolt circle',
  shaft: 'Shaft',
  rodPair: 'Pair of rods',
  hydraulicPort: 'Hydraulic port',
  electric: 'Electric',
  mountFace: 'Mounting face',
  other: 'Other',
};

/** Pieces, prices, units and sizes, wherever they are told. */
export const quantities = {
  pieces: (count: string) => `${count} ×`,
  priceOn: (amount: string, date: string) => `${amount} on ${date}`,
  from: (supplier: string) => `from ${supplier}`,
  sums: {
    pieces: 'Pieces',
    mass: 'Mass',
    cost: 'Bought parts',
    kinds: (kinds: number, levels: number) =>
      `${kinds} different${levels > 1 ? `, in ${levels} levels` : ''}`,
    massKnown: (share: string) => `The mass of ${share} of the pieces is known.`,
    costKnown: (share: string) => `The price of ${share} of what is bought is known.`,
    pricesSince: (date: string) => `Oldest price: ${date}.`,
  },
  units,
  interfaces,
};
