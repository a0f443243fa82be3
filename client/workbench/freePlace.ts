import type { Model } from '../../shared/models/model.ts';
import { AT_ORIGIN, type Placement } from '../../shared/modules/vectors.ts';

/** Between what stands there and what comes, millimetres. */
const GAP = 300;

/** Where there is room for one more thing: beside everything that stands in the model, along x. */
export function freePlace(model: Model | null): Placement {
  if (!model || model.occurrences.length === 0) return AT_ORIGIN;
  let most = Number.NEGATIVE_INFINITY;
  const reach = model.parts.map(({ mesh: { positions } }) => {
    let farthest = 0;
    for (let at = 0; at < positions.length; at += 3)
      farthest = Math.max(farthest, Math.hypot(positions[at] ?? 0, positions[at + 1] ?? 0));
    return farthest;
  });
  for (const { part, matrix } of model.occurrences)
    most = Math.max(most, (matrix[12] ?? 0) + (reach[part] ?? 0));
  const x = Math.ceil((most + GAP) / 100) * 100;
  return Number.isFinite(x) ? { ...AT_ORIGIN, origin: [Math.min(x, 1_000_000), 0, 0] } : AT_ORIGIN;
}
