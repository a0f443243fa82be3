/** Circles that are told: each may be as long as all there is. */
const MOST_CIRCLES = 300;

/**
 * Visits nodes after all that they need, however long a chain is (no recursion).
 * @param circle told of nodes that need each other, in their order, for the first hundreds of circles; each of them is
 * visited all the same, afterwards.
 */
export function inOrder<Node>(
  nodes: Iterable<Node>,
  needsOf: (node: Node) => readonly Node[],
  visit: (node: Node) => void,
  circle: (way: readonly Node[]) => void,
): void {
  let circles = 0;
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
      if (open.has(need)) {
        circles += 1;
        if (circles <= MOST_CIRCLES) circle(way.slice(way.indexOf(need)));
      } else if (!done.has(need)) {
        way.push(need);
        open.set(need, { needs: needsOf(need), next: 0 });
      }
    }
  }
}
