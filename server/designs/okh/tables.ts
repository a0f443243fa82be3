import type { DraftContent } from '../../../shared/designs/content.ts';
import { isTable } from './document.ts';
import { listOf } from './fields.ts';
import type { Family, Plain, PlainTable } from './manifest.ts';
import { OF_PARTS, OF_PEOPLE } from './remains.ts';

/** What was kept of a manifest of this family. */
export function keptOf(
  { exchange }: DraftContent,
  family: Family,
): { fields: PlainTable; ofParts: PlainTable; ofPeople: PlainTable } {
  if (exchange?.family !== family) return { fields: {}, ofParts: {}, ofPeople: {} };
  const { [OF_PARTS]: ofParts, [OF_PEOPLE]: ofPeople, ...fields } = plainFields(exchange.fields);
  return {
    fields,
    ofParts: isTable(ofParts) ? ofParts : {},
    ofPeople: isTable(ofPeople) ? ofPeople : {},
  };
}

const plainFields = (fields: Record<string, unknown>): PlainTable =>
  // What stands in a content was JSON before.
  JSON.parse(JSON.stringify(fields));

/** Without what is empty. */
export const filled = (table: PlainTable): PlainTable =>
  Object.fromEntries(
    Object.entries(table).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** One value alone stands without a list around it. */
export const oneOrMore = (values: readonly Plain[]): Plain =>
  values.length === 1 ? (values[0] ?? null) : [...values];

/** What is told first, for those who read it; then what was kept and is told nowhere else. */
export const withRest = (told: PlainTable, kept: PlainTable): PlainTable => ({
  ...told,
  ...Object.fromEntries(Object.entries(kept).filter(([name]) => !Object.hasOwn(told, name))),
});

/** Each once, those that are kept last. */
export const withKept = (values: readonly string[], kept: Plain | undefined): Plain[] => [
  ...values,
  ...listOf(kept ?? null).filter((each) => typeof each !== 'string' || !values.includes(each)),
];

/** Every path that a value names, however deep. */
export function pathsIn(value: Plain | undefined): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(pathsIn);
  return isTable(value) ? Object.values(value).flatMap(pathsIn) : [];
}

/** TOML has no word for nothing: such fields and entries are left away, however deep. */
export function withoutNothing(table: PlainTable): PlainTable {
  const kept = (value: Plain): Plain => {
    if (Array.isArray(value)) return value.filter((each) => each !== null).map(kept);
    return isTable(value) ? withoutNothing(value) : value;
  };
  return Object.fromEntries(
    Object.entries(table).flatMap(([key, value]) => (value === null ? [] : [[key, kept(value)] as const])),
  );
}
