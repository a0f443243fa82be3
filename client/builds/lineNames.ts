import type { PartLine } from '../../shared/designs/partLines.ts';

/**
 * What a line is called beside its cut, or where only a glance is given to it: `Leg` of
 * `Leg, square tube 3 × 3 × 1/4 in, 48 in`. What is not called after its cut keeps its name.
 */
export function nameInShort({
  name,
  cut,
}: {
  name: string;
  cut: Pick<NonNullable<PartLine['cut']>, 'stock'> | null;
}): string {
  const end = cut === null ? -1 : name.indexOf(`, ${cut.stock}`);
  return end > 0 ? name.slice(0, end) : name;
}
