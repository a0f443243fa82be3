import { quantityUnit, UNITS, type UnitMeasure } from '../../shared/designs/units.ts';
import type { NetworkFigures } from '../../shared/network/figureViews.ts';
import { type Provenance, provenance } from '../../shared/reuse/provenance.ts';
import { shareOf, type Weighed } from '../../shared/reuse/shares.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { RowOf, Table } from '../views/table.ts';
import { askInPieces } from './pieces.ts';
import { provenanceFrom, provenanceOfLife } from './provenances.ts';
import { networkFittings, networkMeetings, networkTakes, networkUses } from './tables.ts';

/** Something that was fitted or consumed, many at once: how much of it, by where it came from. */
export interface Amounts {
  provenance: Provenance;
  /** What is counted or measured, and how much in its base unit: pieces, millimetres, kilograms. */
  measures: UnitMeasure;
  quantity: number;
  /** Kilograms of those whose mass is known, and how many entries have none. */
  mass: number;
  massless: number;
  /** What their material is told by. */
  words: string;
}

const fitted = {
  how: 'text',
  cutProvenance: 'text?',
  isAgain: 'integer',
  words: 'text',
  quantity: 'real',
  mass: 'real',
  massless: 'real',
} as const;
const counted = {
  provenance: 'text',
  unit: 'text',
  words: 'text',
  quantity: 'real',
  mass: 'real',
  massless: 'real',
} as const;

/** A condition on the things and builds of one design. */
const ofDesign = (thing: string, build: string) => ({
  into: `and ${thing} in (select itemId from networkThings where designId = ?1)`,
  of: `and ${build} in (select buildId from networkBuilds where version >= ?1 || ':' and version < ?1 || ';')`,
});

const FITTED = (where: string) =>
  `select how, cutProvenance, life > 1 as isAgain, material as words, count(*) as quantity,
      total(massKilograms) as mass, sum(massKilograms is null) as massless
    from networkFittings as fittings join networkThings using (itemId) where ${where} group by 1, 2, 3, 4`;
const MET = (where: string) =>
  `select iif(how = 'new', 'new', 'unknown') as provenance, unit, name as words, sum(quantity) as quantity,
      total(massKilograms) as mass, sum(massKilograms is null) as massless
    from networkMeetings where ${where} group by 1, 2, 3`;
const TAKEN = (where: string) =>
  `select provenance, unit, name as words, sum(amount) as quantity, total(massKilograms) as mass,
      sum(massKilograms is null) as massless
    from networkTakes where buildId is not null and ${where} group by 1, 2, 3`;

/** All that was ever fitted and consumed in the things of one design. */
export function amountsOf(views: ViewsReader, designId: string): Amounts[] {
  const { into, of } = ofDesign('intoId', 'buildId');
  return amountsFrom(
    views.ask(fitted, FITTED(`1 ${into}`), designId),
    views.ask(counted, MET(`1 ${of}`), designId),
    views.ask(counted, TAKEN(`1 ${of}`), designId),
  );
}

const PIECE = 'rowid > ?1 and rowid <= ?2';

/** All that was ever fitted and consumed in the network, summed up piece by piece. */
export async function allAmounts(views: ViewsReader): Promise<Amounts[]> {
  const ofFittings = 'fittings.rowid > ?1 and fittings.rowid <= ?2';
  return amountsFrom(
    await askInPieces(views, fitted, networkFittings, FITTED(ofFittings)),
    await askInPieces(views, counted, networkMeetings, MET(PIECE)),
    await askInPieces(views, counted, networkTakes, TAKEN(PIECE)),
  );
}

function amountsFrom(
  parts: readonly RowOf<Table<typeof fitted>>[],
  met: readonly RowOf<Table<typeof counted>>[],
  taken: readonly RowOf<Table<typeof counted>>[],
): Amounts[] {
  return [
    ...parts.map(({ how, cutProvenance, isAgain, ...amounts }) => ({
      ...amounts,
      measures: 'count' as const,
      provenance: provenanceOfLife({ how, cutProvenance }, isAgain ? 2 : 1),
    })),
    // What was said of a line is in its own unit, what came off a shelf in the base unit.
    ...met.map((row) => countedOf(row, unitOf(row).inBase)),
    ...taken.map((row) => countedOf(row, 1)),
  ];
}

const unitOf = ({ unit }: { unit: string }) => UNITS[quantityUnit.catch('piece').parse(unit)];

const countedOf = (row: RowOf<Table<typeof counted>>, times: number): Amounts => ({
  ...{ words: row.words, mass: row.mass, massless: row.massless },
  provenance: provenanceFrom(row.provenance),
  measures: unitOf(row).measures,
  quantity: row.quantity * times,
});

const KNOWN = provenance.exclude(['unknown']).options;
const isOne = (of: readonly Provenance[], { provenance: one }: Amounts): boolean | null =>
  KNOWN.some((each) => each === one) ? of.includes(one) : null;

/**
 * Pieces, those counting that had been in something before: each thing that was fitted and each piece that was used up
 * is one. A set is one piece. What is measured is told apart, by `measured`.
 */
export const reused = (amounts: readonly Amounts[]): Weighed[] =>
  amounts
    .filter(({ measures }) => measures === 'count' || measures === 'set')
    .map((each) => ({ weight: each.quantity, counts: isOne(['recovered'], each) }));

/** Units in which what is measured is told, and their size in base units. */
const MEASURED = [
  { unit: 'm', measures: 'length', inBase: 1000 },
  { unit: 'kg', measures: 'mass', inBase: 1 },
  { unit: 'm2', measures: 'area', inBase: 1_000_000 },
  { unit: 'l', measures: 'volume', inBase: 1 },
] as const;

/** The same of what was measured: metres, kilograms, square metres, litres; none where nothing was. */
export const measuredReuse = (amounts: readonly Amounts[]): NetworkFigures['reuseMeasured'] =>
  MEASURED.flatMap(({ unit, measures, inBase }) => {
    const those = amounts.filter((each) => each.measures === measures);
    if (those.length === 0) return [];
    const weighed = those.map((each) => ({
      weight: each.quantity / inBase,
      counts: isOne(['recovered'], each),
    }));
    return [{ unit, rate: shareOf(weighed) }];
  });

/** Kilograms, those counting that were made or recovered in the network; a piece without a mass counts as one. */
export const closedMass = (amounts: readonly Amounts[]): Weighed[] =>
  amounts.flatMap((each) => [
    { weight: each.mass, counts: isOne(['made', 'recovered'], each) },
    ...(each.massless > 0 ? [{ weight: each.massless, counts: null }] : []),
  ]);

const OF_BUILDS = `networkBuildUses as links
      cross join networkUses as uses on uses.bookingId = links.bookingId`;
const hours = { how: 'text', hours: 'real', unknown: 'integer' } as const;

/**
 * Hours of machines, those counting that ran on machines made in the network; of one design: the hours of its builds.
 * Tools that are lent are none. A session without an end counts as one hour of which nothing is known.
 */
export function machineHours(views: ViewsReader, designId: string): Weighed[] {
  const { of } = ofDesign('', 'links.buildId');
  return hoursFrom(views.ask(hours, HOURS(OF_BUILDS, of), designId));
}

/** The same of all sessions in the network, summed up piece by piece. */
export async function allMachineHours(views: ViewsReader): Promise<Weighed[]> {
  const sql = HOURS('networkUses as uses', 'and uses.rowid > ?1 and uses.rowid <= ?2');
  return hoursFrom(await askInPieces(views, hours, networkUses, sql));
}

const HOURS = (from: string, where: string) =>
  `select machines.how as how, total(max(0, stoppedAt - startedAt)) / 3600000.0 as hours,
      sum(stoppedAt is null or startedAt is null) as unknown
    from ${from} cross join networkThings as machines on machines.itemId = uses.machineId
    where coalesce(machineKind, '') not in ('tool', 'kit') ${where}
    group by 1`;

const hoursFrom = (rows: readonly RowOf<Table<typeof hours>>[]): Weighed[] =>
  rows.flatMap((row) => [
    { weight: row.hours, counts: row.how === 'unknown' ? null : row.how === 'made' },
    ...(row.unknown > 0 ? [{ weight: row.unknown, counts: null }] : []),
  ]);
