import type { SolvedAssembly } from '../../../shared/assemblies/assembly.ts';
import type { Instance } from '../../../shared/assemblies/instances.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import {
  cross,
  dot,
  lengthOf,
  minus,
  type Placement,
  times,
  type Vector,
} from '../../../shared/modules/vectors.ts';

/** Where everything stands now, by id: what the mates made of it, not what was once written down. */
export type Standing = ReadonlyMap<string, Placement>;

/** Something done to a draft: its content before, and after. The same object where nothing is to be done. */
export type Gesture = (content: DraftContent) => DraftContent;

export const standingOf = (solved: SolvedAssembly): Standing =>
  new Map(solved.instances.map(({ instance, at }) => [instance.id, at] as const));

/** Some instances changed, all others left as the objects that they are. */
export function changed(
  content: DraftContent,
  ids: ReadonlySet<string>,
  change: (instance: Instance) => Instance,
): DraftContent {
  let any = false;
  const instances = content.instances.map((each) => {
    const next = ids.has(each.id) ? change(each) : each;
    any ||= next !== each;
    return next;
  });
  return any ? { ...content, instances } : content;
}

/** Some instances written down as standing where they stand now. */
export const heldInPlace = (content: DraftContent, standing: Standing, ids: ReadonlySet<string>) =>
  changed(content, ids, (instance) => {
    const at = standing.get(instance.id);
    return at && !isSamePlacement(at, instance.at) ? { ...instance, at: tidyPlacement(at) } : instance;
  });

/** Millimetres, and the change of a direction, that are nothing but rounding. */
const NOTHING = 1e-6;

export const isSamePlacement = (one: Placement, other: Placement): boolean =>
  (['origin', 'x', 'z'] as const).every((part) => lengthOf(minus(one[part], other[part])) < NOTHING);

const MOST = 10_000_000;
/** Without the crumbs of reckoning, so that a thing that was turned back stands as before; within what may be written. */
const tidyNumber = (value: number): number =>
  Math.min(MOST, Math.max(-MOST, Math.round(value * 1e6) / 1e6)) || 0;
const tidyVector = ([x, y, z]: Vector): [number, number, number] => [
  tidyNumber(x),
  tidyNumber(y),
  tidyNumber(z),
];
const tidyDirection = (vector: Vector): [number, number, number] => {
  const round = vector.map((part) =>
    Math.abs(part - Math.round(part)) < 1e-9 ? Math.round(part) || 0 : part,
  );
  return [round[0] ?? 0, round[1] ?? 0, round[2] ?? 0];
};

/** A placement as it is written down: at right angles, in numbers that can be written. */
export function tidyPlacement({ origin, x, z }: Placement): Instance['at'] {
  const upright = lengthOf(z) > 0 ? times(z, 1 / lengthOf(z)) : ([0, 0, 1] as const);
  const across = minus(x, times(upright, dot(x, upright)));
  const side =
    lengthOf(across) > NOTHING ? across : cross(upright, Math.abs(upright[0]) < 0.9 ? [1, 0, 0] : [0, 1, 0]);
  return {
    origin: tidyVector(origin),
    x: tidyDirection(times(side, 1 / lengthOf(side))),
    z: tidyDirection(upright),
  };
}
