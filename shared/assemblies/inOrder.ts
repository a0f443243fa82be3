/**
 * Visits nodes after all that they need, however long a chain is (no recursion).
 * @param circle told of nodes that need each other, in their order; each of them is visited all the same, afterwards.
 */
export function inOrder<Node>(
  nodes: Iterable<Node>,
  needsOf: (node: Node) => readonly Node[],
  visit: (node: Node) => void,
  circle: (way: readonly Node[]) => void,
): void {
  const done = new Set<Node>();
  const open = new Map<Node, { needs: readonly Node[]; next: number }>();
  for (const root of nodes) {
    if (done.has(root)) continue;
    const way: Node[] = [root];
    open.set(root, { needs: needsOf(root), next: 0 });
    for (let node = way.at(-1); node !== undefined; node = way.at(-1)) {
      const at = open.get(node);
      const need = at?.needs[at.next];
      if (at === undefined || need === undefined) {
        way.pop();
        open.delete(node);
        done.add(node);
        visit(node);
        continue;
      }
      at.next += 1;
      if (open.has(need)) circle(way.slice(way.indexOf(need)));
      else if (!done.has(need)) {
        way.push(need);
        open.set(need, { needs: needsOf(need), next: 0 });
      }
    }
  }
}
