import type { KeyedList } from '../../../shared/designs/changes.ts';
import { attribution, designFile, designParameter, designRelation } from '../../../shared/designs/content.ts';
import { designInterface } from '../../../shared/designs/interfaces.ts';
import { partLine } from '../../../shared/designs/partLines.ts';
import { t } from '../../catalogue/designTexts.ts';
import { massInWords, megabytes, quantityInWords, specificationOf } from '../figures.ts';
import { measuresOf } from '../words.ts';

const told = (parts: readonly (string | false)[]) => parts.filter(Boolean).join(' · ');

/** What an entry is beside its name, in one line: `4 × · 2.5 kg`; empty where its name says it all. */
export function entryInWords(list: KeyedList, entry: unknown): string {
  switch (list) {
    case 'parts': {
      const { data } = partLine.safeParse(entry);
      if (!data) return '';
      const { quantity, unit, written, mass } = data;
      return told([
        quantityInWords(quantity, unit, written),
        specificationOf(data),
        mass !== null && massInWords(mass),
      ]);
    }
    case 'parameters': {
      const { data } = designParameter.safeParse(entry);
      return data ? [data.value, data.unit].filter(Boolean).join(' ') : '';
    }
    case 'interfaces': {
      const { data } = designInterface.safeParse(entry);
      return data
        ? t.designPage.interfaceLine(
            t.quantities.interfaces[data.kind],
            measuresOf(data),
            data.side === 'offers',
          )
        : '';
    }
    case 'files': {
      const { data } = designFile.safeParse(entry);
      return data ? told([t.draft.words.roles[data.role], megabytes(data.bytes)]) : '';
    }
    case 'relations': {
      const { data } = designRelation.safeParse(entry);
      return data ? t.designPage.relations[data.kind] : '';
    }
    case 'attributions': {
      const { data } = attribution.safeParse(entry);
      return data?.organization ?? '';
    }
    case 'steps':
    case 'modules':
    case 'instances':
    case 'mates':
      return '';
  }
}

/** The long text of an entry, which is compared by word; empty where it has none. */
export const textOfEntry = (list: KeyedList, entry: unknown): string => {
  const text: unknown =
    list === 'steps' && typeof entry === 'object' && entry !== null && Reflect.get(entry, 'text');
  return typeof text === 'string' ? text : '';
};
