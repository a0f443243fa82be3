import type { Comparison } from '../../../shared/models/compare/compareModels.ts';
import { buffersOf, type Model } from '../../../shared/models/model.ts';
import type { Done } from '../done.ts';
import { solidsHere } from '../solids.ts';

/** What is cut after these is left out. */
const MOST_MILLISECONDS = 30_000;

/** What came and what went between two models. */
export async function compare(asked: { before: Model; after: Model }): Promise<Done<Comparison>> {
  const { compareModels } = await import('../../../shared/models/compare/compareModels.ts');
  const solids = await solidsHere();
  const until = performance.now() + MOST_MILLISECONDS;
  const told = compareModels(asked.before, asked.after, solids, { goOn: () => performance.now() < until });
  return { told, moved: [...buffersOf(told.added.model), ...buffersOf(told.removed.model)] };
}
