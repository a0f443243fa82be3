import type { PlanLine, PlanOption } from './views.ts';

/** What is to be done about a line, the nearest first: to take it here, to fetch it, to make it, to buy it. */
export const planDoings = ['here', 'fetch', 'make', 'buy', 'met'] as const;
export type PlanDoing = (typeof planDoings)[number];

/** What one way asks for; `here` is the workshop that builds. */
export function doingOfOption(option: PlanOption, here: string | undefined): Exclude<PlanDoing, 'met'> {
  switch (option.how) {
    case 'stock':
    case 'item':
      return option.workshop !== null && option.workshop.workshopId === here ? 'here' : 'fetch';
    // It has to be taken out first, wherever it is.
    case 'recover':
      return 'fetch';
    case 'beingMade':
    case 'make':
      return 'make';
    case 'atHand':
      return 'here';
    case 'buy':
      return 'buy';
  }
}

/** What a line asks for: the last of its ways decides, because that one is waited for. */
export function doingOfLine(
  { missing, plan }: Pick<PlanLine, 'missing' | 'plan'>,
  here: string | undefined,
): PlanDoing {
  if (missing <= 0) return 'met';
  const ways = plan.map((option) => planDoings.indexOf(doingOfOption(option, here)));
  return ways.length === 0 ? 'buy' : (planDoings[Math.max(...ways)] ?? 'buy');
}

/** How many lines ask for what. */
export function countDoings(
  lines: readonly Pick<PlanLine, 'missing' | 'plan'>[],
  here: string | undefined,
): Record<PlanDoing, number> {
  const counts: Record<PlanDoing, number> = { here: 0, fetch: 0, make: 0, buy: 0, met: 0 };
  for (const line of lines) counts[doingOfLine(line, here)] += 1;
  return counts;
}
