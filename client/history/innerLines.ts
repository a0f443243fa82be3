import { derivedId } from '../../shared/assemblies/lineIds.ts';
import type { DesignContent } from '../../shared/designs/content.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';

/**
 * For what stands in designs that stand in a model: the line of its own design that it is, by the id of its node. Parts
 * that were fitted into such a design's thing name that line.
 */
export type InnerLines = ReadonlyMap<string, string>;

/** Nodes that are looked at: more than that nobody tells apart. */
const MOST = 50_000;

/** @param designOf contents of designs below; null: not here */
export function innerLinesOf(
  content: Pick<DesignContent, 'instances'>,
  designOf: (pin: PinnedRevision) => DesignContent | null,
): InnerLines {
  const found = new Map<string, string>();
  const linesOf = new Map<DesignContent, ReadonlyMap<string, string>>();
  const waiting = content.instances.map(({ id, of }) => ({ path: id, of }));
  for (let at = waiting.pop(); at && found.size < MOST; at = waiting.pop()) {
    if (at.of.kind !== 'design') continue;
    const design = designOf({ designId: at.of.designId, revision: at.of.revision });
    if (!design) continue;
    const lines = linesOf.get(design) ?? lineOfEach(design);
    linesOf.set(design, lines);
    for (const { id, of } of design.instances) {
      const path = `${at.path}/${id}`;
      const line = lines.get(id);
      if (line !== undefined) found.set(path, line);
      waiting.push({ path, of });
    }
  }
  return found;
}

/** The line of each instance of a design: those of the same thing with the same values share one. */
function lineOfEach({ instances, parts }: DesignContent): ReadonlyMap<string, string> {
  const known = new Set(parts.map(({ id }) => id));
  const groups = Map.groupBy(instances, ({ of, parameters, alternatives }) =>
    JSON.stringify([of, parameters, alternatives]),
  );
  const lines = new Map<string, string>();
  for (const group of groups.values()) {
    const named = group.find(({ id }) => known.has(derivedId(id))) ?? group[0];
    if (named) for (const { id } of group) lines.set(id, derivedId(named.id));
  }
  return lines;
}
