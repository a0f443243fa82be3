import type { ModulePart, Piece } from '../module.ts';
import { type Point, polygon, prism } from '../solids/shapes.ts';
import type { Placement } from '../vectors.ts';
import { made } from './pieces.ts';

/** Square millimetres within corners named counter-clockwise (the shoelace formula). */
export function polygonArea(corners: readonly Point[]): number {
  const twice = corners.reduce((sum, [x, y], n) => {
    const [nextX, nextY] = corners[(n + 1) % corners.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice / 2;
}

/** Cubic millimetres of what a lathe leaves: slices of cones between points of radius and height, going up. */
export function turnedVolume(profile: readonly Point[]): number {
  return profile.slice(1).reduce((sum, [radius, height], n) => {
    const [before, from] = profile[n] ?? [0, 0];
    return sum + (Math.PI / 3) * (height - from) * (before ** 2 + before * radius + radius ** 2);
  }, 0);
}

/** Something of one section all along, steel: a bent sheet, a plate cut to a shape. */
export function profiled(profile: {
  id: string;
  name: string;
  specification: string;
  machines: ModulePart['machines'];
  corners: readonly Point[];
  length: number;
  places: readonly Placement[];
}): Piece {
  const { id, name, specification, machines, corners, length, places } = profile;
  return {
    ...made({ id, name, material: 'steel', specification }, machines),
    volume: polygonArea(corners) * length,
    shape: prism(polygon(corners), length),
    holes: 0,
    places,
  };
}
