import type { Figure, NetworkFigures } from '../../shared/network/figureViews.ts';
import { carbonFactorOf } from '../../shared/reuse/carbon.ts';
import { materialCircularity } from '../../shared/reuse/circularity.ts';
import { shareOf } from '../../shared/reuse/shares.ts';
import type { ViewsReader } from '../views/reader.ts';
import type { Amounts } from './amounts.ts';
import { takePieces } from './pieces.ts';
import { networkFittings } from './tables.ts';

/**
 * Kilograms of CO2e of all that is new, and of what was recovered and so did not have to be made again; never netted.
 * What was made here is left out: what it was made of stands in its own build. Neither the way that things came nor the
 * current of machines is in it, for nobody writes these down.
 */
export function carbonOf(amounts: readonly Amounts[]): NetworkFigures['carbon'] {
  const figure = (of: readonly Amounts['provenance'][]): Figure => {
    const restsOn = { known: 0, all: 0 };
    let value = 0;
    for (const { provenance, mass, massless, words } of amounts) {
      if (!of.includes(provenance)) continue;
      // What has no mass counts as a kilogram.
      restsOn.all += mass + massless;
      const factor = provenance === 'unknown' ? null : carbonFactorOf(words);
      if (factor === null) continue;
      restsOn.known += mass;
      value += mass * factor;
    }
    return { value: restsOn.known > 0 ? value : null, restsOn };
  };
  return { footprint: figure(['new', 'unknown']), avoided: figure(['recovered']) };
}

/** What became of the parts of things that are no more: kilograms, and how many have none. */
export interface Endings {
  mass: number;
  recovered: number;
  massless: number;
}

const ending = { mass: 'real', recovered: 'real', massless: 'integer' } as const;
/** A part that was taken out and not scrapped since is there to be used again. */
const ENDINGS = (where: string) => `select total(parts.massKilograms) as mass,
    total(iif(until is not null and coalesce(parts.ended, '') <> 'scrapped', parts.massKilograms, 0)) as recovered,
    total(parts.massKilograms is null) as massless
  from networkFittings as fittings cross join networkThings as wholes on wholes.itemId = intoId
    cross join networkThings as parts on parts.itemId = fittings.itemId
  where wholes.ended = 'scrapped' and ${where}`;

/** Of the things of a design. */
export const endingsOf = (views: ViewsReader, designId: string): Endings =>
  views.ask(ending, ENDINGS('wholes.designId = ?'), designId)[0] ?? NOTHING;
const NOTHING: Endings = { mass: 0, recovered: 0, massless: 0 };

/** Of everything in the network. */
export async function allEndings(views: ViewsReader): Promise<Endings> {
  const sum = { ...NOTHING };
  const piece = 'fittings.rowid > ?1 and fittings.rowid <= ?2';
  await takePieces(views, ending, networkFittings, ENDINGS(piece), (rows) => {
    for (const { mass, recovered, massless } of rows) {
      sum.mass += mass;
      sum.recovered += recovered;
      sum.massless += massless;
    }
  });
  return sum;
}

/**
 * Material circularity by what the log knows: the share of mass that came in recovered, and the share of mass that was
 * recovered of what is scrapped. Recycling and how long others last nobody writes down: none is counted, and things are
 * taken to be used as long as others, so that it is at least this. Null until something was scrapped.
 */
export function circularityOf(amounts: readonly Amounts[], { mass, recovered, massless }: Endings): Figure {
  const came = amounts.filter(({ provenance }) => provenance !== 'made');
  const { value: reusedIn, restsOn } = shareOf(
    came.flatMap((each) => [
      { weight: each.mass, counts: each.provenance === 'unknown' ? null : each.provenance === 'recovered' },
      ...(each.massless > 0 ? [{ weight: each.massless, counts: null }] : []),
    ]),
  );
  const all = restsOn.all + mass + massless;
  if (reusedIn === null || mass === 0) return { value: null, restsOn: { known: 0, all } };
  return { value: circularity(reusedIn, recovered / mass), restsOn: { known: restsOn.known + mass, all } };
}

const circularity = (reusedIn: number, reusedOut: number): number =>
  materialCircularity({
    ...{ mass: 1, recycledIn: 0, reusedIn, biologicalIn: 0 },
    ...{ recycledOut: 0, reusedOut, compostedOut: 0, energyOut: 0 },
    ...{ yieldOut: 1, yieldIn: 1, utility: 1 },
  });
