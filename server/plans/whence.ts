import type { PlanOption } from '../../shared/plans/views.ts';
import { namedWorkshop } from '../designs/naming.ts';
import { fittingsOf, itemById, whereIs } from '../items/queries.ts';
import type { ViewsReader } from '../views/reader.ts';

/** What a thing came out of last, and where that is now. */
export type CameOutOf = Extract<PlanOption, { how: 'item' }>['cameOutOf'];

/** What a thing came out of last: by its fittings, else as it was written down; null where it never was in anything. */
export function cameOutOf(views: ViewsReader, itemId: string): CameOutOf {
  const left = fittingsOf(views, itemId).findLast(({ until }) => until !== null);
  const from = left?.into ?? itemById(views, itemId)?.fromItem ?? null;
  const item = from === null ? null : itemById(views, from);
  if (item === null) return null;
  return {
    itemId: item.itemId,
    name: item.name,
    workshop: namedWorkshop(views, whereIs(views, item.itemId)),
  };
}
