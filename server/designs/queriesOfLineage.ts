import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import type { ViewsReader } from '../views/reader.ts';
import { versionOf } from './projection.ts';
import { designById } from './queries.ts';
import { designPins } from './tables.ts';
import { designAdoptions } from './talkTables.ts';

/** What a revision came from. */
export interface Parent extends PinnedRevision {
  how: 'revision' | 'fork' | 'adoption';
}

/** The revision before it, the forked one, and those of forks that were adopted in it. */
export function parentsOf(views: ViewsReader, { designId, revision }: PinnedRevision): Parent[] {
  const parents: Parent[] = [];
  if (revision > 1) parents.push({ designId, revision: revision - 1, how: 'revision' });
  else {
    const forkedFrom = designById(views, designId)?.forkedFrom;
    if (forkedFrom) parents.push({ ...forkedFrom, how: 'fork' });
  }
  const where = 'where designId = ? and inRevision = ? order by adoption';
  for (const { fromDesign, fromRevision } of views.all(designAdoptions, where, designId, revision)) {
    parents.push({ designId: fromDesign, revision: fromRevision, how: 'adoption' });
  }
  return parents;
}

/** More than any real machine goes through; a search that long has found nothing. */
const MOST_REVISIONS = 200_000;

/**
 * How a design is reached from revisions through what they pin, the shortest way, at any of its revisions; null where
 * it is not. Pins never change, so the answer about published revisions stays true.
 */
export function pathTo(
  views: ViewsReader,
  from: readonly PinnedRevision[],
  designId: string,
): PinnedRevision[] | null {
  const cameFrom = new Map<string, { at: PinnedRevision; by: string | null }>();
  let frontier: PinnedRevision[] = [];
  for (const at of from) {
    const version = versionOf(at);
    if (cameFrom.has(version)) continue;
    cameFrom.set(version, { at, by: null });
    frontier.push(at);
  }
  while (frontier.length > 0 && cameFrom.size < MOST_REVISIONS) {
    const next: PinnedRevision[] = [];
    for (const at of frontier) {
      const version = versionOf(at);
      if (at.designId === designId) return wayBack(cameFrom, version);
      for (const pin of views.all(designPins, 'where pinning = ?', version)) {
        if (cameFrom.has(pin.pinned)) continue;
        const pinned = { designId: pin.pinnedDesign, revision: pin.pinnedRevision };
        cameFrom.set(pin.pinned, { at: pinned, by: version });
        next.push(pinned);
      }
    }
    frontier = next;
  }
  return null;
}

function wayBack(
  cameFrom: ReadonlyMap<string, { at: PinnedRevision; by: string | null }>,
  end: string,
): PinnedRevision[] {
  const way: PinnedRevision[] = [];
  for (let version: string | null = end; version !== null; ) {
    const step = cameFrom.get(version);
    if (!step) break;
    way.push(step.at);
    version = step.by;
  }
  return way.toReversed();
}
