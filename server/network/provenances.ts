import {
  type Beginning,
  livesOf,
  type Provenance,
  provenance,
  provenanceInLife,
} from '../../shared/reuse/provenance.ts';
import type { LotRow, ThingRow } from './tables.ts';

const BEGINNINGS: Readonly<Record<string, Beginning>> = {
  made: 'made',
  built: 'made',
  cut: 'cut',
  bought: 'bought',
  given: 'given',
  found: 'found',
  recovered: 'recovered',
};

/** How a thing began, from the word in its table or in the description of a machine. */
export const beginningOf = (word: string): Beginning => BEGINNINGS[word] ?? 'unknown';

/** Times that a thing was built into something, also before it was written down. */
export const livesOfThing = ({ how, fittings }: Pick<ThingRow, 'how' | 'fittings'>): number =>
  livesOf(beginningOf(how), fittings);

/** What it is in the life of this number. */
export const provenanceOfLife = (
  { how, cutProvenance }: Pick<ThingRow, 'how' | 'cutProvenance'>,
  life: number,
): Provenance => provenanceInLife(beginningOf(how), life, provenanceFrom(cutProvenance));

/** What it is now. Loose, after it was in something, it waits for its next life: it is recovered. */
export const provenanceOf = (
  thing: Pick<ThingRow, 'how' | 'cutProvenance' | 'fittings' | 'insideOf'>,
): Provenance => provenanceOfLife(thing, livesOfThing(thing) + (thing.insideOf === null ? 1 : 0));

/** From a column of text. */
export const provenanceFrom = (word: string | null): Provenance => provenance.catch('unknown').parse(word);

/** What lies in a lot, by where it came from. */
export const provenanceOfLot = (source: string, known: LotRow | undefined): Provenance => {
  if (source === 'bought') return 'new';
  if (source === 'made' || source === 'recovered') return source;
  return provenanceFrom(known?.provenance ?? null);
};
