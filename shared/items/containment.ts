/** How deep things may be one inside of the other. */
export const DEEPEST = 1_000;

/** What stands of a thing at one place of the log. */
export interface Containing {
  /** Something can go into it: it is there, or is being made. */
  opens: boolean;
  /** What it is inside of. */
  inside: string | null;
}

/**
 * Why a thing cannot go into another, by what came before in the log; null where it can. The way up from `into` is
 * walked whole: a thing never gets inside of itself.
 */
export function refusalOfFitting(
  find: (itemId: string) => Containing | undefined,
  itemId: string,
  into: string,
): 'circular' | 'intoGone' | 'tooDeep' | 'unknownThing' | null {
  const container = find(into);
  if (!container) return 'unknownThing';
  if (!container.opens) return 'intoGone';
  let depth = 0;
  for (let id: string | null = into; id !== null; id = find(id)?.inside ?? null, depth++) {
    if (id === itemId) return 'circular';
  }
  return depth > DEEPEST ? 'tooDeep' : null;
}
