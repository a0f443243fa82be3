import { z } from 'zod';
import type { KeyedList } from '../../../shared/designs/changes.ts';
import {
  commercialPrice,
  designCategory,
  designRelation,
  documentationReadiness,
  technologyReadiness,
} from '../../../shared/designs/content.ts';
import { fileRole } from '../../../shared/designs/fileRoles.ts';
import {
  alternativePart,
  cutLength,
  partSource,
  pinnedRevision,
  price,
} from '../../../shared/designs/partLines.ts';
import { designStep } from '../../../shared/designs/steps.ts';
import { quantityUnit } from '../../../shared/designs/units.ts';
import { machineKind } from '../../../shared/machines/words.ts';
import { t } from '../../catalogue/designTexts.ts';
import { numberTyped } from '../draft/measures.ts';
import { lengthInWords, massInWords, megabytes, priceInWords, quantityInWords } from '../figures.ts';
import { licenceName } from '../licenceWords.ts';
import type { Side } from './sides.ts';

type Say = (value: unknown, side: Side) => string | null;

/** Says a value of a schema; null where it is none. */
const saying =
  <Schema extends z.ZodType>(schema: Schema, say: (value: z.output<Schema>, side: Side) => string): Say =>
  (value, side) => {
    const read = schema.safeParse(value);
    return read.success ? say(read.data, side) : null;
  };
const joined = <Item>(items: readonly Item[], say: (item: Item) => string) => items.map(say).join(', ');
const text = z.string();
const number = z.number();
const millimetres = saying(number, lengthInWords);
const measured = (unit: string) => saying(number, (value) => `${numberTyped(value)} ${unit}`);
const machines = saying(z.array(machineKind), (kinds) => joined(kinds, (kind) => t.words.kinds[kind]));
const licence = saying(text, licenceName);

const OF_THE_WHOLE: Record<string, Say> = {
  category: saying(designCategory, (value) => t.draft.words.categories[value]),
  technologyReadiness: saying(technologyReadiness, (value) => t.draft.words.technology[value]),
  documentationReadiness: saying(documentationReadiness, (value) => t.draft.words.documentation[value]),
  commercialPrice: saying(commercialPrice, ({ source, ...rest }) => {
    const paid = priceInWords({ ...rest, supplier: '' });
    return source === '' ? paid : `${paid}, ${source}`;
  }),
  licence,
  documentationLicence: licence,
  softwareLicence: licence,
  links: saying(z.record(text, text), (links) => joined(Object.values(links).filter(Boolean), String)),
};

const OF_PARTS: Record<string, Say> = {
  unit: saying(quantityUnit, (unit) => t.quantities.units[unit]),
  source: saying(partSource, (source) => t.draft.words.sources[source]),
  mass: saying(number, massInWords),
  price: saying(price, priceInWords),
  cut: saying(cutLength, ({ length, stock, kerf }) => {
    const said = `${lengthInWords(length)}, ${stock}`;
    return kerf > 0 ? said + t.designPage.parts.kerf(lengthInWords(kerf)) : said;
  }),
  of: saying(pinnedRevision, (of, side) => side.pinned(of)),
  parent: saying(text, (id, side) => side.line(id)?.name ?? id),
  machines,
  alternatives: saying(z.array(alternativePart), (others) => joined(others, ({ name }) => name)),
};

const OF_STEPS: Record<string, Say> = {
  parts: saying(designStep.shape.parts, (parts, side) =>
    joined(parts, ({ line, quantity }) => {
      const there = side.line(line);
      const name = there?.name ?? t.designPage.steps.unknownPart;
      return quantity === null ? name : `${quantityInWords(quantity, there?.unit ?? 'piece')} ${name}`;
    }),
  ),
  machines,
  minutes: measured('min'),
};

function faceKind(kind: string): string {
  const known = Object.entries(t.quantities.interfaces).find(([name]) => name === kind);
  return known?.[1] ?? kind;
}

const OF_INTERFACES: Record<string, Say> = {
  ...Object.fromEntries(
    ['outer', 'wall', 'pitch', 'hole', 'diameter', 'keyway', 'spacing', 'size', 'width', 'height'].map(
      (field) => [field, millimetres],
    ),
  ),
  flow: measured('l/min'),
  pressure: measured('bar'),
  volts: measured('V'),
  amps: measured('A'),
  side: saying(z.enum(['offers', 'needs']), (side) => t.designs.list.sides[side]),
  kind: saying(text, faceKind),
};

const OF_LISTS: Partial<Record<KeyedList, Record<string, Say>>> = {
  parts: OF_PARTS,
  steps: OF_STEPS,
  interfaces: OF_INTERFACES,
  files: {
    role: saying(fileRole, (role) => t.draft.words.roles[role]),
    bytes: saying(number, megabytes),
    fileId: () => t.lineage.otherContent,
  },
  relations: {
    kind: saying(designRelation.shape.kind, (kind) => t.designPage.relations[kind]),
  },
};

/** A value of a content in words: never a code, never an object. */
export function valueInWords(list: KeyedList | null, field: string, value: unknown, side: Side): string {
  const nothing = list === 'parts' && field === 'parent' ? t.lineage.theWhole : t.draft.changes.nothing;
  if (value === null || value === undefined || value === '') return nothing;
  if (Array.isArray(value) && value.length === 0) return nothing;
  const say = (list === null ? OF_THE_WHOLE : OF_LISTS[list])?.[field];
  return say?.(value, side) ?? (plainly(value) || nothing);
}

function plainly(value: unknown): string {
  if (typeof value === 'number') return numberTyped(value);
  if (typeof value === 'boolean') return value ? t.words.yes : t.words.no;
  if (Array.isArray(value)) return joined(value, plainly);
  if (typeof value === 'object' && value !== null)
    return joined(
      Object.entries(value).filter(([, each]) => each !== ''),
      ([key, each]) => `${key}: ${plainly(each)}`,
    );
  return typeof value === 'string' ? value : '';
}
