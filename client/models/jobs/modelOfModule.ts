import { buffersOf, type Model } from '../../../shared/models/model.ts';
import { moduleById } from '../../../shared/modules/all.ts';
import { schemaOf, usualValues } from '../../../shared/modules/parameters.ts';
import { modelOfPieces } from '../../../shared/modules/solids/modelOfPieces.ts';
import { CannotBeDone, type Done } from '../done.ts';
import { solidsHere } from '../solids.ts';

/** A module alone, at values of its parameters; what is not named is as usual. */
export async function modelOfModule(asked: {
  module: string;
  values: Readonly<Record<string, number | string>>;
}): Promise<Done<Model>> {
  const module = moduleById(asked.module);
  if (!module) throw new CannotBeDone('unknownModule', { module: asked.module });
  const read = schemaOf(module.parameters).safeParse({ ...usualValues(module.parameters), ...asked.values });
  if (!read.success) throw new CannotBeDone('outOfLimits', { module: module.id });
  const values = { ...usualValues(module.parameters), ...asked.values };
  const [fault] = module.faults(values);
  if (fault !== undefined) throw new CannotBeDone('contradictory', { sentence: fault });
  const model = modelOfPieces(module, module.pieces(values), await solidsHere());
  return { told: model, moved: buffersOf(model) };
}
