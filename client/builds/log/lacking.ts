import type { BuildView } from '../../../shared/builds/views.ts';
import { quantityInWords } from '../../designs/figures.ts';

/**
 * What nothing, or too little, has met: the name and how much of it. Only what is really fetched: of a line that is
 * made of others, those.
 */
export function lacking({ lineList }: Pick<BuildView, 'lineList'>): { name: string; quantity: string }[] {
  const wholes = new Set(lineList.map(({ line }) => line.parent));
  return lineList
    .filter(({ state, line }) => state !== 'met' && !wholes.has(line.id))
    .map(({ line, missing }) => ({ name: line.name, quantity: quantityInWords(missing, line.unit) }));
}
