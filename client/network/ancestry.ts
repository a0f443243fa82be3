import type { Journey, Line, Story } from './story.ts';

/** Plates and lines that stand out; all else is soft. */
export interface Path {
  /** Things, in the order in which they are told: the chosen one first. */
  things: ReadonlySet<string>;
  /** By the ids of lines. */
  lines: ReadonlySet<string>;
}

/**
 * What led to a thing (`back`) or what came of it (`forth`), over every machine and part. Of what a part passed on its
 * way only that is told, not what that was made with.
 */
export function pathOf(story: Story, itemId: string, way: 'back' | 'forth'): Path {
  const things = new Set([itemId]);
  const lines = new Set<string>();
  const linesAt = Map.groupBy(story.lines, (line) => (way === 'back' ? line.to : line.from));
  const partsAt = passing(story.journeys);
  const waiting = new Set([itemId]);
  const told = new Set<string>();
  for (const at of waiting) {
    for (const line of linesAt.get(at) ?? []) {
      // Lines of journeys are told with all of the way of their part.
      if (line.id.startsWith('part ')) continue;
      lines.add(line.id);
      const next = way === 'back' ? line.from : line.to;
      things.add(next);
      waiting.add(next);
    }
    for (const { part, stops } of partsAt.get(at) ?? []) {
      const isItself = part.itemId === at;
      // Told already, as far as it matters, where it came in.
      if (isItself && told.has(at)) continue;
      const own = stops.findIndex((stop) => stop.itemId === at);
      const [from, to] = reach(stops.length, own, part.itemId === itemId, way);
      // It began its way here, or ends it: nothing leads on.
      if (from === to && !isItself) continue;
      told.add(part.itemId);
      things.add(part.itemId);
      if (way === 'back') waiting.add(part.itemId);
      for (let index = from; index <= to; index++) {
        const [stop, before] = [stops[index], stops[index - 1]];
        if (!stop) continue;
        things.add(stop.itemId);
        if (way === 'forth' && index > own) waiting.add(stop.itemId);
        if (before && index > from) lines.add(`part ${before.itemId} ${stop.itemId}`);
      }
    }
  }
  return { things, lines };
}

/** The stops that are told: of the part that was asked about its whole way, else up to here, or from here on. */
function reach(count: number, own: number, isAsked: boolean, way: 'back' | 'forth'): [number, number] {
  if (isAsked) return [0, count - 1];
  return way === 'back' ? [0, own] : [own, count - 1];
}

/** The journeys that a thing is on: as a stop, or as the part itself. */
function passing(journeys: readonly Journey[]): ReadonlyMap<string, readonly Journey[]> {
  const found = new Map<string, Journey[]>();
  for (const journey of journeys) {
    for (const id of new Set([journey.part.itemId, ...journey.stops.map(({ itemId }) => itemId)])) {
      const known = found.get(id);
      if (known) known.push(journey);
      else found.set(id, [journey]);
    }
  }
  return found;
}

/** Whether a line belongs to what is chosen; where nothing is, all do. */
export const isStrong = (path: Path | null, line: Line): boolean => path === null || path.lines.has(line.id);
