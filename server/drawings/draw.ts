import { lineDrawing } from '../../shared/drawings/lineDrawing.ts';
import type { Model } from '../../shared/models/model.ts';
import { moduleById } from '../../shared/modules/all.ts';
import type { Solids } from '../../shared/modules/module.ts';
import { modelOfPieces } from '../../shared/modules/solids/modelOfPieces.ts';
import type { DrawingOrder } from './order.ts';

/** The text of an SVG; null: nothing stands there that could be drawn. */
export async function drawn(order: DrawingOrder, solids: Solids): Promise<string | null> {
  const model = modelFor(order, solids);
  if (!model || model.occurrences.length === 0) return null;
  return lineDrawing(model, order.view, { title: order.title, alone: true });
}

function modelFor(order: DrawingOrder, solids: Solids): Model | null {
  if (order.kind !== 'module') return null;
  const module = moduleById(order.module);
  return module ? modelOfPieces(module, module.pieces(order.values), solids) : null;
}
