import { UNITS } from '../../shared/designs/units.ts';
import { itemById } from '../items/queries.ts';
import { noteById, stockOf } from '../stock/queries.ts';
import type { ViewsReader } from '../views/reader.ts';
import { productLot } from './followUps.ts';
import { buildById, thingsOfBuild } from './queries.ts';

/**
 * What has happened with what a completed build made, as a sentence; null: nothing yet, so that it may be opened again.
 */
export function happenedSince(views: ViewsReader, buildId: string): string | null {
  const build = buildById(views, buildId);
  if (build?.status !== 'completed') return null;
  for (const { itemId } of thingsOfBuild(views, buildId)) {
    const item = itemById(views, itemId);
    if (!item || item.status === 'beingMade') continue;
    const name = `${item.name} ${item.serial ?? ''}`.trim();
    if (item.machine !== 'none') return `${name} is a machine by now: it stays as it was completed.`;
    // Its making is the first event of its stream.
    if (item.revision > 0 || item.status !== 'loose') {
      return `Something has happened with ${name} since: it stays as it was completed.`;
    }
  }
  const { product, produced, completedRevision, workshopId } = build;
  if (product === null || produced === null || completedRevision === null) return null;
  const lotId = productLot(buildId, completedRevision);
  // A receipt that has not been written yet is as good as whole.
  const receipt = noteById(views, lotId);
  if (receipt === null || receipt.takenBack) return null;
  const lot = stockOf(views, workshopId, product.materialId)?.lots.find((each) => each.lotId === lotId);
  if (lot?.received === null) {
    return `The shelf with ${product.name} has been counted since: it stays as it was completed.`;
  }
  return !lot || lot.amount < produced * UNITS[product.unit].inBase
    ? `Some of ${product.name} has been used since: it stays as it was completed.`
    : null;
}
