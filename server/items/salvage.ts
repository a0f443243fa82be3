import type { DesignInterface, InterfaceKind } from '../../shared/designs/interfaces.ts';
import type { SalvageList } from '../../shared/items/views.ts';
import { metresBetween, type Point } from '../availability/distance.ts';
import { sizeOf } from '../designs/searchWords.ts';
import type { Parts } from '../parts.ts';
import { rankOf } from '../search/rank.ts';
import type { ViewsReader } from '../views/reader.ts';
import { allWorkshops, type Workshop, workshopById } from '../workshops/queries.ts';
import { type Measures, measuresOf } from './measures.ts';
import { type Item, itemOf } from './queries.ts';
import { items } from './tables.ts';
import { thingRowOf } from './views/naming.ts';

/** What is looked for. Millimetres; `near`: the workshop from where one looks. */
export interface SalvageQuery {
  kind?: InterfaceKind | undefined;
  diameter?: number | undefined;
  leastLength?: number | undefined;
  words?: string | undefined;
  workshop?: string | undefined;
  near?: string | undefined;
  kilometres?: number | undefined;
}

/** What people measure with a rule, and what is written on the part. */
const TOLERANCE_MILLIMETRES = 0.5;
const MOST_FOUND = 100;
/** Parts of one workshop that are looked through. */
const LOOKED_THROUGH = 2_000;

const isAbout = (one: number | null, other: number): boolean =>
  one !== null && Math.abs(one - other) <= TOLERANCE_MILLIMETRES;

const ACROSS: ReadonlySet<string> = new Set(['diameter', 'width', 'height', 'inner', 'bore']);
const LENGTH: ReadonlySet<string> = new Set(['length', 'stroke']);

/** Words of which one says that a thing is of a kind, where nobody wrote down its interfaces. */
const KIND_WORDS: Partial<Record<InterfaceKind, RegExp>> = {
  shaft: /\b(shaft|axle|rod|eje)/i,
  tubeEnd: /\b(tube|pipe|tubo)/i,
  hydraulicPort: /\b(hydraulic|cylinder|hose|hidráulic|cilindro)/i,
  electric: /\b(motor|battery|supply|electric|batería|eléctric)/i,
};

type Fits = SalvageList['things'][number]['fits'];

/** The interface or size by which a thing fits; undefined where it does not. */
function fitOf({ kind, diameter }: SalvageQuery, item: Item, measures: Measures): Fits | undefined {
  const ofKind = (each: DesignInterface) => kind === undefined || each.kind === kind;
  const found = measures.interfaces
    .filter(ofKind)
    .find((each) => diameter === undefined || isAbout(sizeOf(each), diameter));
  if (found && (kind !== undefined || diameter !== undefined)) {
    return { kind: found.kind, millimetres: sizeOf(found) };
  }
  if (kind !== undefined) {
    const named = KIND_WORDS[kind]?.test(`${item.name} ${item.specification}`) ?? false;
    if (measures.interfaces.length > 0 || !named) return undefined;
  }
  if (diameter === undefined) return kind === undefined ? null : { kind, millimetres: null };
  const size = measures.sizes.find(
    ({ name, millimetres }) => ACROSS.has(name) && isAbout(millimetres, diameter),
  );
  return size && { kind: kind ?? null, millimetres: size.millimetres };
}

const lengthOf = ({ sizes }: Measures): number | null =>
  sizes
    .filter(({ name }) => LENGTH.has(name))
    .reduce<number | null>((longest, { millimetres }) => Math.max(longest ?? 0, millimetres), null);

function pointOf(workshop: Workshop | null): Point | null {
  const { latitude, longitude } = workshop?.place ?? { latitude: null, longitude: null };
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** Workshops with their distance, the nearest first; those of which nobody knows where they are come last. */
function workshopsAround(views: ViewsReader, { near, workshop, kilometres }: SalvageQuery) {
  const from = near === undefined ? null : pointOf(workshopById(views, near));
  const distanceTo = (other: Workshop): number | null => {
    if (other.workshopId === near) return 0;
    const to = pointOf(other);
    return from && to ? metresBetween(from, to) / 1000 : null;
  };
  return allWorkshops(views)
    .filter(({ workshopId }) => workshop === undefined || workshop === workshopId)
    .map((each) => ({ workshopId: each.workshopId, distance: distanceTo(each) }))
    .filter(({ distance }) => kilometres === undefined || (distance !== null && distance <= kilometres))
    .toSorted((one, other) => (one.distance ?? Infinity) - (other.distance ?? Infinity));
}

/** Parts on the salvage shelves of a workshop, then those that are still in what was scrapped there, at any depth. */
function salvageIn(views: ViewsReader, workshopId: string): Item[] {
  const loose = views.all(
    items,
    `where salvage = 1 and workshopId = ? and holderKind is null order by since desc limit ${LOOKED_THROUGH}`,
    workshopId,
  );
  const fitted = views.all(
    items,
    `where status = 'fitted' and itemId in (
        with recursive within(itemId, depth) as (
          select itemId, 0 from items where status = 'scrapped' and workshopId = ?
          union select i.itemId, depth + 1 from items i join within w on i.inside = w.itemId where depth < 50)
        select itemId from within)
      order by since desc limit ${LOOKED_THROUGH}`,
    workshopId,
  );
  return [...loose, ...fitted].map(itemOf);
}

/**
 * Recovered parts by what they fit and how long they are, the nearest first: on salvage shelves, and in things that were
 * scrapped.
 */
export function findSalvage(parts: Pick<Parts, 'views' | 'designs'>, query: SalvageQuery): SalvageList {
  const { views } = parts;
  const { leastLength, words } = query;
  const found: SalvageList['things'] = [];
  for (const { workshopId, distance } of workshopsAround(views, query)) {
    for (const item of salvageIn(views, workshopId)) {
      const { name, specification, material } = item;
      if (words && rankOf({ name, more: [specification, material] }, words) === null) continue;
      const measures = measuresOf(parts, item);
      const fits = fitOf(query, item, measures);
      const length = lengthOf(measures);
      if (fits === undefined) continue;
      if (leastLength !== undefined && (length === null || length < leastLength - TOLERANCE_MILLIMETRES))
        continue;
      if (found.length === MOST_FOUND) return { things: found, more: true };
      const kilometres = distance === null ? null : Math.round(distance * 10) / 10;
      const isFitted = item.status === 'fitted';
      const row = thingRowOf(parts, item);
      found.push({ ...row, fits, lengthMillimetres: length, kilometres, isFitted });
    }
  }
  return { things: found, more: false };
}
