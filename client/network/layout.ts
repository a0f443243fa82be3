import { columnsOf, type LaidLine, type LaidNode } from './columns.ts';
import { ordered, type Place } from './crossings.ts';
import { heightsOf } from './heights.ts';

/** A box, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Layout {
  width: number;
  height: number;
  nodes: ReadonlyMap<string, Box>;
  /** By the line's id: `d` of an SVG path, always from left to right; `backwards`: the line leads to its left end. */
  lines: ReadonlyMap<string, { path: string; backwards: boolean; tag: Box | null }>;
  /** From the left edge of a band to its right one. */
  bands: readonly { band: number; left: number; width: number }[];
}

export interface Sizes {
  plate: { width: number; height: number };
  tag: { width: number; height: number };
  /** Above the plates, for the names of the bands. */
  head: number;
}

const MARGIN = 16;
/** Between a rank of plates and one of lines: the least, and the most where lines climb. */
const SLOPE = { least: 16, most: 72, perPixel: 0.12 };
const GAP = { plates: 14, lines: 8 };
const LINE = 6;

interface Laid extends Place {
  kind: 'plate' | 'tag' | 'line';
}

/**
 * Plates in columns by their bands, lines between them that pass by plates and tags. The same for the same things in the
 * same order. @param sizes CSS pixels
 */
export function laidOut(nodes: readonly LaidNode[], allLines: readonly LaidLine[], sizes: Sizes): Layout {
  const known = new Set(nodes.map(({ id }) => id));
  const lines = allLines.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
  const { column, bands } = columnsOf(nodes, lines);
  const places: Laid[] = [];
  const ranks: number[][] = [];
  const put = (kind: Laid['kind'], rank: number): number => {
    for (let missing = ranks.length; missing <= rank; missing++) ranks.push([]);
    ranks[rank]?.push(places.length);
    return places.push({ kind, before: [], after: [] }) - 1;
  };
  // Plates stand in even ranks; lines pass between them, with their tags.
  const plates = new Map(nodes.map(({ id }) => [id, put('plate', 2 * (column.get(id) ?? 0))] as const));
  const ways = lines.map((line) => {
    const [from, to] = [column.get(line.from) ?? 0, column.get(line.to) ?? 0];
    const backwards = from > to;
    const [low, high] = backwards ? [to, from] : [from, to];
    const [begin, end] = backwards ? [line.to, line.from] : [line.from, line.to];
    const near = backwards ? 2 * low + 1 : 2 * high - 1;
    const way = [plates.get(begin) ?? 0];
    for (let rank = 2 * low + 1; rank < 2 * high; rank++)
      way.push(put(line.tagged && rank === near ? 'tag' : 'line', rank));
    way.push(plates.get(end) ?? 0);
    way.forEach((key, at) => {
      const before = way[at - 1];
      if (before === undefined) return;
      places[before]?.after.push(key);
      places[key]?.before.push(before);
    });
    return { line, way, backwards };
  });
  const inOrder = ordered(ranks, places);
  const tall = (key: number) => tallOf(places[key]?.kind ?? 'line', sizes);
  const raw = heightsOf(inOrder, places, (one, other) => {
    const bothThin = places[one]?.kind === 'line' && places[other]?.kind === 'line';
    return (tall(one) + tall(other)) / 2 + (bothThin ? GAP.lines : GAP.plates);
  });
  const highest = Math.min(...raw.map((middle, key) => middle - tall(key) / 2), 0);
  const middles = raw.map((middle) => Math.round(middle - highest + sizes.head + MARGIN));
  const across = acrossOf(inOrder, places, middles, sizes);
  const boxOf = (key: number, rank: number, { width, height }: { width: number; height: number }): Box => ({
    left: across[rank]?.left ?? 0,
    top: (middles[key] ?? 0) - height / 2,
    width,
    height,
  });
  const ports = portsOf(ways, middles, sizes.plate.height);
  const rankOf = new Map(inOrder.flatMap((rank, at) => rank.map((key) => [key, at] as const)));
  const lowest = Math.max(0, ...middles.map((middle, key) => middle + tall(key) / 2));
  const last = across.at(-1);
  return {
    width: (last ? last.left + last.width : 0) + MARGIN,
    height: Math.ceil(lowest + MARGIN),
    nodes: new Map(
      nodes.map(({ id }) => {
        const key = plates.get(id) ?? 0;
        return [id, boxOf(key, rankOf.get(key) ?? 0, sizes.plate)] as const;
      }),
    ),
    lines: new Map(
      ways.map(({ line, way, backwards }, at) => {
        const tag = way.find((key) => places[key]?.kind === 'tag');
        const height = (key: number, step: number) =>
          (middles[key] ?? 0) +
          (step === 0 ? (ports.leave[at] ?? 0) : step === way.length - 1 ? (ports.arrive[at] ?? 0) : 0);
        return [
          line.id,
          {
            path: pathOf(
              way.map((key, step) => ({
                at: height(key, step),
                ...(across[rankOf.get(key) ?? 0] ?? NOWHERE),
              })),
            ),
            backwards,
            tag: tag === undefined ? null : boxOf(tag, rankOf.get(tag) ?? 0, sizes.tag),
          },
        ] as const;
      }),
    ),
    bands: bands.map(({ band, first, last: end }) => {
      const left = across[2 * first]?.left ?? 0;
      const right = across[2 * end];
      return { band, left, width: right ? right.left + right.width - left : 0 };
    }),
  };
}

const NOWHERE = { left: 0, width: 0 };

function tallOf(kind: Laid['kind'], sizes: Sizes): number {
  if (kind === 'line') return LINE;
  return kind === 'tag' ? sizes.tag.height : sizes.plate.height;
}

/** Where each rank stands and how wide it is: lines that climb far get more room. */
function acrossOf(
  ranks: readonly (readonly number[])[],
  places: readonly Laid[],
  middles: readonly number[],
  sizes: Sizes,
): { left: number; width: number }[] {
  const across: { left: number; width: number }[] = [];
  let left = MARGIN;
  for (const [at, rank] of ranks.entries()) {
    if (at > 0) {
      const climbs = rank.flatMap((key) =>
        (places[key]?.before ?? []).map((other) => Math.abs((middles[key] ?? 0) - (middles[other] ?? 0))),
      );
      const climb = climbs.reduce((most, each) => Math.max(most, each), 0);
      left += Math.round(Math.min(SLOPE.most, Math.max(SLOPE.least, climb * SLOPE.perPixel)));
    }
    const hasTags = rank.some((key) => places[key]?.kind === 'tag');
    const width = at % 2 === 0 ? sizes.plate.width : hasTags ? sizes.tag.width : 0;
    across.push({ left, width });
    left += width;
  }
  return across;
}

interface Way {
  way: readonly number[];
}

/** How far from the middle of its plate each line leaves and arrives: side by side, in the order of where they go. */
function portsOf(ways: readonly Way[], middles: readonly number[], height: number) {
  const leave = new Array<number>(ways.length).fill(0);
  const arrive = new Array<number>(ways.length).fill(0);
  const spread = (
    ends: number[],
    plateOf: (way: Way) => number | undefined,
    nextOf: (way: Way) => number | undefined,
  ) => {
    const groups = Map.groupBy(
      ways.map((way, at) => ({ way, at })),
      ({ way }) => plateOf(way),
    );
    for (const group of groups.values()) {
      const sorted = group.toSorted(
        (one, other) => (middles[nextOf(one.way) ?? 0] ?? 0) - (middles[nextOf(other.way) ?? 0] ?? 0),
      );
      const step = Math.min(12, (height - 20) / Math.max(1, sorted.length - 1));
      sorted.forEach(({ at }, place) => {
        ends[at] = Math.round((place - (sorted.length - 1) / 2) * step);
      });
    }
  };
  spread(
    leave,
    ({ way }) => way[0],
    ({ way }) => way[1],
  );
  spread(
    arrive,
    ({ way }) => way.at(-1),
    ({ way }) => way.at(-2),
  );
  return { leave, arrive };
}

/** Level across each rank, and curved between them. */
function pathOf(way: readonly { at: number; left: number; width: number }[]): string {
  let path = '';
  way.forEach((here, step) => {
    const before = way[step - 1];
    if (!before) return;
    const [from, to] = [before.left + before.width, here.left];
    const middle = Math.round((from + to) / 2);
    path += step === 1 ? `M${from} ${before.at}` : before.width > 0 ? `H${from}` : '';
    path +=
      before.at === here.at ? `H${to}` : `C${middle} ${before.at} ${middle} ${here.at} ${to} ${here.at}`;
  });
  return path;
}
