import type { PlanFit, PlanOption } from '../../shared/plans/views.ts';
import type { NamedCandidate } from './matching.ts';
import type { Entry, MakingBuild, Place } from './pools.ts';

/** Something on a shelf. */
export const stockOption = (
  { shelf, place }: Entry,
  fits: PlanFit,
  quantity: number,
  lengths: number[],
): PlanOption => ({
  how: 'stock',
  ...place,
  fits,
  materialId: shelf.materialId,
  name: shelf.name,
  code: shelf.code,
  shelf: shelf.shelf,
  quantity,
  lengths,
});

/** A thing that lies loose, or has to be taken out of another one first. */
export function thingOption({ item, insideOf }: NamedCandidate, fits: PlanFit, place: Place): PlanOption {
  const { itemId, name } = item;
  if (insideOf !== null) return { how: 'recover', ...place, fits, itemId, name, insideOf, quantity: 1 };
  const { code, shelf, grade } = item;
  return { how: 'item', ...place, fits, itemId, name, code, shelf, grade, cameOutOf: null, quantity: 1 };
}

/** What a build makes. */
export const makingOption = (build: MakingBuild, place: Place, quantity: number): PlanOption => ({
  how: 'beingMade',
  ...place,
  buildId: build.buildId,
  name: build.name,
  quantity,
});
