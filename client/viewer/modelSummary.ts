import type { Model } from '../../shared/models/model.ts';
import { DENSITIES, type Material } from '../../shared/modules/materials.ts';
import { type Box, boxesOfOccurrences, emptyBox, enclose, sizeOf } from './bounds.ts';

/** What there is to tell of a model to somebody who does not see it. Millimetres, kilograms. */
export interface ModelSummary {
  pieces: number;
  kinds: number;
  size: readonly [number, number, number];
  materials: readonly Material[];
  mass: number;
  /** The mass of every piece is known. */
  isWhole: boolean;
}

/** Mass by volume and material, as far as both are known. */
export function summaryOf(model: Model): ModelSummary {
  const boxes = boxesOfOccurrences(model);
  const box: Box = emptyBox();
  const materials = new Map<Material, number>();
  let mass = 0;
  let isWhole = true;
  model.occurrences.forEach(({ part }, index) => {
    enclose(box, boxes, index * 6);
    const own = model.parts[part];
    if (!own) return;
    if (own.material) materials.set(own.material, (materials.get(own.material) ?? 0) + 1);
    if (own.material && own.volume !== null) mass += own.volume * DENSITIES[own.material];
    else isWhole = false;
  });
  return {
    pieces: model.occurrences.length,
    kinds: model.parts.length,
    size: sizeOf(box),
    materials: [...materials].sort((one, other) => other[1] - one[1]).map(([material]) => material),
    mass,
    isWhole,
  };
}
