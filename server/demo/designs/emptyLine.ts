import type { PartLine } from '../../../shared/designs/partLines.ts';

/** A bought line of which only the name is known. */
export const EMPTY_LINE: Omit<PartLine, 'id' | 'name' | 'quantity'> = {
  parent: null,
  specification: '',
  material: '',
  written: '',
  unit: 'piece',
  source: 'buy',
  tracked: false,
  of: null,
  cut: null,
  alternatives: [],
  mass: null,
  price: null,
  machines: [],
  files: [],
  note: '',
};
