import type { ModelPart } from '../models/model.ts';
import type { Solids } from '../modules/module.ts';
import { coarseMeshOf, partOfPiece } from '../modules/solids/modelOfPieces.ts';
import { matrixOf } from '../modules/vectors.ts';
import type { Matrix } from './matrices.ts';
import type { ModuleAtValues } from './standing.ts';

/** A piece of a module with its mesh, and where it stands in the module. */
export interface DrawnPiece {
  id: string;
  part: ModelPart;
  places: readonly Matrix[];
}

/** Modules at values whose meshes are kept, at most, and bytes of all of these; the oldest goes first. */
const MOST_KEPT = 1000;
const MOST_BYTES = 200_000_000;

/** Making a solid takes milliseconds: those of the same module at the same values are made once for a maker. */
const kept = new WeakMap<Solids, Kept>();

class Kept {
  readonly #drawn = new Map<string, readonly DrawnPiece[]>();
  #bytes = 0;

  get(key: string): readonly DrawnPiece[] | undefined {
    return this.#drawn.get(key);
  }

  put(key: string, drawn: readonly DrawnPiece[]): void {
    this.#drawn.set(key, drawn);
    this.#bytes += bytesOf(drawn);
    for (const [oldest, old] of this.#drawn) {
      if (this.#drawn.size <= MOST_KEPT && this.#bytes <= MOST_BYTES) return;
      this.#drawn.delete(oldest);
      this.#bytes -= bytesOf(old);
    }
  }
}

const bytesOf = (drawn: readonly DrawnPiece[]): number =>
  drawn
    .flatMap(({ part: { mesh, coarse } }) => (coarse ? [mesh, coarse] : [mesh]))
    .reduce((sum, mesh) => sum + mesh.positions.byteLength + mesh.triangles.byteLength, 0);

export function drawnPieces({ module, values }: ModuleAtValues, solids: Solids): readonly DrawnPiece[] {
  const known = kept.get(solids) ?? new Kept();
  kept.set(solids, known);
  const key = `${module.id} ${JSON.stringify(values)}`;
  const before = known.get(key);
  if (before) return before;
  const drawn = module.pieces(values).map((piece) => {
    const coarse = coarseMeshOf(piece, solids);
    const part = partOfPiece(module, piece, solids);
    return { id: piece.id, part: coarse ? { ...part, coarse } : part, places: piece.places.map(matrixOf) };
  });
  known.put(key, drawn);
  return drawn;
}
