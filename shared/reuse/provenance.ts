import { z } from 'zod';

/** Where a part came from, as the pictures are coloured: bought new, made in the network, out of something else, or unsaid. */
export const provenance = z.enum(['new', 'made', 'recovered', 'unknown']);
export type Provenance = z.infer<typeof provenance>;

/** How a thing began: as its first event says, or as a machine that nobody wrote down as a thing. */
export type Beginning = 'made' | 'cut' | 'bought' | 'given' | 'found' | 'recovered' | 'unknown';

/**
 * How many lives a thing has had: each time that it was fitted is one. What came out of something that was never written
 * down part by part had one there, though no fitting tells of it.
 */
export const livesOf = (how: Beginning, fittings: number): number => fittings + (how === 'recovered' ? 1 : 0);

/**
 * What a part is in the life of this number (1: the first). A second life is a recovered part, however it was made.
 * A piece that was cut off is as new as what it was cut off (`cutFrom`).
 */
export function provenanceInLife(how: Beginning, life: number, cutFrom: Provenance = 'unknown'): Provenance {
  if (life > 1 || how === 'recovered') return 'recovered';
  if (how === 'made') return 'made';
  if (how === 'bought') return 'new';
  return how === 'cut' ? cutFrom : 'unknown';
}
