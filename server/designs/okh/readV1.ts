import type { PartLine } from '../../../shared/designs/partLines.ts';
import { isTable } from './document.ts';
import { DOCUMENTS, readDocuments, tagsOf } from './documents.ts';
import { EntryIds } from './entryIds.ts';
import { Fields, listOf, manyLines, oneLine, shortenedTo, webAddress, wordsOf } from './fields.ts';
import { readLicence } from './licences.ts';
import type { Plain, PlainTable, ReadManifest } from './manifest.ts';
import { emptyLine } from './parts.ts';
import { type Attribution, readPeople } from './people.ts';
import { remainsOf } from './remains.ts';
import { addressOf, languageOf } from './repairing.ts';

/** The first family: a table out of YAML. */
export function readV1(table: PlainTable, remarks: ReadManifest['remarks']): ReadManifest {
  const fields = new Fields(table, remarks);
  const ids = new EntryIds();
  fields.take('okh-manifest-version', 'okhv');
  const description = wordsOf(fields.take('description'));
  const content: ReadManifest['content'] = {
    title: fields.line(120, 'title', 'name'),
    purpose: purposeOf(description),
    story:
      oneLine(description).length > 500 || /\n\s*\n/.test(description.trim()) ? storyOf(description) : '',
    tags: tagsOf(fields),
    version: fields.line(60, 'version'),
    ...licencesOf(fields),
    ...languageOf(fields),
    safety: manyLines(wordsOf(fields.take('health-safety-notice')))
      .slice(0, 20_000)
      .toWellFormed(),
    attributions: peopleOf(fields, ids),
    links: {
      repository: '',
      documentation: addressOf(fields, 'documentation-home'),
      project: addressOf(fields, 'project-link'),
    },
  };
  for (const name of ['made', 'made-independently']) {
    const made = fields.take(name);
    fields.keep(name, typeof made === 'string' ? (YES_OR_NO[made.trim().toLowerCase()] ?? made) : made);
  }
  for (const [name, role, isTold] of DOCUMENTS) readDocuments(fields, name, role, isTold);
  readImages(fields);
  const { lines, raw } = subParts(fields, ids);
  if (lines.length > 0) content.parts = lines;
  content.exchange = remainsOf('okh-v1', fields, raw, KNOWN);
  return {
    kind: 'read',
    family: 'okh-v1',
    content,
    files: [...fields.files.values()],
    remarks,
    complete: false,
    leaveOut: [],
  };
}

const YES_OR_NO: Record<string, boolean> = { yes: true, true: true, no: false, false: false };

/** Fields that the family knows and a design has no place for. */
const KNOWN = new Set<string>([
  'intended-use',
  'made',
  'made-independently',
  'manifest-language',
  'development-stage',
  'date-created',
  'date-updated',
  'archive-download',
  'standards-used',
  'derivative-of',
  'variant-of',
  'documentation-language',
  'image',
  'manifest-is-translation',
  'documentation-is-translation',
  'contact',
  ...DOCUMENTS.map(([name]) => name),
]);

/** The first paragraph. */
function purposeOf(description: string): string {
  const paragraph = description.trim().split(/\n\s*\n/)[0] ?? '';
  return shortenedTo(oneLine(paragraph), 500);
}
const storyOf = (description: string): string => manyLines(description).slice(0, 300_000).toWellFormed();

function licencesOf(
  fields: Fields,
): Partial<Pick<ReadManifest['content'], 'licence' | 'documentationLicence' | 'softwareLicence'>> {
  const value = fields.take('license', 'licence');
  if (!isTable(value)) return { licence: readLicence(wordsOf(value), 'license', fields) };
  const [hardware, documentation, software] = ['hardware', 'documentation', 'software'].map((of) =>
    readLicence(wordsOf(value[of]), `license.${of}`, fields),
  );
  const other = Object.entries(value).find(
    ([key]) => !['hardware', 'documentation', 'software'].includes(key),
  );
  const licence =
    hardware || documentation || software || (other ? readLicence(wordsOf(other[1]), 'license', fields) : '');
  if (!hardware && licence) {
    fields.tell(
      'repaired',
      'license.hardware',
      `No licence is said for the hardware: ${licence} is taken. Look whether that is meant.`,
    );
  }
  return {
    licence,
    // One that says the same as the hardware's is not said twice.
    documentationLicence: documentation === licence ? '' : (documentation ?? ''),
    softwareLicence: software === licence ? '' : (software ?? ''),
  };
}

function peopleOf(fields: Fields, ids: EntryIds): Attribution[] {
  const contact = fields.take('contact');
  const isAddress = typeof contact === 'string' && webAddress(contact) !== '';
  if (isAddress) fields.keep('contact', contact);
  return [
    ...readPeople(fields.take('licensor'), 'licensor', ids),
    ...readPeople(fields.take('contributors'), 'contributor', ids),
    ...(isAddress ? [] : readPeople(contact, 'author', ids)),
    ...readPeople(fields.take('manifest-author'), 'manifestAuthor', ids),
  ].slice(0, 300);
}

function readImages(fields: Fields): void {
  const elsewhere: Plain[] = [];
  for (const each of listOf(fields.take('image'))) {
    const path = fields.file(
      isTable(each) ? wordsOf(each.path ?? each.location) : wordsOf(each),
      'picture',
      'image',
    );
    if (path === null && webAddress(wordsOf(each)) !== '') elsewhere.push(wordsOf(each).trim());
  }
  if (elsewhere.length > 0)
    fields.tell('kept', 'image', 'The picture stays where it is: addresses are not fetched.');
  fields.keep('image', elsewhere.length === 1 ? (elsewhere[0] ?? null) : elsewhere);
}

/** What it is made of, by title and address; each becomes a line. */
function subParts(fields: Fields, ids: EntryIds): { lines: PartLine[]; raw: PlainTable } {
  const lines: PartLine[] = [];
  const raw: PlainTable = {};
  for (const each of listOf(fields.take('sub-parts', 'sub')).slice(0, 2000)) {
    const address = isTable(each) ? webAddress(each.web ?? each.manifest ?? null) : webAddress(each);
    const title =
      shortenedTo(oneLine(isTable(each) ? wordsOf(each.title ?? each.name) : wordsOf(each)), 160) ||
      address.slice(0, 160);
    if (title === '') continue;
    const line = { ...emptyLine(ids.of('sub', title), title), note: address };
    lines.push(line);
    if (isTable(each)) raw[line.id] = each;
  }
  return { lines, raw };
}
