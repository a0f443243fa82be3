import { bolt, PLATE, TUBE } from './bolts.ts';
import type { ModelBuilder } from './builder.ts';
import { goingForward, HOLE } from './frames.ts';

/** Millimetres of a Power Cube that lie on its left rail: floor and angle, drilled alike. */
export const CUBE = 12.7;
/** Where something undrilled lies on a rail, the nut sits within it, on its lower wall of 1/4 in. */
export const WITHIN = 6.35 - TUBE;

interface Cross {
  word: string;
  /** From the rear hole of the left rail to the one that it lies below; millimetres or a formula without its sign. */
  at: number | string;
  /** Which way its plates go from there. */
  plates: 'forward' | 'backward';
  /** Millimetres that lie on the rails there, and are bolted too: on the left, and on the right. */
  above?: readonly [left: number, right: number];
}

/**
 * Two rails on cross tubes, as LifeTrac is bolted: at each crossing a plate of 1/2 in and 2 × 2 holes between the
 * tubes. One bolt goes through all three, one through rail and plate, one through plate and cross.
 * @param rails how high their middle is, and how far the last hole of the left one is from the middle.
 */
export function crossedRails(
  build: ModelBuilder,
  rails: { behind: number; height: number },
  crosses: readonly Cross[],
): void {
  const tube = 'frame-tube';
  build
    .module(
      'rail-left',
      tube,
      { length: '=Frame length' },
      { name: 'Left rail', at: goingForward([3.5 * HOLE, rails.behind, rails.height]) },
    )
    .module('rail-right', tube, { length: '=Frame length' }, { name: 'Right rail' });
  for (const { word, at, plates, above = [0, 0] } of crosses) {
    const isForward = plates === 'forward';
    const x = typeof at === 'string' ? `=${at}` : at;
    const [left, right] = [`${word}-plate-left`, `${word}-plate-right`];
    build
      .module(word, tube, { length: '=Frame width' }, { name: 'Cross tube' })
      .module(left, 'joint-plate', { rows: 2 }, { name: 'Joint plate' })
      .module(right, 'joint-plate', { rows: 2 }, { name: 'Joint plate' })
      .mate('rail-left grid-back', `${left} grid-top`, { turn: isForward ? 90 : 180, x })
      .mate(`${left} grid-bottom`, `${word} grid-front`, { turn: isForward ? 0 : -90, y: HOLE })
      .mate(`${word} grid-front`, `${right} grid-bottom`, {
        turn: isForward ? 90 : 180,
        x: isForward ? '=Frame width - 8 in' : '=Frame width - 4 in',
        y: isForward ? 0 : -HOLE,
      })
      .mate('rail-right grid-back', `${right} grid-top`, { turn: isForward ? 0 : -90, x });
    for (const [side, plate, over] of [
      ['left', left, above[0]],
      ['right', right, above[1]],
    ] as const) {
      // Seen from below the plate: which of its holes lies under the rail alone.
      const isFirst = (side === 'left') === isForward;
      const beside = isFirst ? 0 : HOLE;
      const [corner, inner] =
        side === 'left' ? [0, HOLE] : (['=Frame width - 4 in', '=Frame width - 8 in'] as const);
      const below = `${word} grid-back`;
      bolt(build, { id: `${plate}-bolt`, on: below, grip: 2 * TUBE + PLATE + over, x: corner });
      bolt(build, { id: `${plate}-cross-bolt`, on: below, grip: TUBE + PLATE, x: inner });
      bolt(build, {
        id: `${plate}-rail-bolt`,
        on: `${plate} grid-bottom`,
        grip: TUBE + PLATE + over,
        x: beside,
        y: beside,
      });
    }
  }
}
