import type { Assembly } from '../../../shared/assemblies/assembly.ts';

/** What stands and what joins it. */
export type Joined = Pick<Assembly, 'instances' | 'mates'>;

/**
 * Which instances rigid mates hold together: for each its group, in the order of the content. The first of a group
 * stands where its own placement says; all others follow from the mates.
 */
export function groupsOf({ instances, mates }: Joined): ReadonlyMap<string, readonly string[]> {
  const above = new Map(instances.map(({ id }) => [id, id] as const));
  const top = (id: string): string => {
    let at = id;
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) {
      const over = above.get(next) ?? next;
      above.set(at, over);
      at = over;
    }
    return at;
  };
  for (const { kind, one, other } of mates) {
    if (kind !== 'rigid' || !above.has(one.instance) || !above.has(other.instance)) continue;
    above.set(top(one.instance), top(other.instance));
  }
  const byTop = new Map<string, string[]>();
  for (const { id } of instances) {
    const known = byTop.get(top(id));
    if (known) known.push(id);
    else byTop.set(top(id), [id]);
  }
  return new Map([...byTop.values()].flatMap((group) => group.map((id) => [id, group] as const)));
}

/** The group of one instance, itself among it; empty where there is no such instance. */
export const groupOf = (joined: Joined, id: string): readonly string[] => groupsOf(joined).get(id) ?? [];

/** Those of these groups that hold the others: the first of each. */
export function anchorsOf(joined: Joined, ids: readonly string[]): Set<string> {
  const groups = groupsOf(joined);
  return new Set(ids.flatMap((id) => groups.get(id)?.[0] ?? []));
}
