import type { RollUp } from '../../../shared/designs/listViews.ts';
import { partLine } from '../../../shared/designs/partLines.ts';
import { t } from '../../catalogue/designTexts.ts';
import { massInWords, moneyInWords, type Sum, sumsOf } from '../figures.ts';

/** `+2.4 kg`, `−340 g`; empty where nothing differs. */
export function massDifference(kilograms: number): string {
  if (Math.abs(kilograms) < 1e-6) return '';
  return `${kilograms > 0 ? '+' : '−'}${massInWords(Math.abs(kilograms))}`;
}

export function moneyDifference(amount: number, currency: string): string {
  if (Math.abs(amount) < 0.005) return '';
  return `${amount > 0 ? '+' : '−'}${moneyInWords(Math.abs(amount), currency)}`;
}

/** What a parts line weighs and costs more or less than before, as far as both are known. */
export function differenceOfLine(before: unknown, after: unknown): string[] {
  const [old, now] = [partLine.safeParse(before).data, partLine.safeParse(after).data];
  if (!old && !now) return [];
  const told: string[] = [];
  const massOf = (line: typeof old) => {
    if (!line) return 0;
    return line.mass === null ? null : line.mass * line.quantity;
  };
  const [massBefore, massAfter] = [massOf(old), massOf(now)];
  if (massBefore !== null && massAfter !== null) told.push(massDifference(massAfter - massBefore));
  const currency = now?.price?.currency ?? old?.price?.currency;
  const costOf = (line: typeof old) => {
    if (!line) return 0;
    return line.price?.currency === currency && line.price ? line.price.amount * line.quantity : null;
  };
  const [costBefore, costAfter] = [costOf(old), costOf(now)];
  if (currency !== undefined && costBefore !== null && costAfter !== null)
    told.push(moneyDifference(costAfter - costBefore, currency));
  return told.filter(Boolean);
}

export interface SumPair {
  label: string;
  before: Sum | null;
  after: Sum | null;
  /** `+2.4 kg`; empty where they are the same or can't be taken from each other. */
  difference: string;
}

/** The sums of two parts lists side by side, each with how far it is known. */
export function sumPairs(before: RollUp, after: RollUp): SumPair[] {
  const [old, now] = [sumsOf(before), sumsOf(after)];
  const differences: Record<string, string> = {
    [t.quantities.sums.mass]: massDifference(after.mass - before.mass),
    [t.quantities.sums.cost]: costDifference(before, after),
  };
  return [...new Set([...old, ...now].map(({ label }) => label))].map((label) => {
    const [one, other] = [old, now].map((sums) => sums.find((each) => each.label === label) ?? null);
    const both = one && other && one.value !== other.value;
    return {
      label,
      before: one ?? null,
      after: other ?? null,
      difference: both ? (differences[label] ?? '') : '',
    };
  });
}

function costDifference(before: RollUp, after: RollUp): string {
  const [one, other] = [before.costs[0], after.costs[0]];
  if (!one || !other || before.costs.length > 1 || after.costs.length > 1) return '';
  return one.currency === other.currency ? moneyDifference(other.amount - one.amount, one.currency) : '';
}
