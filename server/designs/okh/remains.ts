import type { DraftContent } from '../../../shared/designs/content.ts';
import type { Fields } from './fields.ts';
import type { Family, PlainTable } from './manifest.ts';

/** Fields of single parts are kept under this name, by the line's id. */
export const OF_PARTS = '#parts';

/** What is known of people and has no place in a credit, by the credit's id. */
export const OF_PEOPLE = '#people';

/** Characters of JSON that are kept of a manifest, at most. */
const MOST_CHARACTERS = 200_000;

/**
 * What is kept for the way out: fields nobody took, and those of single parts.
 * @param known fields of the family; others are told of.
 */
export function remainsOf(
  family: Family,
  fields: Fields,
  ofParts: PlainTable,
  known: ReadonlySet<string>,
): DraftContent['exchange'] {
  fields.close();
  const left = fields.left();
  const kept: PlainTable = Object.keys(ofParts).length > 0 ? { ...left, [OF_PARTS]: ofParts } : left;
  const strange = Object.keys(left).filter((name) => !known.has(name) && name !== OF_PEOPLE);
  if (Object.keys(kept).length === 0) return null;
  if (JSON.stringify(kept).length > MOST_CHARACTERS) {
    fields.tell('lost', '', 'What a design has no place for was too much to keep.');
    return null;
  }
  if (strange.length > 0) {
    const names = strange.slice(0, 12).join(', ').slice(0, 300);
    fields.tell(
      'kept',
      strange[0] ?? '',
      `No place here for ${names}: kept, and given back when it leaves in this format.`,
    );
  }
  return { family, fields: kept };
}
