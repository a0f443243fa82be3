import type { Vector } from '../modules/vectors.ts';

/** Sides from which a drawing shows a model. Z is up, the front is looked at along y; `iso` stands at the front, right and above. */
export const DRAWING_VIEWS = ['iso', 'isoBack', 'front', 'back', 'left', 'right', 'top', 'bottom'] as const;
export type DrawingView = (typeof DRAWING_VIEWS)[number];

/** Where right, up and the eye are, seen by whoever looks: at right angles, of length 1. */
export interface Looking {
  right: Vector;
  up: Vector;
  eye: Vector;
}

const HALF = Math.SQRT1_2;
const THIRD = 1 / Math.sqrt(3);
const SIXTH = 1 / Math.sqrt(6);

export const LOOKING: Readonly<Record<DrawingView, Looking>> = {
  iso: { right: [HALF, HALF, 0], up: [-SIXTH, SIXTH, 2 * SIXTH], eye: [THIRD, -THIRD, THIRD] },
  isoBack: { right: [-HALF, -HALF, 0], up: [SIXTH, -SIXTH, 2 * SIXTH], eye: [-THIRD, THIRD, THIRD] },
  front: { right: [1, 0, 0], up: [0, 0, 1], eye: [0, -1, 0] },
  back: { right: [-1, 0, 0], up: [0, 0, 1], eye: [0, 1, 0] },
  left: { right: [0, -1, 0], up: [0, 0, 1], eye: [-1, 0, 0] },
  right: { right: [0, 1, 0], up: [0, 0, 1], eye: [1, 0, 0] },
  top: { right: [1, 0, 0], up: [0, 1, 0], eye: [0, 0, 1] },
  bottom: { right: [1, 0, 0], up: [0, -1, 0], eye: [0, 0, -1] },
};
