import { z } from 'zod';
import { designInterface } from '../../shared/designs/interfaces.ts';
import type { PinnedRevision } from '../../shared/designs/partLines.ts';
import {
  type Grade,
  grade,
  type ItemDescription,
  itemDescription,
  type Party,
} from '../../shared/items/events.ts';
import {
  type Provenance,
  provenance,
  type ThingStatus,
  thingStatus,
  thingView,
} from '../../shared/items/views.ts';
import type { ViewsReader } from '../views/reader.ts';
import {
  type AnswerRow,
  type FittingRow,
  type ItemRow,
  itemAnswers,
  itemFittings,
  itemPlaces,
  items,
  type PlaceRow,
} from './tables.ts';

/** A thing as the views have it. Instants in UTC milliseconds, masses in kilograms, sizes in millimetres. */
export interface Item extends Omit<ItemRow, 'sizes' | 'interfaces' | 'photographs' | 'machine' | 'status'> {
  status: ThingStatus;
  of: PinnedRevision | null;
  owner: Party;
  /** Who has it on loan. */
  holder: Party | null;
  sizes: ItemDescription['sizes'];
  interfaces: ItemDescription['interfaces'];
  photographs: string[];
  grade: Grade | null;
  how: z.infer<typeof thingView.shape.how>;
  /** Of all it has been through: what has been in something else before is recovered. */
  provenance: Provenance;
  machine: 'none' | 'inService' | 'retired';
}

const sizes = itemDescription.shape.sizes;
const interfaces = z.array(designInterface);
const texts = z.array(z.string());
const MACHINE = ['none', 'inService', 'retired'] as const;

/** A party from its two columns; null where there is none. */
export function partyOf(kind: string | null, id: string | null): Party | null {
  if (kind === 'workshop' && id !== null) return { kind, workshopId: id };
  if (kind === 'member' && id !== null) return { kind, memberId: id };
  return kind === 'outside' ? { kind } : null;
}

const pinned = (designId: string | null, revision: number | null): PinnedRevision | null =>
  designId === null || revision === null ? null : { designId, revision };

/** Where a thing comes from: out of something else, if it is on its second life or lies waiting for it. */
function provenanceOf(row: ItemRow): Provenance {
  const lives = row.lives + row.livesBefore;
  return lives > (row.status === 'fitted' ? 1 : 0) ? 'recovered' : provenance.parse(row.origin);
}

const parsed = new WeakMap<ItemRow, Item>();

/** A row as others read it. */
export function itemOf(row: ItemRow): Item {
  const known = parsed.get(row);
  if (known) return known;
  const item: Item = {
    ...row,
    status: thingStatus.parse(row.status),
    of: pinned(row.ofDesign, row.ofRevision),
    owner: partyOf(row.ownerKind, row.ownerId) ?? { kind: 'outside' },
    holder: partyOf(row.holderKind, row.holderId),
    sizes: row.sizes === '[]' ? [] : sizes.parse(JSON.parse(row.sizes)),
    interfaces: row.interfaces === '[]' ? [] : interfaces.parse(JSON.parse(row.interfaces)),
    photographs: row.photographs === '[]' ? [] : texts.parse(JSON.parse(row.photographs)),
    grade: grade.nullable().parse(row.grade),
    how: thingView.shape.how.parse(row.how),
    provenance: provenanceOf(row),
    machine: MACHINE[row.machine] ?? 'none',
  };
  parsed.set(row, item);
  return item;
}

export function itemById(views: ViewsReader, itemId: string): Item | null {
  const row = views.byKey(items, itemId);
  return row ? itemOf(row) : null;
}

const AMONG = `select itemId from items where itemId in (select value from json_each(?1))
  and (ownerId = ?2 or holderId = ?2 or machine = 1 or inside is not null
    or workshopId in (select value from json_each(?3)) or ownerId in (select value from json_each(?3)))
  order by name, itemId limit ?4`;

/** Those of many things that may have to do with a member or with these workshops; each is to be looked at closer. */
export function amongThings(
  views: ViewsReader,
  itemIds: readonly string[],
  { memberId, workshops }: { memberId: string; workshops: readonly string[] },
  limit: number,
): string[] {
  const [ids, places] = [JSON.stringify(itemIds), JSON.stringify(workshops)];
  return views.ask({ itemId: 'text' }, AMONG, ids, memberId, places, limit).map(({ itemId }) => itemId);
}

/** What came onto the salvage shelves of a workshop since an instant (UTC milliseconds) and lies there still; by name. */
export function salvagedSince(views: ViewsReader, workshopId: string, since: number): Item[] {
  const where = 'where salvage = 1 and workshopId = ? and since > ? order by name, itemId limit 1000';
  return views.all(items, where, workshopId, since).map(itemOf);
}

/** What is held about somebody as an owner or borrower, for their own reading. */
export function itemsHeldOf(views: ViewsReader, memberId: string) {
  const isTheirs = "(ownerKind = 'member' and ownerId = ?1) or (holderKind = 'member' and holderId = ?1)";
  const where = `where (${isTheirs}) and status <> 'neverWas' order by name, itemId limit 10000`;
  return views
    .all(items, where, memberId)
    .map(({ itemId, name, code, serial, status, ownerId, holderId }) => ({
      ...{ itemId, name, code, serial, status },
      ...{ owned: ownerId === memberId, borrowed: holderId === memberId },
    }));
}

/** What a build makes, or made, or recovered as it took something apart. */
export function itemsOfBuild(views: ViewsReader, buildId: string): Item[] {
  const where = "where buildId = ? and status <> 'neverWas' order by since, itemId";
  return views.all(items, where, buildId).map(itemOf);
}

/** What was cut off a thing, or came out of it without having been written down before. */
export function itemsFrom(views: ViewsReader, itemId: string): Item[] {
  return views.all(items, "where fromItem = ? and status <> 'neverWas' order by since", itemId).map(itemOf);
}

/** The longest way up through containers that is looked at; twice what may be. */
const LONGEST_CHAIN = 2_100;

/** What a thing is inside of: directly, then what that is inside of, and so on to what stands in a workshop. */
export function chainOf(views: ViewsReader, itemId: string): Item[] {
  const chain: Item[] = [];
  let inside = views.byKey(items, itemId)?.inside ?? null;
  while (inside !== null && chain.length < LONGEST_CHAIN) {
    const item = itemById(views, inside);
    if (!item) break;
    chain.push(item);
    inside = item.inside;
  }
  return chain;
}

/** The workshop where something is that has this at the end of its chain; null: with somebody, or nobody knows. */
export function workshopOf(outermost: Pick<Item, 'workshopId' | 'owner' | 'holder'>): string | null {
  const { holder, owner, workshopId } = outermost;
  if (holder !== null) return holder.kind === 'workshop' ? holder.workshopId : null;
  return owner.kind === 'outside' ? null : workshopId;
}

/** The workshop where a thing is, through whatever it is inside of. */
export function whereIs(views: ViewsReader, itemId: string): string | null {
  const outermost = chainOf(views, itemId).at(-1) ?? itemById(views, itemId);
  return outermost ? workshopOf(outermost) : null;
}

const insideColumns = { itemId: 'text', parent: 'text', depth: 'integer' } as const;
/** Depth first, siblings by name. */
const INSIDE = `with recursive within(itemId, parent, depth, name) as (
    select itemId, inside, 1, name from items where inside = ?1
    union all
    select i.itemId, i.inside, depth + 1, i.name from items i join within w on i.inside = w.itemId
      where depth < ${LONGEST_CHAIN}
    order by 3 desc, 4, 1)
  select itemId, parent, depth from within limit ?2`;

/** Something inside of a thing, in the order of a tree; `depth` 1 is directly inside. */
export interface Inside {
  itemId: string;
  parent: string;
  depth: number;
}

/** What is inside of a thing, directly and through others, at most `limit`. */
export function itemsIn(views: ViewsReader, itemId: string, limit = 10_000): Inside[] {
  return views.ask(insideColumns, INSIDE, itemId, limit);
}

const INSIDE_THEN = `with recursive within(itemId, parent, depth) as (
    select itemId, inside, 1 from itemPlaces
      where inside = ?1 and start <= ?3 and (until is null or until > ?3)
    union all
    select p.itemId, p.inside, depth + 1 from itemPlaces p join within w on p.inside = w.itemId
      where p.start <= ?3 and (p.until is null or p.until > ?3) and depth < ${LONGEST_CHAIN}
    order by 3 desc, 1)
  select itemId, parent, depth from within limit ?2`;

/** What was inside of a thing at a moment. */
export function itemsInAt(views: ViewsReader, itemId: string, at: number, limit = 10_000): Inside[] {
  return views.ask(insideColumns, INSIDE_THEN, itemId, limit, at);
}

/** Where a thing was, whose and what, at a moment; null where nothing is known of that time. */
export function placeAt(views: ViewsReader, itemId: string, at: number): PlaceRow | null {
  const where = 'where itemId = ?1 and start <= ?2 and (until is null or until > ?2)';
  return views.first(itemPlaces, `${where} order by number desc`, itemId, at) ?? null;
}

/** Every stretch of a thing's history that is known, in order. */
export function placesOf(views: ViewsReader, itemId: string): PlaceRow[] {
  return views.all(itemPlaces, 'where itemId = ? order by number', itemId);
}

export function fittingById(views: ViewsReader, fittingId: string): FittingRow | null {
  return views.byKey(itemFittings, fittingId) ?? null;
}

const STANDING = "status = 'standing'";

/** Fittings of a thing that stand, in order: its lives. */
export function fittingsOf(views: ViewsReader, itemId: string): FittingRow[] {
  return views.all(itemFittings, `where itemId = ? and ${STANDING} order by start, written`, itemId);
}

/** What was ever fitted into a thing and stands, in order. */
export function fittingsInto(views: ViewsReader, into: string): FittingRow[] {
  return views.all(itemFittings, `where "into" = ? and ${STANDING} order by start, written`, into);
}

/** What holders said to problems of the revision that a thing is. */
export function answersOfItem(views: ViewsReader, itemId: string): AnswerRow[] {
  return views.all(itemAnswers, 'where itemId = ?', itemId);
}

/** Things that members have to give back before `end` (UTC milliseconds), also those that are late. */
export function lentUntil(
  views: ViewsReader,
  end: number,
): { itemId: string; memberId: string; workshopId: string; until: number }[] {
  return views
    .all(items, 'where loanUntil < ? order by loanUntil, itemId limit 10000', end)
    .flatMap(({ itemId, holderKind, holderId, workshopId, loanUntil }) =>
      holderKind === 'member' && holderId !== null && loanUntil !== null
        ? [{ itemId, memberId: holderId, workshopId, until: loanUntil }]
        : [],
    );
}
