import { newInstance } from '../../../client/workbench/gestures/entries.ts';
import { type Gesture, standingOf } from '../../../client/workbench/gestures/standing.ts';
import type { AssemblySources } from '../../../shared/assemblies/assembly.ts';
import type { Instance } from '../../../shared/assemblies/instances.ts';
import { solve } from '../../../shared/assemblies/solve.ts';
import { type DraftContent, draftContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import { lengthOf, minus, type Placement, type Vector } from '../../../shared/modules/vectors.ts';

export const NO_DESIGNS: AssemblySources = { designOf: () => null };
export const solved = (content: DraftContent) => solve(content, NO_DESIGNS);
export const standing = (content: DraftContent) => standingOf(solved(content));

/** A module that stands somewhere. */
export const thing = (
  id: string,
  module: string,
  origin: Vector = [0, 0, 0],
  more: Partial<Instance> = {},
) => ({
  ...newInstance(id, { kind: 'module', module }, { origin, x: [1, 0, 0], z: [0, 0, 1] }),
  ...more,
});

export const machineOf = (...instances: Instance[]): DraftContent => ({ ...EMPTY_CONTENT, instances });

/** Gestures in a row; what comes out may be kept. */
export function carriedOut(
  content: DraftContent,
  ...gestures: ((now: DraftContent) => Gesture)[]
): DraftContent {
  const end = gestures.reduce((now, gesture) => gesture(now)(now), content);
  draftContent.parse(end);
  return end;
}

/** Millimetres between two placements' origins, and how far their directions differ. */
export const apart = (one: Placement | undefined, other: Placement | undefined): number =>
  one && other
    ? lengthOf(minus(one.origin, other.origin)) +
      lengthOf(minus(one.x, other.x)) +
      lengthOf(minus(one.z, other.z))
    : Number.POSITIVE_INFINITY;

/** Makes ids in order: `new-1`, `new-2`. */
export function ids(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `new-${count}`;
  };
}
