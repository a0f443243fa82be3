import { modelOf } from '../../../shared/assemblies/modelOf.ts';
import { partLinesOf } from '../../../shared/assemblies/partLines.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import { type PackedModel, packed, rowsOf } from '../../../shared/models/packedModel.ts';
import type { Done } from '../done.ts';
import { solidsHere } from '../solids.ts';
import { type AskedAssembly, modelOptions, refusing, sourcesOf } from './assemble.ts';

export interface ManyAssembled {
  model: PackedModel;
  /** The whole parts list, as it follows from the model. */
  parts: readonly PartLine[];
}

/**
 * Puts an assembly of thousands together and hands over no more than the page cannot make without a stall.
 * @throws {CannotBeDone} `tooManyPieces`: more than can be shown.
 */
export async function assembleMany(asked: AskedAssembly): Promise<Done<ManyAssembled>> {
  const { content, choices } = asked;
  const sources = sourcesOf(asked);
  const solved = solve(content, sources, choices);
  const parts = partLinesOf(solved, content, sources, choices);
  const solids = await solidsHere();
  const model = packed(refusing(() => modelOf(solved, solids, modelOptions(asked))));
  return { told: { model, parts }, moved: rowsOf(model) };
}
