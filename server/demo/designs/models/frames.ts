import type { Placement, Vector } from '../../../../shared/modules/vectors.ts';

/** 4 in: the tubes of which larger machines are bolted, and how far their holes are apart. */
export const HOLE = 101.6;

/**
 * A tube that begins behind and goes forward, along −y: its `grid-front` looks up, `grid-back` down, `grid-right` to the
 * driver's right.
 */
export const goingForward = (origin: Vector): Placement => ({ origin, x: [-1, 0, 0], z: [0, -1, 0] });

/** Right and left of whoever looks forward, for what stands on both sides of a frame. */
export const SIDES = [
  { side: 'right', out: 'grid-right', inwards: 'grid-left', way: 1 },
  { side: 'left', out: 'grid-left', inwards: 'grid-right', way: -1 },
] as const;
