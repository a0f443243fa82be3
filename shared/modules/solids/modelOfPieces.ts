import type { Mesh, Model, ModelPart } from '../../models/model.ts';
import type { Module, Piece, Solids } from '../module.ts';
import { matrixOf } from '../vectors.ts';
import { coarseShape } from './coarseShape.ts';
import { meshOf } from './meshOf.ts';
import { solidOf } from './solidOf.ts';

/** The drawn shape of a piece. The key follows from everything that makes its shape. */
export function partOfPiece(module: Pick<Module, 'id'>, piece: Piece, solids: Solids): ModelPart {
  const solid = solidOf(piece.shape, solids);
  const part: ModelPart = {
    key: `${module.id}/${piece.id}/${JSON.stringify(piece.shape)}`,
    name: piece.name,
    mesh: meshOf(solid),
    colour: null,
    material: piece.material,
    module: module.id,
    piece: piece.id,
    licence: null,
    closed: true,
    volume: solid.volume(),
  };
  solid.delete();
  return part;
}

/** The mesh of a piece without its small holes; undefined where there is nothing to leave out. */
export function coarseMeshOf({ shape }: Piece, solids: Solids): Mesh | undefined {
  const coarse = coarseShape(shape);
  if (!coarse) return undefined;
  const solid = solidOf(coarse, solids);
  const mesh = meshOf(solid);
  solid.delete();
  return mesh;
}

/** A module's pieces by themselves, each where it stands. */
export function modelOfPieces(
  module: Pick<Module, 'id' | 'name'>,
  pieces: readonly Piece[],
  solids: Solids,
): Model {
  const model: Model = {
    parts: pieces.map((piece) => partOfPiece(module, piece, solids)),
    occurrences: [],
    nodes: [{ id: '', name: module.name, parent: -1, instance: null, line: null, step: null }],
  };
  for (const [part, { id, name, places }] of pieces.entries()) {
    for (const [place, at] of places.entries()) {
      model.occurrences.push({ part, matrix: matrixOf(at), node: model.nodes.length });
      const nodeId = places.length > 1 ? `${id}.${place + 1}` : id;
      model.nodes.push({ id: nodeId, name, parent: 0, instance: null, line: null, step: null });
    }
  }
  return model;
}
