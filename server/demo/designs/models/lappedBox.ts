import type { ParameterSetting } from '../../../../shared/assemblies/instances.ts';
import type { Placement } from '../../../../shared/modules/vectors.ts';
import type { ModelBuilder } from './builder.ts';

interface Box {
  /** Formulas without the equals sign, millimetres: lengths of rails, cross tubes and posts. */
  length: string;
  width: string;
  height: string;
  /** Of the tubes: as wide as their holes are apart. */
  pitch: number;
  tube: Readonly<Record<string, ParameterSetting>>;
  /** Where the lower left rail stands, which goes forward from behind. */
  at: Placement;
}

/**
 * Twelve tubes around a box, each lapped over the next and bolted through one hole: rails outside the posts, cross tubes
 * behind and in front of them. Their words: `bottom-left`, `post-back-right`, `cross-top-front`, and so on.
 */
export function lappedBox(build: ModelBuilder, { length, width, height, pitch, tube, at }: Box): void {
  const add = (word: string, long: string, name: string) =>
    build.module(word, 'frame-tube', { ...tube, length: `=${long}` }, { name });
  const last = (long: string) => `=${long} - ${pitch}`;
  build.module('bottom-left', 'frame-tube', { ...tube, length: `=${length}` }, { name: 'Rail', at });
  for (const [end, hole] of [
    ['back', 0],
    ['front', last(length)],
  ] as const) {
    const [before, behind, turn] =
      end === 'back'
        ? (['grid-front', 'grid-back', -90] as const)
        : (['grid-back', 'grid-front', 90] as const);
    add(`post-${end}-left`, height, 'Post').mate('bottom-left grid-right', `post-${end}-left grid-left`, {
      turn: 90,
      x: hole,
    });
    for (const [level, up] of [
      ['bottom', 0],
      ['top', last(height)],
    ] as const) {
      add(`cross-${level}-${end}`, width, 'Cross tube').mate(
        `post-${end}-left ${before}`,
        `cross-${level}-${end} ${behind}`,
        { turn, x: up },
      );
    }
    add(`post-${end}-right`, height, 'Post').mate(
      `cross-bottom-${end} ${behind}`,
      `post-${end}-right ${before}`,
      { turn, x: last(width) },
    );
  }
  add('top-left', length, 'Rail').mate('post-back-left grid-left', 'top-left grid-right', {
    turn: 90,
    x: last(height),
  });
  for (const [level, up] of [
    ['bottom', 0],
    ['top', last(height)],
  ] as const) {
    add(`${level}-right`, length, 'Rail').mate('post-back-right grid-right', `${level}-right grid-left`, {
      turn: -90,
      x: up,
    });
  }
}
