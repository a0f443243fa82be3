import { isTable } from './document.ts';
import { type Fields, listOf, webAddress, wordsOf } from './fields.ts';
import type { Plain } from './manifest.ts';
import { type OuterDimensions, readDimensions } from './measures.ts';
import { readLanguage } from './vocabulary.ts';

/** Millimetres out of what stands there, telling what was repaired of it. */
export function dimensionsFrom(value: Plain, at: string, fields: Fields): OuterDimensions | null {
  if (value === null) return null;
  const size = readDimensions(value);
  if (size === null) fields.tell('lost', at, 'It gives no width, depth and height above zero.');
  else if (
    !isTable(value) ||
    (['width', 'depth', 'height'] as const).some((side) => Number(value[side]) !== size[side])
  ) {
    // Of the parts, the first stands for all that are written in the same way.
    if (!at.startsWith('part'))
      fields.tell('repaired', at, `Read as ${size.width} × ${size.depth} × ${size.height} mm.`);
    else fields.tell('repaired', at, 'Sizes of parts are read as width × depth × height in millimetres.');
  }
  return size;
}

/** The language it is written in, of one or several; nothing where none is said. */
export function languageOf(fields: Fields): { language?: string } {
  const value = fields.take('documentation-language', 'language');
  const [first] = listOf(value).map(wordsOf);
  if (listOf(value).length > 1)
    fields.keep(
      'documentation-language',
      listOf(value).map((each) => readLanguage(wordsOf(each)) ?? each),
    );
  if (first === undefined || first === '') return {};
  const language = readLanguage(first);
  if (language === null)
    fields.tell('lost', 'documentation-language', `“${first.slice(0, 40)}” is no language tag.`);
  else if (language !== first)
    fields.tell('repaired', 'documentation-language', `“${first.slice(0, 40)}” is read as ${language}.`);
  return language === null ? {} : { language };
}

/** A web address; empty, and told, where it is none. */
export function addressOf(fields: Fields, name: string): string {
  const value = fields.take(name);
  const [first = null, ...others] = listOf(value);
  const said = isTable(first) ? (first.url ?? first.href ?? null) : first;
  const address = webAddress(said);
  // What is no address, or one of several, has no place here.
  if (address === '' || isTable(first)) fields.keep(name, value);
  else if (others.length > 0) fields.keep(`further-${name}`, others);
  if (address === '' && wordsOf(said) !== '')
    fields.tell('kept', name, `“${wordsOf(said).slice(0, 80)}” is no web address.`);
  return address;
}
