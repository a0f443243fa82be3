/** A share of something (0 to 1), and how much of the data was known: sums in the unit of what is counted. */
export interface KnownShare {
  /** Null: nothing is known. */
  value: number | null;
  restsOn: { known: number; all: number };
}

/** One hour-long (or kilogram-heavy, or single) amount, and whether it belongs to the share; null: nobody wrote that down. */
export interface Weighed {
  /** Null: unknown; it then counts one missing `unweighed`. */
  weight: number | null;
  counts: boolean | null;
}

/**
 * The part of the known weight that counts. What has no weight or no answer lowers what the figure rests on: by its
 * weight, or by `unweighed` where that is unknown too.
 * - tool closure: hours of machines, those on machines made in the network
 * - mass closure: kilograms of parts, those made or recovered in the network
 * - reuse rate: quantities fitted or consumed, those whose history contains an earlier recovery
 */
export function shareOf(amounts: Iterable<Weighed>, unweighed = 1): KnownShare {
  let counting = 0;
  let known = 0;
  let all = 0;
  for (const { weight, counts } of amounts) {
    all += weight ?? unweighed;
    if (weight === null || counts === null) continue;
    known += weight;
    if (counts) counting += weight;
  }
  return { value: known > 0 ? counting / known : null, restsOn: { known, all } };
}
