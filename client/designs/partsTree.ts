import type { PartLine } from '../../shared/designs/partLines.ts';

export interface TreeLine {
  line: PartLine;
  /** 0: goes into the whole. */
  level: number;
  /** Lines right below it. */
  inside: number;
}

/**
 * A parts list in the order in which one reads it: below each assembly what goes into it. A line whose assembly is
 * missing, or that stands inside itself, is put at the top level: nothing is left out.
 */
export function treeOf(parts: readonly PartLine[]): TreeLine[] {
  const byParent = new Map<string | null, PartLine[]>();
  for (const line of parts) {
    const siblings = byParent.get(line.parent);
    if (siblings) siblings.push(line);
    else byParent.set(line.parent, [line]);
  }
  const drawn: TreeLine[] = [];
  const seen = new Set<string>();
  const draw = (roots: readonly PartLine[]) => {
    // A stack, for lists that are nested deeper than calls may be.
    const waiting = roots.map((line) => ({ line, level: 0 })).toReversed();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { line, level } = next;
      if (seen.has(line.id)) continue;
      seen.add(line.id);
      const children = byParent.get(line.id) ?? [];
      drawn.push({ line, level, inside: children.length });
      for (const child of children.toReversed()) waiting.push({ line: child, level: level + 1 });
    }
  };
  draw(byParent.get(null) ?? []);
  const ids = new Set(parts.map(({ id }) => id));
  draw(parts.filter(({ id, parent }) => !seen.has(id) && parent !== null && !ids.has(parent)));
  for (const line of parts) if (!seen.has(line.id)) draw([line]);
  return drawn;
}
