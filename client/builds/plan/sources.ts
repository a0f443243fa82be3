import type { LineChoice } from '../../../shared/builds/events.ts';
import type { PlanLine, PlanOption } from '../../../shared/plans/views.ts';
import type { SaidQuantity } from '../../../shared/stock/commands.ts';

/** Where what a line needs comes from, the nearest first. */
export type PlanSource = 'here' | 'nearby' | 'recover' | 'beingMade' | 'make' | 'atHand' | 'buy';

/** Where one way to meet a line leads; `here` is the workshop that the plan is for. */
export function sourceOfOption(option: PlanOption, here: string | undefined): PlanSource {
  if (option.how !== 'stock' && option.how !== 'item') return option.how;
  return option.workshop !== null && option.workshop.workshopId === here ? 'here' : 'nearby';
}

/** What choosing a way says to the build; null where it is no choice but an act of its own. */
export function choiceOf(option: PlanOption): LineChoice | null {
  switch (option.how) {
    case 'stock':
      return option.workshop === null
        ? null
        : { how: 'stock', workshopId: option.workshop.workshopId, materialId: option.materialId };
    case 'item':
    case 'recover':
      return { how: 'item', itemId: option.itemId };
    case 'beingMade':
      return { how: 'made', buildId: option.buildId };
    case 'atHand':
      return { how: 'atHand' };
    case 'buy':
      return { how: 'new' };
    case 'make':
      return null;
  }
}

/** How much of a shelf a way takes: pieces that are cut take their length and what the blade takes. */
export function amountOf({ quantity }: PlanOption, { unit, cut }: PlanLine): SaidQuantity {
  return cut === null
    ? { quantity, unit }
    : { quantity: quantity * (unit === 'pair' ? 2 : 1) * (cut.length + cut.kerf), unit: 'mm' };
}
