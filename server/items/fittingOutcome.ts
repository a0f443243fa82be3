import type { Outcome } from '../commands/outcome.ts';
import type { ViewsReader } from '../views/reader.ts';
import { fittingById, itemById } from './queries.ts';
import { HOLDS_PARTS } from './rules.ts';

const WHY: Record<string, (into: string) => string> = {
  circular: (into) => `${into} is inside of it itself: somebody wrote that down a moment before.`,
  intoGone: (into) => `${into} is gone: somebody wrote that down a moment before.`,
  tooDeep: () => 'Things are one inside of the other at most 1,000 times.',
  unknownThing: () => 'There is no such thing that it could go into.',
};

/** What became of using up or cutting a thing: something that went into it a moment before stands against it. */
export function outcomeOfEnd(views: ViewsReader, itemId: string, outcome: Outcome): Outcome {
  if (outcome.outcome !== 'accepted' || !outcome.seen || outcome.repeated) return outcome;
  const item = itemById(views, itemId);
  if (item === null || item.holds === 0 || (item.status !== 'loose' && item.status !== 'fitted'))
    return outcome;
  return { outcome: 'refused', objections: [HOLDS_PARTS], nearest: null };
}

/**
 * What became of fitting a part once its place in the order of the log is known: a fitting that came too late is
 * refused, and its stream will say so.
 */
export function outcomeOfFitting(views: ViewsReader, fittingId: string, outcome: Outcome): Outcome {
  if (outcome.outcome !== 'accepted' || !outcome.seen) return outcome;
  const fitting = fittingById(views, fittingId);
  if (fitting?.status !== 'refused' || fitting.refusal === null) return outcome;
  const into = itemById(views, fitting.into)?.name ?? '';
  const message = WHY[fitting.refusal]?.(into) ?? '';
  return { outcome: 'refused', objections: [{ rule: fitting.refusal, message }], nearest: null };
}
