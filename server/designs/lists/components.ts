import type { ComponentsView, CutList } from '../../../shared/designs/listViews.ts';
import type { PartLine, PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { ViewsReader } from '../../views/reader.ts';
import type { DesignContents } from '../contents.ts';
import { namedRevisions } from '../naming.ts';
import { versionOf } from '../projection.ts';
import { revisionOf } from '../queries.ts';
import { bounded } from './bounded.ts';
import { kindOfLine, massOf } from './ownList.ts';
import { fromTheTop, pinsBelow, revisionNamed } from './pinned.ts';
import { rollUpOf } from './rollUps.ts';
import { walkLines } from './walk.ts';

/** Lists that are read for one answer, and lists that are named with one part. */
const MOST_LISTS = 5_000;
const MOST_NAMED = 20;

interface Gathered {
  line: PartLine;
  quantity: number;
  mass: number | null;
  cost: { currency: string; amount: number } | null;
  of: PinnedRevision | null;
  in: Set<string>;
}

/** A parts list flattened through all its levels: each different part once, and what is to be cut. */
export function componentsOf(
  views: ViewsReader,
  contents: Pick<DesignContents, 'read'>,
  whole: PinnedRevision,
): ComponentsView {
  const top = versionOf(whole);
  const pins = pinsBelow(views, top);
  const howMany = new Map([[top, 1]]);
  const parts = new Map<string, Gathered>();
  const cuts = new Cuts();
  const missing: PinnedRevision[] = [];

  for (const version of fromTheTop(pins, [top]).slice(0, MOST_LISTS)) {
    const count = howMany.get(version) ?? 0;
    const pinned = revisionNamed(version);
    const contentId = revisionOf(views, pinned.designId, pinned.revision)?.contentId;
    const content = contentId === undefined ? null : contents.read(contentId);
    if (content === null) {
      missing.push(pinned);
      continue;
    }
    for (const { pinned: below, quantity } of pins.get(version) ?? []) {
      howMany.set(below, bounded((howMany.get(below) ?? 0) + count * quantity));
    }
    for (const { line, units, pieces, isLeaf } of walkLines(content.parts)) {
      if (line.cut) cuts.add(line, bounded(pieces * count));
      const isBare = line.of !== null && isEmpty(views, contents, line.of);
      if (isLeaf || isBare) gather(parts, line, bounded(units * count), version, isBare ? line.of : null);
    }
  }
  const lists = namedRevisions(views, [...new Set([...parts.values()].flatMap((part) => [...part.in]))]);
  return {
    rollUp: rollUpOf(views, whole),
    components: [...parts.values()].map(({ line, in: within, ...sums }) => ({
      name: line.name,
      specification: line.specification,
      material: line.material,
      unit: line.unit,
      source: line.source,
      tracked: line.tracked,
      ...sums,
      in: [...within].flatMap((version) => lists.get(version) ?? []),
    })),
    cuts: cuts.list(),
    missing,
  };
}

/** A sub-design that has no list of its own is one part. */
function isEmpty(views: ViewsReader, contents: Pick<DesignContents, 'read'>, of: PinnedRevision): boolean {
  const contentId = revisionOf(views, of.designId, of.revision)?.contentId;
  return contentId !== undefined && contents.read(contentId)?.parts.length === 0;
}

function gather(
  parts: Map<string, Gathered>,
  line: PartLine,
  quantity: number,
  version: string,
  of: PinnedRevision | null,
): void {
  const unitMass = massOf(line);
  const mass = unitMass === null ? null : unitMass * quantity;
  const { price } = line;
  const cost = price && { currency: price.currency, amount: price.amount * quantity };
  const key = of === null ? kindOfLine(line) : versionOf(of);
  const known = parts.get(key);
  if (!known) {
    parts.set(key, { line, quantity, mass, cost, of, in: new Set([version]) });
    return;
  }
  known.quantity += quantity;
  known.mass = known.mass === null || mass === null ? null : known.mass + mass;
  const isSameMoney = known.cost !== null && cost !== null && known.cost.currency === cost.currency;
  known.cost = isSameMoney ? { ...cost, amount: cost.amount + (known.cost?.amount ?? 0) } : null;
  if (known.in.size < MOST_NAMED) known.in.add(version);
}

/** What is cut off which stock; the same piece in several lists is one entry. */
class Cuts {
  readonly #stocks = new Map<string, Map<string, CutList[number]['pieces'][number]>>();

  add({ name, cut }: PartLine, count: number): void {
    if (!cut) return;
    const { stock, length, kerf } = cut;
    const pieces = this.#stocks.get(stock) ?? new Map();
    this.#stocks.set(stock, pieces);
    const key = JSON.stringify([name, length, kerf]);
    const piece = pieces.get(key);
    pieces.set(key, { name, length, kerf, count: count + (piece?.count ?? 0) });
  }

  list(): CutList {
    return [...this.#stocks].map(([stock, pieces]) => {
      const listed = [...pieces.values()].toSorted((one, other) => other.length - one.length);
      const total = listed.reduce((sum, { length, kerf, count }) => sum + count * (length + kerf), 0);
      return { stock, total, pieces: listed };
    });
  }
}
