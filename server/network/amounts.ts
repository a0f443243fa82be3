import { type Provenance, provenance } from '../../shared/reuse/provenance.ts';
import type { Weighed } from '../../shared/reuse/shares.ts';
import type { ViewsReader } from '../views/reader.ts';
import { provenanceFrom, provenanceOfLife } from './provenances.ts';

/** Something that was fitted or consumed, many at once: how much of it, by where it came from. */
interface Amounts {
  provenance: Provenance;
  /** Pieces; what is counted otherwise counts once. */
  quantity: number;
  /** Kilograms of those whose mass is known, and how many pieces have none. */
  mass: number;
  massless: number;
}

const fitted = {
  how: 'text',
  cutProvenance: 'text?',
  isAgain: 'integer',
  quantity: 'real',
  mass: 'real',
  massless: 'real',
} as const;
const counted = { provenance: 'text', quantity: 'real', mass: 'real', massless: 'real' } as const;
const PIECES = `case unit when 'piece' then {n} when 'pair' then {n} else 1 end`;

/** A condition on the things and builds of one design; empty: on all. */
const ofDesign = (designId: string | null, thing: string, build: string) =>
  designId === null
    ? { into: '', of: '' }
    : {
        into: `and ${thing} in (select itemId from networkThings where designId = ?1)`,
        of: `and ${build} in (select buildId from networkBuilds where version >= ?1 || ':' and version < ?1 || ';')`,
      };

/** All that was ever fitted and consumed, in the network or in the things of one design. */
export function amountsOf(views: ViewsReader, designId: string | null): Amounts[] {
  const { into, of } = ofDesign(designId, 'intoId', 'buildId');
  const values = designId === null ? [] : [designId];
  const parts = views.ask(
    fitted,
    `select how, cutProvenance, life > 1 as isAgain, count(*) as quantity, total(massKilograms) as mass,
        sum(massKilograms is null) as massless
      from networkFittings join networkThings using (itemId) where 1 ${into} group by 1, 2, 3`,
    ...values,
  );
  const met = views.ask(
    counted,
    `select iif(how = 'new', 'new', 'unknown') as provenance, sum(${PIECES.replaceAll('{n}', 'quantity')}) as quantity,
        total(massKilograms) as mass, sum(massKilograms is null) as massless
      from networkMeetings where 1 ${of} group by 1`,
    ...values,
  );
  const taken = views.ask(
    counted,
    `select provenance, sum(${PIECES.replaceAll('{n}', 'amount')}) as quantity, total(massKilograms) as mass,
        sum(massKilograms is null) as massless
      from networkTakes where buildId is not null ${of} group by 1`,
    ...values,
  );
  return [
    ...parts.map(({ how, cutProvenance, isAgain, ...amounts }) => ({
      ...amounts,
      provenance: provenanceOfLife({ how, cutProvenance }, isAgain ? 2 : 1),
    })),
    ...[...met, ...taken].map((row) => ({ ...row, provenance: provenanceFrom(row.provenance) })),
  ];
}

const KNOWN = provenance.exclude(['unknown']).options;
const isOne = (of: readonly Provenance[], { provenance: one }: Amounts): boolean | null =>
  KNOWN.some((each) => each === one) ? of.includes(one) : null;

/** Pieces, those counting that had been in something before. */
export const reused = (amounts: readonly Amounts[]): Weighed[] =>
  amounts.map((each) => ({ weight: each.quantity, counts: isOne(['recovered'], each) }));

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
export function machineHours(views: ViewsReader, designId: string | null): Weighed[] {
  const { of } = ofDesign(designId, '', 'links.buildId');
  const sql = `select machines.how as how, total(max(0, stoppedAt - startedAt)) / 3600000.0 as hours,
      sum(stoppedAt is null or startedAt is null) as unknown
    from ${designId === null ? 'networkUses as uses' : OF_BUILDS}
      cross join networkThings as machines on machines.itemId = uses.machineId
    where coalesce(machineKind, '') not in ('tool', 'kit') ${of}
    group by 1`;
  return views
    .ask(hours, sql, ...(designId === null ? [] : [designId]))
    .flatMap((row) => [
      { weight: row.hours, counts: row.how === 'unknown' ? null : row.how === 'made' },
      ...(row.unknown > 0 ? [{ weight: row.unknown, counts: null }] : []),
    ]);
}
