import type { ViewsReader } from '../../views/reader.ts';

/** Pins that are followed upwards. */
const MOST_PINS = 100_000;

/** Every pin on the way up from these versions, each once; `cross join` as in pinned.ts. */
const ABOVE = `with recursive above (version) as (
    select value from json_each(?1)
    union select pinning from above cross join designPins on pinned = version)
  select pinning, pinned from above cross join designPins on pinned = version limit ${MOST_PINS}`;
const pin = { pinning: 'text', pinned: 'text' } as const;

/**
 * Versions that hold one of these through any number of levels, each with the shortest way down to it: its own version
 * first, the one that pins one of these last. These themselves are not among them.
 */
export function versionsHolding(
  views: ViewsReader,
  versions: readonly string[],
): Map<string, { way: string[]; holds: string }> {
  const pinnedBy = Map.groupBy(views.ask(pin, ABOVE, JSON.stringify(versions)), ({ pinned }) => pinned);
  const found = new Map<string, { way: string[]; holds: string }>();
  const seen = new Set(versions);
  let level = versions.map((version) => ({ version, way: [] as string[], holds: version }));
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { version, way, holds } of level) {
      for (const { pinning } of pinnedBy.get(version) ?? []) {
        if (seen.has(pinning)) continue;
        seen.add(pinning);
        const above = [pinning, ...way];
        found.set(pinning, { way: above, holds });
        next.push({ version: pinning, way: above, holds });
      }
    }
    level = next;
  }
  return found;
}
