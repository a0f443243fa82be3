import type { BuildView } from '../../../shared/builds/views.ts';
import { quantityInWords } from '../../designs/figures.ts';

/** What nothing, or too little, has met: the name and how much of it. */
export const lacking = ({ lineList }: Pick<BuildView, 'lineList'>): { name: string; quantity: string }[] =>
  lineList
    .filter(({ state }) => state !== 'met')
    .map(({ line, missing }) => ({ name: line.name, quantity: quantityInWords(missing, line.unit) }));
