import type { BuildView } from '../../../shared/builds/views.ts';
import { quantityInWords } from '../../designs/figures.ts';
import { nameInShort } from '../lineNames.ts';

const NO_BREAK = '\u00a0';
/** Without the crumbs of binary fractions. */
const tidy = (quantity: number): number => Number(quantity.toPrecision(12));

/**
 * What nothing, or too little, has met, and no shelf keeps for it: the name and how much of it. Only what is really
 * fetched: of a line that is made of others, those.
 */
export function lacking({ lineList }: Pick<BuildView, 'lineList'>): { name: string; quantity: string }[] {
  const wholes = new Set(lineList.map(({ line }) => line.parent));
  return lineList
    .filter(({ state, line, missing, kept }) => state !== 'met' && kept < missing && !wholes.has(line.id))
    .map(({ line, missing, kept }) => ({
      name: nameInShort(line),
      // A number and its sign stand on one row.
      quantity: quantityInWords(tidy(missing - kept), line.unit).replaceAll(' ', NO_BREAK),
    }));
}
