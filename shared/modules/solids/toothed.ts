import { type Outline, type Point, polygon } from './shapes.ts';

/** A round outline with teeth; the shares are of one tooth's angle. */
interface Teeth {
  count: number;
  /** Radius between the teeth, and of their tips. */
  root: number;
  tip: number;
  /** How much of the angle a tooth takes at its foot, and how much at its tip. */
  foot: number;
  crown: number;
}

export function toothedOutline({ count, root, tip, foot, crown }: Teeth): Outline {
  const step = (2 * Math.PI) / count;
  const corners = Array.from({ length: count }, (_, n): Point[] =>
    [
      [root, -foot / 2],
      [tip, -crown / 2],
      [tip, crown / 2],
      [root, foot / 2],
    ].map(([radius = 0, share = 0]) => [
      radius * Math.cos((n + share) * step),
      radius * Math.sin((n + share) * step),
    ]),
  ).flat();
  return polygon(corners);
}

/** Square millimetres inside it: of each tooth the two flanks, the tip and the gap, as triangles from the middle. */
export function toothedArea({ count, root, tip, foot, crown }: Teeth): number {
  const step = (2 * Math.PI) / count;
  const flanks = root * tip * Math.sin(((foot - crown) / 2) * step);
  const crownArea = (tip ** 2 * Math.sin(crown * step)) / 2;
  const gap = (root ** 2 * Math.sin((1 - foot) * step)) / 2;
  return count * (flanks + crownArea + gap);
}
