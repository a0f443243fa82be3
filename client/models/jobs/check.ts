import type { ModelCheck } from '../../../shared/models/check/checkModel.ts';
import type { Repair, RepairedModel } from '../../../shared/models/check/repairModel.ts';
import { buffersOf, type Model } from '../../../shared/models/model.ts';
import type { Done } from '../done.ts';
import { solidsHere } from '../solids.ts';

export interface Checked extends ModelCheck {
  /** Of each part, what could help it. */
  offers: readonly (readonly Repair[])[];
}

/** What a model is like, and what can be repaired. */
export async function check({ model }: { model: Model }): Promise<Done<Checked>> {
  const [{ checkModel }, { repairsFor }] = await Promise.all([
    import('../../../shared/models/check/checkModel.ts'),
    import('../../../shared/models/check/repairModel.ts'),
  ]);
  const found = checkModel(model, await solidsHere());
  return { told: { ...found, offers: found.parts.map(repairsFor) }, moved: [] };
}

/** A repaired model, and what was changed in it. */
export async function repair(asked: {
  model: Model;
  repairs: readonly Repair[];
}): Promise<Done<RepairedModel>> {
  const { repairModel } = await import('../../../shared/models/check/repairModel.ts');
  const told = repairModel(asked.model, asked.repairs, await solidsHere());
  return { told, moved: buffersOf(told.model) };
}
