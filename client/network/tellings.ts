import type { NetworkNode } from '../../shared/network/graphViews.ts';
import type { Path } from './ancestry.ts';
import type { Story } from './story.ts';

/** A machine that was used, or what it was used for; `minutes` null: not known. */
export interface Ran {
  node: NetworkNode;
  minutes: number | null;
}

/** A part as something that holds or held it tells: in which life, and everything that it was in up to there. */
export interface PartTold {
  part: NetworkNode;
  life: number | null;
  way: readonly NetworkNode[];
}

/** What is told of one thing, in words: the drawing, to be read. */
export interface Telling {
  node: NetworkNode;
  made: readonly Ran[];
  mended: readonly Ran[];
  parts: readonly PartTold[];
  makes: readonly Ran[];
  mends: readonly Ran[];
  /** Of a part: everything that it was in, the earliest first. */
  way: readonly NetworkNode[];
}

/** What each thing has to tell; with a path, only what belongs to it, the chosen thing first. */
export function tellingsOf(story: Story, path: Path | null = null): Telling[] {
  const lines = story.lines.filter(({ id }) => path === null || path.lines.has(id));
  const into = Map.groupBy(lines, ({ to }) => to);
  const out = Map.groupBy(lines, ({ from }) => from);
  const parts = new Map<string, PartTold[]>();
  const ways = new Map<string, NetworkNode[]>();
  const named = (id: string) => story.byId.get(id) ?? [];
  for (const { part, stops } of story.journeys) {
    const holders = stops.filter(({ itemId }) => itemId !== part.itemId);
    const told = holders.filter(({ itemId }) => path === null || path.things.has(itemId));
    if (path === null || path.things.has(part.itemId))
      ways.set(
        part.itemId,
        told.flatMap(({ itemId }) => named(itemId)),
      );
    told.forEach((stop, at) => {
      if (stop.life === null) return;
      // What came new and was never anywhere else has no story.
      if (part.buildId === null && stop.life < 2) return;
      const way = told.slice(0, at + 1).flatMap(({ itemId }) => named(itemId));
      const known = parts.get(stop.itemId) ?? [];
      parts.set(stop.itemId, [...known, { part, life: stop.life, way }]);
    });
  }
  const ran = (id: string, look: 'made' | 'mended', way: 'into' | 'out'): Ran[] =>
    ((way === 'into' ? into : out).get(id) ?? [])
      .filter((line) => line.look === look)
      .flatMap(({ from, to, minutes }) => {
        const node = story.byId.get(way === 'into' ? from : to);
        return node ? [{ node, minutes }] : [];
      });
  const ids = path ? [...path.things] : [...story.byId.keys()];
  return ids.flatMap((id) => {
    const node = story.byId.get(id);
    if (!node) return [];
    return [
      {
        node,
        made: ran(id, 'made', 'into'),
        mended: ran(id, 'mended', 'into'),
        parts: parts.get(id) ?? [],
        makes: ran(id, 'made', 'out'),
        mends: ran(id, 'mended', 'out'),
        way: ways.get(id) ?? [],
      },
    ];
  });
}

/** Whether anything is told of it besides its name. */
export const saysMore = ({ made, mended, parts, makes, mends, way }: Telling): boolean =>
  made.length + mended.length + parts.length + makes.length + mends.length + way.length > 0;
