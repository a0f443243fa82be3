/**
 * generation(x): 0 if no machine made in the network was used to make x, else 1 + the largest generation among those
 * used. `usedFor` tells the machines made in the network that were used to make a thing. Physical history has no
 * circles; one that was written down by mistake is cut where it closes. Without recursion: a chain may be long.
 */
export function generationsOf(
  things: Iterable<string>,
  usedFor: (thing: string) => Iterable<string>,
  known: Map<string, number> = new Map(),
): Map<string, number> {
  const open = new Set<string>();
  const enter = (thing: string) => {
    open.add(thing);
    return { thing, machines: usedFor(thing)[Symbol.iterator](), generation: 0 };
  };
  for (const thing of things) {
    if (known.has(thing)) continue;
    const way = [enter(thing)];
    for (let at = way.at(-1); at; at = way.at(-1)) {
      const next = at.machines.next();
      if (next.done) {
        known.set(at.thing, at.generation);
        open.delete(at.thing);
        way.pop();
        const user = way.at(-1);
        if (user) user.generation = Math.max(user.generation, at.generation + 1);
        continue;
      }
      const generation = known.get(next.value);
      if (generation !== undefined) at.generation = Math.max(at.generation, generation + 1);
      else if (!open.has(next.value)) way.push(enter(next.value));
    }
  }
  return known;
}
