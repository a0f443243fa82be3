import type { ModelPart } from '../models/model.ts';
import type { Solids } from '../modules/module.ts';
import { partOfPiece } from '../modules/solids/modelOfPieces.ts';
import { matrixOf } from '../modules/vectors.ts';
import type { Matrix } from './matrices.ts';
import type { ModuleAtValues } from './standing.ts';

/** A piece of a module with its mesh, and where it stands in the module. */
export interface DrawnPiece {
  id: string;
  part: ModelPart;
  places: readonly Matrix[];
}

/** Modules at values whose meshes are kept, at most; the oldest goes first. */
const MOST_KEPT = 1000;

/** Making a solid takes milliseconds: those of the same module at the same values are made once for a maker. */
const kept = new WeakMap<Solids, Map<string, readonly DrawnPiece[]>>();

export function drawnPieces({ module, values }: ModuleAtValues, solids: Solids): readonly DrawnPiece[] {
  const known = kept.get(solids) ?? new Map<string, readonly DrawnPiece[]>();
  kept.set(solids, known);
  const key = `${module.id} ${JSON.stringify(values)}`;
  const before = known.get(key);
  if (before) return before;
  const drawn = module.pieces(values).map((piece) => ({
    id: piece.id,
    part: partOfPiece(module, piece, solids),
    places: piece.places.map(matrixOf),
  }));
  const [oldest] = known.keys();
  if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest);
  known.set(key, drawn);
  return drawn;
}
