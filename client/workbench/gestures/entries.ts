import type { Instance, InstanceOf } from '../../../shared/assemblies/instances.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { AT_ORIGIN, type Placement } from '../../../shared/modules/vectors.ts';
import { anchorsOf, groupsOf } from './groups.ts';
import { type Gesture, heldInPlace, type Standing, tidyPlacement } from './standing.ts';

/** A thing that nobody has set anything of. */
export const newInstance = (id: string, of: InstanceOf, at: Placement = AT_ORIGIN): Instance => ({
  id,
  name: '',
  of,
  parameters: {},
  at: tidyPlacement(at),
  mirrored: false,
  step: null,
  alternatives: [],
});

/** Puts things in, behind all others. */
export const add =
  (...instances: Instance[]): Gesture =>
  (content) =>
    instances.length === 0 ? content : { ...content, instances: [...content.instances, ...instances] };

/** Takes things out, and the mates that held them; what they held stays where it stands. */
export function remove(standing: Standing, ids: readonly string[]): Gesture {
  const gone = new Set(ids);
  return (content) => {
    const instances = content.instances.filter(({ id }) => !gone.has(id));
    if (instances.length === content.instances.length) return content;
    const mates = content.mates.filter(
      ({ one, other }) => !gone.has(one.instance) && !gone.has(other.instance),
    );
    return leftStanding(content, { ...content, instances, mates }, standing, ids);
  };
}

/** After mates are gone: each group that they held together stands where it stood. */
export function leftStanding(
  before: DraftContent,
  after: DraftContent,
  standing: Standing,
  touched: readonly string[],
): DraftContent {
  const groups = groupsOf(before);
  const concerned = new Set(touched.flatMap((id) => groups.get(id) ?? []));
  return heldInPlace(after, standing, anchorsOf(after, [...concerned]));
}
