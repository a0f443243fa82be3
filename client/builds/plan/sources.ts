import type { LineChoice } from '../../../shared/builds/events.ts';
import type { PlanLine, PlanOption, PlanView } from '../../../shared/plans/views.ts';
import type { SaidQuantity } from '../../../shared/stock/commands.ts';

/** Where what a line needs comes from, the nearest first. */
export const planSources = [
  'met',
  'here',
  'nearby',
  'recover',
  'beingMade',
  'make',
  'atHand',
  'buy',
] as const;
export type PlanSource = (typeof planSources)[number];

/** Where one way to meet a line leads; `here` is the workshop that the plan is for. */
export function sourceOfOption(option: PlanOption, here: string | undefined): PlanSource {
  if (option.how !== 'stock' && option.how !== 'item') return option.how;
  return option.workshop !== null && option.workshop.workshopId === here ? 'here' : 'nearby';
}

/** Where the plan meets a line: by the last of its ways, because that one is waited for. */
export function sourceOfLine(line: PlanLine, here: string | undefined): PlanSource {
  if (line.missing <= 0) return 'met';
  const ways = line.plan.map((option) => planSources.indexOf(sourceOfOption(option, here)));
  return planSources[Math.max(-1, ...ways)] ?? 'buy';
}

/** How many lines each source meets; those with none are left out. */
export function countsOf({ lines, workshop }: Pick<PlanView, 'lines' | 'workshop'>): Map<PlanSource, number> {
  const counts = new Map<PlanSource, number>();
  for (const line of lines) {
    const source = sourceOfLine(line, workshop?.workshopId);
    counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return counts;
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
