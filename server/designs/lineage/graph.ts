import type { LineageView } from '../../../shared/designs/lineageViews.ts';
import type { PinnedRevision } from '../../../shared/designs/partLines.ts';
import type { Names } from '../../parts.ts';
import type { ViewsReader } from '../../views/reader.ts';
import { instant, memberNamer, namedWorkshop } from '../naming.ts';
import {
  type Design,
  designById,
  duplicatesDeclaredBy,
  duplicatesOf,
  forksOf,
  revisionOf,
} from '../queries.ts';
import { adoptionsAround } from '../queriesOfTalk.ts';

/** Designs that are drawn: the nearest. */
const MOST_DESIGNS = 300;

/** A design's ancestors and forks and theirs, as a graph that is walked both ways; the nearest where there are many. */
export function lineageOf(
  { views, names }: { views: ViewsReader; names: Names },
  designId: string,
): LineageView {
  const { found, cut } = nearest(views, designId);
  const links = [...found.values()].flatMap((design) => linksOf(views, design));
  const drawn = links.filter(({ from, to }) => found.has(from.designId) && found.has(to.designId));
  const linked = new Map<string, Set<number>>();
  for (const { from, to } of drawn) {
    for (const end of [from, to]) {
      linked.set(end.designId, (linked.get(end.designId) ?? new Set()).add(end.revision));
    }
  }
  const named = memberNamer(
    names,
    [...found.values()].map(({ firstBy }) => firstBy),
  );
  return {
    designs: [...found.values()].map((design) => ({
      designId: design.designId,
      title: design.title,
      workshop: namedWorkshop(views, design.workshopId),
      publishedBy: named(design.firstBy),
      latest: design.latest,
      licence: design.summary.licence,
      revisions: [...new Set([1, ...(linked.get(design.designId) ?? []), design.latest])]
        .toSorted((one, other) => one - other)
        .flatMap((revision) => {
          const there = revisionOf(views, design.designId, revision);
          return there ? [{ revision, publishedAt: instant(there.publishedAt) }] : [];
        }),
    })),
    links: drawn,
    cut,
  };
}

/** Breadth first over everything that links designs. */
function nearest(views: ViewsReader, start: string): { found: Map<string, Design>; cut: boolean } {
  const found = new Map<string, Design>();
  const waiting = new Set([start]);
  for (const designId of waiting) {
    const design = designById(views, designId);
    if (!design) continue;
    if (found.size >= MOST_DESIGNS) return { found, cut: true };
    found.set(designId, design);
    if (design.forkedFrom) waiting.add(design.forkedFrom.designId);
    for (const adoption of adoptionsAround(views, designId)) {
      waiting.add(adoption.designId);
      waiting.add(adoption.fromDesign);
    }
    for (const fork of forksOf(views, designId, MOST_DESIGNS + 1)) waiting.add(fork.designId);
    for (const duplicate of duplicatesOf(views, designId)) waiting.add(duplicate);
  }
  return { found, cut: false };
}

/** Links that lead to a design, and those of its duplicates that it named itself. */
function linksOf(views: ViewsReader, { designId, forkedFrom, latest }: Design): LineageView['links'] {
  const first: PinnedRevision = { designId, revision: 1 };
  const links: LineageView['links'] = forkedFrom ? [{ kind: 'fork', from: forkedFrom, to: first }] : [];
  for (const adoption of adoptionsAround(views, designId)) {
    const { fromDesign, fromRevision, inRevision } = adoption;
    if (adoption.designId !== designId) continue;
    const from = { designId: fromDesign, revision: fromRevision };
    links.push({ kind: 'adoption', from, to: { designId, revision: inRevision } });
  }
  for (const of of duplicatesDeclaredBy(views, designId)) {
    const revision = designById(views, of)?.latest;
    if (revision === undefined) continue;
    links.push({ kind: 'duplicate', from: { designId, revision: latest }, to: { designId: of, revision } });
  }
  return links;
}
