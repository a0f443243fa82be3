import type { Instance, Mate } from '../../../shared/assemblies/instances.ts';
import { MOST_INSTANCES } from '../../../shared/assemblies/instances.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { AT_ORIGIN, type Placement, times, type Vector, within } from '../../../shared/modules/vectors.ts';
import { type Axis, directionOf, turningAbout } from './move.ts';
import { type Gesture, type Standing, tidyPlacement } from './standing.ts';

/** Makes an id that nothing has. */
export type NewId = () => string;

/** What a copy becomes: where it stands, and whether it is mirrored. */
type Copied = (instance: Instance, at: Placement) => { at: Placement; mirrored: boolean };
type CopiedMate = (mate: Mate) => Pick<Mate, 'turn' | 'offset'>;

/** Some things once more, with the mates among them. Where they would be too many, nothing. */
function withCopies(
  content: DraftContent,
  standing: Standing,
  ids: readonly string[],
  copies: readonly { place: Copied; mate?: CopiedMate }[],
  newId: NewId,
): DraftContent {
  const wanted = new Set(ids);
  const chosen = content.instances.filter(({ id }) => wanted.has(id));
  if (content.instances.length + chosen.length * copies.length > MOST_INSTANCES) return content;
  const among = content.mates.filter(
    ({ one, other }) => wanted.has(one.instance) && wanted.has(other.instance),
  );
  const instances: Instance[] = [];
  const mates: Mate[] = [];
  for (const { place, mate: changedMate } of copies) {
    const named = new Map(chosen.map(({ id }) => [id, newId()] as const));
    const idOf = (id: string) => named.get(id) ?? id;
    for (const each of chosen) {
      const placed = place(each, standing.get(each.id) ?? each.at);
      instances.push({ ...each, ...placed, at: tidyPlacement(placed.at), id: idOf(each.id) });
    }
    for (const each of among) {
      const one = { ...each.one, instance: idOf(each.one.instance) };
      const other = { ...each.other, instance: idOf(each.other.instance) };
      mates.push({ ...each, ...changedMate?.(each), id: newId(), one, other });
    }
  }
  if (instances.length === 0) return content;
  return {
    ...content,
    instances: [...content.instances, ...instances],
    mates: mates.length === 0 ? content.mates : [...content.mates, ...mates],
  };
}

const moved =
  (by: Placement): Copied =>
  (instance, at) => ({ at: within(by, at), mirrored: instance.mirrored });

/** Copies things once, aside by so many millimetres. */
export const copy =
  (standing: Standing, ids: readonly string[], aside: Vector, newId: NewId): Gesture =>
  (content) =>
    withCopies(content, standing, ids, [{ place: moved({ ...AT_ORIGIN, origin: aside }) }], newId);

/** Things in a row: `count` of each with those that stand there already, `step` millimetres apart. */
export function arrayInLine(
  standing: Standing,
  ids: readonly string[],
  { axis, count, step }: { axis: Axis; count: number; step: number },
  newId: NewId,
): Gesture {
  if (!isCount(count) || !Number.isFinite(step) || step === 0) return (content) => content;
  const copies = Array.from({ length: count - 1 }, (_, index) => ({
    place: moved({ ...AT_ORIGIN, origin: times(directionOf(axis), step * (index + 1)) }),
  }));
  return (content) => withCopies(content, standing, ids, copies, newId);
}

/** Things on a circle about an axis through a point: `count` of each with those that stand there, evenly over `degrees`. */
export function arrayInCircle(
  standing: Standing,
  ids: readonly string[],
  { axis, middle, count, degrees }: { axis: Axis; middle: Vector; count: number; degrees: number },
  newId: NewId,
): Gesture {
  if (!isCount(count) || !Number.isFinite(degrees) || degrees === 0) return (content) => content;
  const isWhole = Math.abs(degrees) % 360 === 0;
  const step = degrees / (isWhole ? count : count - 1);
  const copies = Array.from({ length: count - 1 }, (_, index) => ({
    place: moved(turningAbout(middle, axis, step * (index + 1))),
  }));
  return (content) => withCopies(content, standing, ids, copies, newId);
}

const isCount = (count: number): boolean => Number.isInteger(count) && count >= 2 && count <= MOST_INSTANCES;

/**
 * Things mirrored across the plane that an axis stands upon, at so many millimetres. Mates among them are kept: in the
 * mirror a turn goes the other way round and an offset along y to the other side.
 */
export function mirror(
  standing: Standing,
  ids: readonly string[],
  { axis, at }: { axis: Axis; at: number },
  newId: NewId,
): Gesture {
  if (!Number.isFinite(at)) return (content) => content;
  const place: Copied = (instance, now) => ({ at: mirrored(now, axis, at), mirrored: !instance.mirrored });
  return (content) => withCopies(content, standing, ids, [{ place, mate: mirroredMate }], newId);
}

/** Where the mirror image of something stands, given that it is itself mirrored across its own plane x = 0. */
export function mirrored({ origin, x, z }: Placement, axis: Axis, at: number): Placement {
  const index = axis === 'x' ? 0 : axis === 'y' ? 1 : 2;
  const flip = (vector: Vector, twice: number): Vector => {
    const next: [number, number, number] = [vector[0], vector[1], vector[2]];
    next[index] = twice - next[index];
    return next;
  };
  return { origin: flip(origin, 2 * at), x: times(flip(x, 0), -1), z: flip(z, 0) };
}

const mirroredMate: CopiedMate = ({ turn, offset }) => ({
  turn: -turn || 0,
  offset: { ...offset, y: negated(offset.y) },
});

const negated = (offset: number | string): number | string =>
  typeof offset === 'number' ? -offset || 0 : `=-(${offset.replace(/^\s*=/, '').trim()})`;
