import type { Model } from '../../shared/models/model.ts';
import { t } from '../catalogue/designTexts.ts';
import { locale } from '../catalogue/text.ts';
import { massInWords } from '../designs/figures.ts';
import { millimetresInWords } from './lengthWords.ts';
import { summaryOf } from './modelSummary.ts';

/** A model in a few sentences: what it is, how many pieces, how large, of what, how heavy. */
export function summaryInWords(label: string, model: Model): string {
  const words = t.viewer;
  const { pieces, kinds, size, materials, mass, isWhole } = summaryOf(model);
  const number = new Intl.NumberFormat(locale);
  const named = materials.map((material) => t.modules.materials[material].toLocaleLowerCase(locale));
  const [x, y, z] = size;
  return [
    pieces === 1 ? words.onePiece(label) : words.summary(label, number.format(pieces), number.format(kinds)),
    words.size(millimetresInWords(x), millimetresInWords(y), millimetresInWords(z)),
    named.length > 0 ? words.madeOf(new Intl.ListFormat(locale).format(named)) : '',
    mass > 0 ? (isWhole ? words.mass : words.massAtLeast)(massInWords(mass)) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
