import type { ViewsReader } from '../views/reader.ts';
import { lifetimesOf } from './lifetimes.ts';
import { provenanceFrom, provenanceOfLife } from './provenances.ts';

/** Something that went into all completed builds of a design together. */
export interface Ingredient {
  /** The design that it is of, if any; such a one may have builds of its own. */
  designId: string | null;
  /** Things, or lives of machines: the hours that one ran over those that it lasts. */
  amount: number;
  provenance: 'new' | 'made' | 'recovered' | 'unknown';
  /** What its material is told by. */
  words: string;
  /** Kilograms of one of `amount` as far as they are known: null of what has none. */
  mass: number | null;
  /** Of one of `amount`; null: nobody said. */
  price: number | null;
  currency: string | null;
  /** How many entries of the log this is, and how many of them are priced. */
  entries: number;
  priced: number;
  /** Hours of a machine, and whether they are spread over its own life; null: it is no machine. */
  hours: { ran: number; isOwn: boolean } | null;
}

/** Builds of a design that are done: `?1` is the design. */
const OF_BUILDS = `select buildId from networkBuilds
  where version >= ?1 || ':' and version < ?1 || ';' and completedAt is not null`;

const part = {
  designId: 'text?',
  how: 'text',
  cutProvenance: 'text?',
  isAgain: 'integer',
  words: 'text',
  amount: 'real',
  mass: 'real?',
  price: 'real?',
  currency: 'text?',
  priced: 'integer',
} as const;
/** Parts of no design cost what each of them did; of one of a design without builds the others cost what is known of some. */
const PARTS = `select parts.designId as designId, how, cutProvenance, life > 1 as isAgain, material as words,
    count(*) as amount, massKilograms as mass,
    iif(parts.designId is null, sum(price) / count(*), avg(price)) as price, currency, count(price) as priced
  from networkFittings join networkThings as parts using (itemId)
  where networkFittings.buildId in (${OF_BUILDS})
  group by parts.designId, how, cutProvenance, life > 1, material, massKilograms, currency`;

const machine = {
  machineId: 'text',
  designId: 'text?',
  how: 'text',
  words: 'text',
  hours: 'real',
  mass: 'real?',
  price: 'real?',
  currency: 'text?',
  entries: 'integer',
} as const;
const MACHINES = `select machines.itemId as machineId, machines.designId as designId, how, material as words,
    total(max(0, stoppedAt - startedAt)) / 3600000.0 as hours, massKilograms as mass, price, currency,
    count(*) as entries
  from networkBuildUses as links join networkThings as machines on machines.itemId = links.machineId
    left join networkUses as uses on uses.bookingId = links.bookingId
  where links.buildId in (${OF_BUILDS}) group by machines.itemId`;

const counted = {
  provenance: 'text',
  words: 'text',
  cost: 'real?',
  mass: 'real?',
  currency: 'text?',
  entries: 'integer',
  priced: 'integer',
} as const;
/** All of one name is a lump: so much of it, at so much money. */
const COUNTED = `select iif(how = 'new', 'new', 'unknown') as provenance, name as words, sum(price * quantity) as cost,
    sum(massKilograms) as mass, currency, count(*) as entries, count(price) as priced
    from networkMeetings where buildId in (${OF_BUILDS})
    group by how, name, currency, massKilograms is null
  union all select provenance, name, sum(price * amount), sum(massKilograms), currency, count(*), count(price)
    from networkTakes where buildId in (${OF_BUILDS})
    group by provenance, name, currency, massKilograms is null`;

const count = { n: 'integer' } as const;
const MADE = `select count(*) as n from networkThings where beingMade = 0 and madeBy in (${OF_BUILDS})`;

/** Things that completed builds of a design made. */
export const madeOf = (views: ViewsReader, designId: string): number =>
  views.ask(count, MADE, designId)[0]?.n ?? 0;

/** What went into the completed builds of a design: parts, hours of machines, materials. */
export function ingredientsOf(views: ViewsReader, designId: string): Ingredient[] {
  const machines = views.ask(machine, MACHINES, designId);
  const lifetimes = lifetimesOf(
    views,
    machines.map(({ machineId }) => machineId),
  );
  return [
    ...views.ask(part, PARTS, designId).map(({ how, cutProvenance, isAgain, ...row }): Ingredient => {
      const provenance = provenanceOfLife({ how, cutProvenance }, isAgain ? 2 : 1);
      return { ...row, provenance, entries: row.amount, hours: null };
    }),
    ...machines.map(({ machineId, how, hours: ran, ...row }): Ingredient => {
      const { hours, isOwn } = lifetimes.get(machineId) ?? { hours: Number.POSITIVE_INFINITY, isOwn: false };
      const provenance = provenanceOfLife({ how, cutProvenance: null }, 1);
      const priced = row.price === null ? 0 : row.entries;
      return { ...row, amount: ran / hours, provenance, priced, hours: { ran, isOwn } };
    }),
    ...views.ask(counted, COUNTED, designId).map(
      ({ provenance, cost, ...row }): Ingredient => ({
        ...row,
        ...{ designId: null, amount: 1, price: cost, hours: null },
        provenance: provenanceFrom(provenance),
      }),
    ),
  ];
}
