import type { ViewsReader } from '../views/reader.ts';
import { chainOf, type Item, itemById, workshopOf } from './queries.ts';

/** What a plan looks at of a thing. */
export type PlannedThing = Pick<
  Item,
  'itemId' | 'name' | 'code' | 'specification' | 'sizes' | 'interfaces' | 'of' | 'grade' | 'shelf' | 'inside'
>;

/** A thing that a plan may use. */
export interface Candidate {
  item: PlannedThing;
  /** Where it is, through what it is inside of; null: nobody knows. */
  workshopId: string | null;
  /** What it would have to be taken out of: nothing that serves any more. Null: it lies loose. */
  insideOf: { itemId: string; name: string } | null;
}

const MOST_LOOSE = 3000;
const MOST_FITTED = 3000;
const ID = { itemId: 'text' } as const;

/** Salvage anywhere, things of these designs anywhere, and whatever lies loose in the workshop. */
const LOOSE = `select itemId from items where salvage = 1 and status = 'loose' and machine = 0
  union select itemId from items
    where ofDesign in (select value from json_each(?1)) and status = 'loose' and machine = 0
  union select itemId from items where workshopId = ?2 and status = 'loose' and machine = 0
  limit ${MOST_LOOSE}`;

/** What is still inside of what is scrapped, or of what was put out of service. */
const LEFT_INSIDE = `with recursive within(itemId, depth) as (
    select itemId, 0 from items where status = 'scrapped'
    union select value, 0 from json_each(?1)
    union select i.itemId, depth + 1 from items i join within w on i.inside = w.itemId where depth < 50)
  select itemId from within where depth > 0 limit ${MOST_FITTED}`;

/**
 * Things that may meet the lines of a parts list: loose ones, and parts of what serves no more.
 * @param retired things whose machines were put out of service
 */
export function candidatesFor(
  views: ViewsReader,
  workshopId: string,
  designIds: readonly string[],
  retired: readonly string[],
): Candidate[] {
  const loose = views.ask(ID, LOOSE, JSON.stringify(designIds), workshopId).flatMap(({ itemId }) => {
    const item = itemById(views, itemId);
    return item ? [{ item, workshopId: workshopOf(item), insideOf: null }] : [];
  });
  const fitted = views.ask(ID, LEFT_INSIDE, JSON.stringify(retired)).flatMap(({ itemId }) => {
    const item = itemById(views, itemId);
    if (item?.status !== 'fitted') return [];
    const chain = chainOf(views, itemId);
    const [directly, outermost] = [chain[0], chain.at(-1)];
    if (!directly || !outermost) return [];
    const insideOf = { itemId: directly.itemId, name: directly.name };
    return [{ item, workshopId: workshopOf(outermost), insideOf }];
  });
  return [...loose, ...fitted];
}
