/** A node while it is looked at: when it was met, and the earliest that it leads back to. */
interface Met {
  index: number;
  low: number;
  isOpen: boolean;
}

/**
 * Sets of nodes of which each leads to every other (Tarjan 1972), and single ones that lead to themselves. Without
 * recursion: a chain may be as long as there are nodes.
 */
export function circlesIn(
  nodes: Iterable<string>,
  links: readonly { from: string; to: string }[],
): string[][] {
  const next = Map.groupBy(links, ({ from }) => from);
  const met = new Map<string, Met>();
  const open: string[] = [];
  const circles: string[][] = [];

  const enter = (id: string) => {
    const each = { index: met.size, low: met.size, isOpen: true };
    met.set(id, each);
    open.push(id);
    return { id, each, links: (next.get(id) ?? []).values() };
  };
  const leave = (id: string, each: Met) => {
    if (each.low !== each.index) return;
    const set = open.splice(open.lastIndexOf(id));
    for (const member of set) {
      const left = met.get(member);
      if (left) left.isOpen = false;
    }
    const isOwn = next.get(id)?.some(({ to }) => to === id) ?? false;
    if (set.length > 1 || isOwn) circles.push(set);
  };

  for (const root of nodes) {
    if (met.has(root)) continue;
    const way = [enter(root)];
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const link = at.links.next();
      if (link.done) {
        way.pop();
        leave(at.id, at.each);
        const before = way.at(-1);
        if (before) before.each.low = Math.min(before.each.low, at.each.low);
        continue;
      }
      const other = met.get(link.value.to);
      if (other === undefined) way.push(enter(link.value.to));
      else if (other.isOpen) at.each.low = Math.min(at.each.low, other.index);
    }
  }
  return circles;
}
