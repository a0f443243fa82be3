import type { CostSum } from '../../../shared/designs/listViews.ts';
import type { PartLine, PinnedRevision } from '../../../shared/designs/partLines.ts';
import { UNITS } from '../../../shared/designs/units.ts';
import { bounded } from './bounded.ts';
import { codesOf } from './kindCodes.ts';
import { walkLines } from './walk.ts';

/** How often a parts list pins one revision of another design, through the list's own levels. */
export interface ListedPin extends PinnedRevision {
  /** How many of it in one whole. */
  quantity: number;
  /** Those of them whose mass, and cost, is not told already by a line above. */
  massQuantity: number;
  costQuantity: number;
  /** The deepest level on which it stands; 1 is the whole's own. */
  level: number;
}

/** What one parts list sums up to by itself, without what its sub-designs hold. Kilograms, pieces. */
export interface OwnSums {
  mass: number;
  pieces: number;
  /** Pieces whose mass is known. */
  massPieces: number;
  boughtPieces: number;
  /** Bought pieces whose price is known. */
  costPieces: number;
  costs: CostSum[];
  levels: number;
}

export interface OwnList {
  sums: OwnSums;
  /** Its different parts; see `codesOf`. */
  kinds: string;
  pins: ListedPin[];
}

/** What makes two lines the same part. */
export const kindOfLine = ({ name, specification, unit, source }: PartLine): string =>
  [name.trim().toLowerCase(), specification.trim().toLowerCase(), unit, source].join('\u0000');

/** Kilograms of one unit of a line; what is counted by mass weighs what it says. */
export function massOf({ mass, unit }: PartLine): number | null {
  if (mass !== null) return mass;
  return UNITS[unit].measures === 'mass' ? UNITS[unit].inBase : null;
}

/** Adds an amount to the sums of its currency. */
export function addCost(costs: Map<string, CostSum>, { currency, amount, oldest }: CostSum): void {
  const sum = costs.get(currency);
  if (!sum) costs.set(currency, { currency, amount: bounded(amount), oldest });
  else {
    sum.amount = bounded(sum.amount + amount);
    if (oldest < sum.oldest) sum.oldest = oldest;
  }
}

/** Sums one parts list up, through its own levels. Linear in its lines; safe where lines stand in a circle. */
export function ownListOf(lines: readonly PartLine[]): OwnList {
  const sums: OwnSums = {
    mass: 0,
    pieces: 0,
    massPieces: 0,
    boughtPieces: 0,
    costPieces: 0,
    costs: [],
    levels: 0,
  };
  const costs = new Map<string, CostSum>();
  const kinds = new Set<string>();
  const pins = new Map<string, ListedPin>();

  for (const { line, units, pieces, isLeaf, level, massTold, costTold } of walkLines(lines)) {
    const mass = massOf(line);
    if (mass !== null && !massTold) sums.mass = bounded(sums.mass + units * mass);
    const { price, of } = line;
    if (price && !costTold) {
      addCost(costs, { currency: price.currency, amount: units * price.amount, oldest: price.on });
    }
    sums.levels = Math.max(sums.levels, level);
    const isMassTold = massTold || mass !== null;
    const isCostTold = costTold || price !== null;
    if (of) {
      const key = `${of.designId}:${of.revision}`;
      const pin = pins.get(key) ?? { ...of, quantity: 0, massQuantity: 0, costQuantity: 0, level };
      pin.quantity += pieces;
      if (!isMassTold) pin.massQuantity += pieces;
      if (!isCostTold) pin.costQuantity += pieces;
      pin.level = Math.max(pin.level, level);
      pins.set(key, pin);
    } else if (isLeaf) {
      kinds.add(kindOfLine(line));
      sums.pieces += pieces;
      if (isMassTold) sums.massPieces += pieces;
      if (line.source === 'buy') {
        sums.boughtPieces += pieces;
        if (isCostTold) sums.costPieces += pieces;
      }
    }
  }
  sums.costs = [...costs.values()];
  return { sums, kinds: codesOf(kinds), pins: [...pins.values()] };
}
