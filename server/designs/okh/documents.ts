import type { FileRole } from '../../../shared/designs/fileRoles.ts';
import { isTable } from './document.ts';
import { type Fields, listOf, oneLine, shortenedTo, webAddress, wordsOf } from './fields.ts';
import type { Plain } from './manifest.ts';

/** Fields that list documents, what these are, and whether the design tells them again by the role of its files. */
export const DOCUMENTS = [
  ['design-files', 'source', true],
  ['schematics', 'drawing', true],
  ['making-instructions', 'instructions', true],
  ['manufacturing-files', 'export', true],
  ['bom', 'partsList', true],
  ['software', 'software', true],
  ['tool-list', 'other', false],
  ['tool-settings', 'other', false],
  ['quality-instructions', 'other', false],
  ['operating-instructions', 'instructions', false],
  ['maintenance-instructions', 'instructions', false],
  ['disposal-instructions', 'other', false],
  ['risk-assessment', 'other', false],
] as const satisfies readonly (readonly [string, FileRole, boolean])[];

/** Entries with a path or an address, or only that. */
export function readDocuments(fields: Fields, name: string, role: FileRole, isTold: boolean): void {
  const remembered: Plain[] = [];
  let elsewhere = 0;
  for (const each of listOf(fields.take(name))) {
    const words = isTable(each) ? wordsOf(each.path ?? each.url ?? null) : wordsOf(each);
    const path = fields.file(words, role, name);
    if (path === null && webAddress(words) !== '') elsewhere += 1;
    if (path !== null && !isTold) remembered.push(isTable(each) ? { ...each, path } : path);
    else if (path === null && words.trim() !== '' && webAddress(words) !== '') remembered.push(each);
    else if (path === null && isTable(each) && words === '') remembered.push(each);
  }
  if (elsewhere > 0)
    fields.tell('kept', name, 'Addresses elsewhere stay links: nothing is fetched from there.');
  fields.keep(
    name,
    remembered.length === 1 && typeof remembered[0] === 'string' ? remembered[0] : remembered,
  );
}

/** Key words, each once, whether they stand in a list or in one line. */
export function tagsOf(fields: Fields): string[] {
  const words = listOf(fields.take('keywords')).flatMap((each) => wordsOf(each).split(/[,;]/));
  return [...new Set(words.map((word) => shortenedTo(oneLine(word), 40)))]
    .filter((word) => word !== '')
    .slice(0, 50);
}
