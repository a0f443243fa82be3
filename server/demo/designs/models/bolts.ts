import { beyondGrip } from '../../../../shared/modules/pieces/bolts.ts';
import type { Joining, ModelBuilder } from './builder.ts';
import { HOLE } from './frames.ts';

/** 3/4 in, as LifeTrac II has them; they are sold in steps of half an inch. */
const DIAMETER = 19.05;
const STEP = 12.7;

/** What bolts clamp, millimetres: joint plates, tubes. */
export const PLATE = 12.7;
export const TUBE = HOLE;

/**
 * A bolt and its nut through a hole: the head rests on the face that is named.
 * @param grip all that it clamps, millimetres.
 */
export function bolt(
  build: ModelBuilder,
  { id, on, grip, ...where }: { id: string; on: string; grip: number } & Joining,
): void {
  const length = Math.ceil((grip + beyondGrip(DIAMETER)) / STEP) * STEP;
  build
    .module(
      id,
      'bolt',
      { diameter: DIAMETER, length, grip },
      { name: `Bolt 3/4 × ${Math.round((2 * length) / 25.4) / 2} in` },
    )
    .mate(on, `${id} shank`, where);
}
