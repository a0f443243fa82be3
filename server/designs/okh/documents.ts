import type { FileRole } from '../../../shared/designs/fileRoles.ts';
import { isTable } from './document.ts';
import { type Fields, isPathLike, listOf, oneLine, shortenedTo, webAddress, wordsOf } from './fields.ts';
import type { Plain, PlainTable } from './manifest.ts';

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

/** Entries with a path or an address, or only that; the title of a document says what its file shows. */
export function readDocuments(fields: Fields, name: string, role: FileRole, isTold: boolean): void {
  const remembered: Plain[] = [];
  for (const each of listOf(fields.take(name))) {
    const words = isTable(each) ? wordsOf(each.path ?? each.url ?? null) : wordsOf(each);
    // A tool is no file, though it is one word.
    const isTool = name === 'tool-list' && !isTable(each) && !/[./\\]/.test(words);
    const path = isTool ? null : fields.file(words, role, name, isTable(each) ? titleOf(each) : '');
    if (path === null) {
      const isElsewhere = webAddress(words) !== '';
      if (isElsewhere) fields.elsewhere(name);
      if (isElsewhere || isTool || isTable(each) || !isPathLike(words.trim())) remembered.push(each);
    } else if (isTable(each) && (!isTold || Object.keys(each).some((key) => !TOLD_OF_DOCUMENTS.has(key))))
      remembered.push({ ...each, path });
    else if (!isTold) remembered.push(path);
  }
  fields.keep(
    name,
    remembered.length === 1 && typeof remembered[0] === 'string' ? remembered[0] : remembered,
  );
}

/** What a design says of its files itself. */
const TOLD_OF_DOCUMENTS = new Set(['path', 'title']);

const titleOf = ({ title, name, description }: PlainTable): string =>
  wordsOf(title ?? name ?? description ?? null);

/** Key words, each once, whether they stand in a list or in one line. */
export function tagsOf(fields: Fields): string[] {
  const words = listOf(fields.take('keywords')).flatMap((each) =>
    wordsOf(each).split(/[,;]|\s-\s?(?=\p{L})/u),
  );
  return [...new Set(words.map((word) => shortenedTo(oneLine(word), 40)))]
    .filter((word) => word !== '')
    .slice(0, 50);
}
