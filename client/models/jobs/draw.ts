import type { DrawingView } from '../../../shared/drawings/views.ts';
import type { Model } from '../../../shared/models/model.ts';
import type { Done } from '../done.ts';

/** A line drawing for whoever has no WebGL: the text of an SVG in the page's own ink. */
export async function draw(asked: {
  model: Model;
  view: DrawingView;
  /** Pixels across. */
  width?: number;
  /** Told to whoever cannot see it. */
  title?: string;
}): Promise<Done<string>> {
  const { lineDrawing } = await import('../../../shared/drawings/lineDrawing.ts');
  const { model, view, ...options } = asked;
  return { told: lineDrawing(model, view, options), moved: [] };
}
