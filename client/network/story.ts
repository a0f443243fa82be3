import type { MadeWithView, NetworkEdge, NetworkNode } from '../../shared/network/graphViews.ts';

/** A part on its way: everything that it was in, the earliest first. */
export interface Journey {
  part: NetworkNode;
  /** Things as they are passed; the part itself is among them where it has a plate of its own. */
  stops: readonly Stop[];
}

export interface Stop {
  itemId: string;
  /** The life that the part begins here; null where it is no life (what it came out of, its own plate). */
  life: number | null;
  /** The build in which it was fitted here. */
  buildId: string | null;
}

/** A part that a line carries, in the life that begins at its end. */
export interface Carried {
  part: NetworkNode;
  life: number | null;
}

/**
 * One line from an earlier to a later thing.
 * - `made`, `mended`: with the machine `from`; `minutes` null: not known
 * - `part`: what went from one thing into the other. `carried` empty: it is the thing itself (a piece, or stock)
 */
export interface Line {
  id: string;
  look: 'made' | 'mended' | 'part';
  from: string;
  to: string;
  minutes: number | null;
  carried: readonly Carried[];
}

/** What is drawn: plates, and lines between them. Parts that went from machine to machine are lines, not plates. */
export interface Story {
  nodes: readonly NetworkNode[];
  lines: readonly Line[];
  journeys: readonly Journey[];
  /** Every thing that is told, also those that are lines. */
  byId: ReadonlyMap<string, NetworkNode>;
}

/** Turns the graph of a server into plates and lines. `asked`: a thing that has a plate whatever it is. */
export function storyOf({ nodes, edges }: MadeWithView, asked: string | null = null): Story {
  const byId = new Map(nodes.map((node) => [node.itemId, node] as const));
  const known = edges.filter(({ from, to }) => from !== to && byId.has(from) && byId.has(to));
  const out = Map.groupBy(known, ({ from }) => from);
  const into = Map.groupBy(known, ({ to }) => to);
  const journeys: Journey[] = [];
  const plates = new Set(byId.keys());
  for (const part of nodes) {
    const begun = into.get(part.itemId) ?? [];
    const gone = out.get(part.itemId) ?? [];
    const fits = gone.filter(({ kind }) => kind === 'fitted').toSorted(byTime);
    const origin = begun.find((edge) => edge.kind === 'recoveredFrom' && !closes(edge, fits)) ?? null;
    if (fits.length === 0 && origin === null) continue;
    const isLine =
      part.itemId !== asked &&
      !part.isMachine &&
      begun.every(({ kind }) => kind === 'recoveredFrom') &&
      gone.every(({ kind }) => kind === 'fitted' || kind === 'recoveredFrom') &&
      fits.length + (origin ? 1 : 0) > 1;
    const isLoose = fits.at(-1)?.until != null;
    // What lies on a shelf now has its plate at the end, any other at the beginning.
    const own = { itemId: part.itemId, life: null, buildId: null };
    const holders = fits.map((fit) => ({
      itemId: fit.to,
      life: fit.life,
      buildId: fit.buildId,
    }));
    const source = origin ? [{ itemId: origin.from, life: null, buildId: origin.buildId }] : [];
    if (isLine && !isLoose) plates.delete(part.itemId);
    const stops =
      isLine && isLoose ? [...source, ...holders, own] : [...source, ...(isLine ? [] : [own]), ...holders];
    journeys.push({ part, stops: withoutRepeats(stops) });
  }
  return {
    nodes: nodes.filter(({ itemId }) => plates.has(itemId)),
    lines: [...linesOfMachines(known), ...linesOfParts(journeys), ...linesOfPieces(known)],
    journeys,
    byId,
  };
}

const byTime = (one: NetworkEdge, other: NetworkEdge) => (one.at ?? '').localeCompare(other.at ?? '');

/** Whether this only tells the end of a fitting that is told already. */
const closes = ({ from, at }: NetworkEdge, fits: readonly NetworkEdge[]) =>
  fits.some((fit) => fit.to === from && fit.until !== null && fit.until === at);

/** Taken out of something and fitted there again, it went nowhere. */
const withoutRepeats = (stops: readonly Stop[]): Stop[] =>
  stops.filter((stop, index) => stops[index + 1]?.itemId !== stop.itemId);

const LOOKS = { madeWith: 'made', mendedWith: 'mended' } as const;

function linesOfMachines(edges: readonly NetworkEdge[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { kind, from, to, minutes } of edges) {
    if (kind !== 'madeWith' && kind !== 'mendedWith') continue;
    const look = LOOKS[kind];
    const id = `${look} ${from} ${to}`;
    const before = lines.get(id);
    const sum = before ? added(before.minutes, minutes) : minutes;
    lines.set(id, { id, look, from, to, minutes: sum, carried: [] });
  }
  return [...lines.values()];
}

const added = (one: number | null, other: number | null) =>
  one === null || other === null ? null : one + other;

/** One line for all parts that went the same way; a part's own plate says by itself what goes on. */
function linesOfParts(journeys: readonly Journey[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { part, stops } of journeys) {
    stops.forEach((stop, index) => {
      const before = stops[index - 1];
      if (!before) return;
      const id = `part ${before.itemId} ${stop.itemId}`;
      const isOwn = before.itemId === part.itemId || stop.itemId === part.itemId;
      const line = lines.get(id) ?? { ...NOTHING, id, from: before.itemId, to: stop.itemId };
      const carried = isOwn ? line.carried : [...line.carried, { part, life: stop.life }];
      lines.set(id, { ...line, carried });
    });
  }
  return [...lines.values()];
}

const NOTHING = { look: 'part', minutes: null, carried: [] } as const;

/** What was cut off something, and what used up stock that came out of something. */
function linesOfPieces(edges: readonly NetworkEdge[]): Line[] {
  const pieces = edges.filter(({ kind }) => kind === 'cutFrom' || kind === 'stock');
  const lines = pieces.map(({ from, to }) => ({ ...NOTHING, id: `piece ${from} ${to}`, from, to }));
  return [...new Map(lines.map((line) => [line.id, line])).values()];
}
