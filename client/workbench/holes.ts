import type { ModuleInterface } from '../../shared/modules/module.ts';
import { directionAt, plus, type Vector } from '../../shared/modules/vectors.ts';

/** A hole of a grid: how many holes along its x and its y from the first one. */
export interface Hole {
  x: number;
  y: number;
}
export const FIRST: Hole = { x: 0, y: 0 };

/** Every hole of a grid, with where it stands; of what is no grid, where that is. */
export function holesOf(face: ModuleInterface): { hole: Hole; at: Vector }[] {
  if (face.kind !== 'holeGrid') return [{ hole: FIRST, at: face.at.origin }];
  const { x: along, y: across } = face.holes ?? { x: 1, y: 1 };
  return Array.from({ length: along * across }, (_, n) => {
    const hole = { x: n % along, y: Math.floor(n / along) };
    const aside = directionAt(face.at, [hole.x * face.pitch, hole.y * face.pitch, 0]);
    return { hole, at: plus(face.at.origin, aside) };
  });
}

/** As a mark in the picture carries it. */
export const holeWritten = ({ x, y }: Hole): string => `${x} ${y}`;

/** Null: the mark is none of a hole, or of no particular one. */
export function holeRead(written: string | undefined): Hole | null {
  const [x, y] = (written ?? '').split(' ').map(Number);
  return x === undefined || y === undefined || !Number.isInteger(x) || !Number.isInteger(y) ? null : { x, y };
}
