import type { PlanView } from '../../shared/plans/views.ts';
import type { PlannedLine } from './asked.ts';

const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** How many lines something is bought for, what that costs by currency, and of how many of them a price is known. */
export function costsOf(lines: readonly PlannedLine[]): Pick<PlanView, 'toBuy' | 'costs'> {
  const sums = new Map<string, number>();
  let [bought, priced] = [0, 0];
  for (const { plan } of lines) {
    for (const option of plan) {
      if (option.how !== 'buy') continue;
      bought += 1;
      if (option.price === null) continue;
      const { currency, amount } = option.price;
      priced += 1;
      sums.set(currency, (sums.get(currency) ?? 0) + amount * option.quantity);
    }
  }
  return {
    toBuy: bought,
    costs: {
      sums: [...sums].map(([currency, amount]) => ({ currency, amount: cents(amount) })),
      priced,
      all: bought,
    },
  };
}
