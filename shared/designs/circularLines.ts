import type { PartLine } from './partLines.ts';

/** Lines of a parts list that go into themselves, by way of others. Each line is walked over once. */
export function circularLines(lines: readonly Pick<PartLine, 'id' | 'parent'>[]): ReadonlySet<string> {
  const parentOf = new Map(lines.map(({ id, parent }) => [id, parent]));
  const walked = new Set<string>();
  const circular = new Set<string>();
  for (const { id } of lines) {
    const path = new Set<string>();
    let at: string | null = id;
    while (at !== null && !walked.has(at)) {
      walked.add(at);
      path.add(at);
      at = parentOf.get(at) ?? null;
    }
    // Back on its own path: the circle is what lies behind there.
    while (at !== null && path.has(at) && !circular.has(at)) {
      circular.add(at);
      at = parentOf.get(at) ?? null;
    }
  }
  return circular;
}
