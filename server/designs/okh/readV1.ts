import type { PartLine } from '../../../shared/designs/partLines.ts';
import { isTable } from './document.ts';
import { DOCUMENTS, readDocuments, tagsOf } from './documents.ts';
import { EntryIds } from './entryIds.ts';
import {
  Fields,
  isPathLike,
  listOf,
  manyLines,
  oneLine,
  shortenedTo,
  webAddress,
  wordsOf,
} from './fields.ts';
import { readLicence } from './licences.ts';
import type { Plain, PlainTable, ReadManifest } from './manifest.ts';
import { madeLine } from './parts.ts';
import { readCredits } from './people.ts';
import { remainsOf } from './remains.ts';
import { addressOf, languageOf } from './repairing.ts';
import { readDocumentation, readStage, readTechnology } from './vocabulary.ts';
import { isLong, partsInWords, storyOf } from './words.ts';

/** The first family: a table out of YAML. */
export function readV1(table: PlainTable, remarks: ReadManifest['remarks']): ReadManifest {
  const fields = new Fields(table, remarks);
  const ids = new EntryIds();
  for (const name of ['okh-manifest-version', 'okh:manifest-version', 'okhv', '$schema']) fields.take(name);
  const description = wordsOf(fields.take('description'));
  const use = fields.take('intended-use');
  fields.keep('intended-use', use);
  readFiles(fields);
  const content: ReadManifest['content'] = {
    title: fields.line(120, 'title', 'longTitle', 'name').replace(LEFT_OF_TEMPLATE, ''),
    purpose: purposeOf(description),
    story: storyOf(isLong(description) ? description : '', listOf(use).map(wordsOf).join(', ')),
    tags: tagsOf(fields),
    version: fields.line(60, 'version'),
    ...licencesOf(fields),
    ...languageOf(fields),
    safety: manyLines(wordsOf(fields.take('health-safety-notice')))
      .slice(0, 20_000)
      .toWellFormed(),
    ...readinessOf(fields),
    attributions: readCredits(fields, ids),
    links: {
      repository: addressOf(fields, 'repository') || addressOf(fields, 'repo'),
      documentation: addressOf(fields, 'documentation-home') || addressOf(fields, 'documentation'),
      project: addressOf(fields, 'project-link'),
    },
  };
  for (const name of ['made', 'made-independently']) {
    const made = fields.take(name);
    fields.keep(name, typeof made === 'string' ? (YES_OR_NO[made.trim().toLowerCase()] ?? made) : made);
  }
  const listed = partsOfWords(fields, ids);
  for (const [name, role, isTold] of DOCUMENTS)
    if (name !== 'bom' || listed.length === 0) readDocuments(fields, name, role, isTold);
  readImages(fields);
  const { lines, raw } = subParts(fields, ids);
  if (lines.length + listed.length > 0) content.parts = [...lines, ...listed];
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

/** What the template says of a field, where it is no comment: in words over several lines. */
const LEFT_OF_TEMPLATE = /\s+# (?:required|recommended|text)\b.*$/i;

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

function licencesOf(
  fields: Fields,
): Partial<Pick<ReadManifest['content'], 'licence' | 'documentationLicence' | 'softwareLicence'>> {
  const value = fields.take('license', 'licence');
  if (!isTable(value)) return { licence: readLicence(wordsOf(value), 'license', fields) };
  const [hardware, documentation, software] = ['hardware', 'documentation', 'software'].map((of) =>
    readLicence(wordsOf(value[of]), `license.${of}`, fields),
  );
  const others = Object.entries(value).filter(
    ([key]) => !['hardware', 'documentation', 'software'].includes(key),
  );
  const [other] = others;
  fields.keep('license', hardware || documentation || software ? Object.fromEntries(others) : null);
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

/** The first family has a word for how far the thing is; some files have the second one's levels. */
function readinessOf(
  fields: Fields,
): Pick<ReadManifest['content'], 'technologyReadiness' | 'documentationReadiness'> {
  const level = readTechnology(wordsOf(fields.take('technology-readiness-level')));
  const stage = wordsOf(fields.take('development-stage'));
  fields.keep('development-stage', stage);
  const made = fields.take('made-independently');
  fields.keep('made-independently', made);
  const technologyReadiness = level ?? readStage(stage, made === true);
  if (level === null && technologyReadiness !== null)
    fields.tell('repaired', 'development-stage', `“${stage.trim()}” is read as ${technologyReadiness}.`);
  const documentation = readDocumentation(wordsOf(fields.take('documentation-readiness-level')));
  return {
    ...(technologyReadiness === null ? {} : { technologyReadiness }),
    ...(documentation === null ? {} : { documentationReadiness: documentation }),
  };
}

/** `files`, with what each is: no field of the format, and yet in use. */
function readFiles(fields: Fields): void {
  const files = fields.take('files');
  fields.keep('files', files);
  for (const each of listOf(files)) {
    const type = isTable(each) ? wordsOf(each.type ?? each.role ?? null).toLowerCase() : '';
    const role = ROLES.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
    fields.file(
      isTable(each) ? wordsOf(each.path ?? each.location ?? null) : wordsOf(each),
      role,
      'files',
      isTable(each) ? wordsOf(each.title ?? each.name ?? each.description ?? null) : '',
    );
  }
}

const ROLES = [
  [/bom|bill|parts/, 'partsList'],
  [/drawing|schematic/, 'drawing'],
  [/cad|source|design/, 'source'],
  [/instruction|manual|documentation|guide/, 'instructions'],
  [/image|photo|picture/, 'picture'],
  [/software|firmware/, 'software'],
  [/export|manufactur|print/, 'export'],
] as const;

/** A list of parts in words, where the format has the path of one. */
function partsOfWords(fields: Fields, ids: EntryIds): PartLine[] {
  const bom = fields.take('bom');
  fields.keep('bom', bom);
  if (typeof bom !== 'string' || webAddress(bom) !== '' || isPathLike(bom.trim())) return [];
  const parts = partsInWords(bom, ids);
  if (parts.length > 0)
    fields.tell(
      'repaired',
      'bom',
      `A list in words is read as ${parts.length} parts. Look at the quantities.`,
    );
  return parts;
}

function readImages(fields: Fields): void {
  const elsewhere: Plain[] = [];
  for (const each of listOf(fields.take('image'))) {
    const path = fields.file(
      isTable(each) ? wordsOf(each.path ?? each.location) : wordsOf(each),
      'picture',
      'image',
    );
    const said = isTable(each) ? wordsOf(each.path ?? each.location ?? each.url ?? null) : wordsOf(each);
    if (path === null && webAddress(said) !== '') fields.elsewhere('image');
    if (path === null && said !== '') elsewhere.push(isTable(each) ? each : said.trim());
  }
  fields.keep('image', elsewhere.length === 1 ? (elsewhere[0] ?? null) : elsewhere);
}

/** What it is made of, by title and address; each becomes a line. */
function subParts(fields: Fields, ids: EntryIds): { lines: PartLine[]; raw: PlainTable } {
  const lines: PartLine[] = [];
  const raw: PlainTable = {};
  for (const each of listOf(fields.take('sub-parts', 'sub')).slice(0, 2000)) {
    const address = isTable(each) ? webAddress(each.web ?? each.manifest ?? null) : webAddress(each);
    if (typeof each === 'string' && /^(?:undefined|null|\s)*$/.test(each)) continue;
    const title =
      shortenedTo(oneLine(isTable(each) ? wordsOf(each.title ?? each.name) : wordsOf(each)), 160) ||
      address.slice(0, 160);
    if (title === '') continue;
    const line = { ...madeLine(ids.of('sub', title), title), note: address };
    lines.push(line);
    if (isTable(each)) raw[line.id] = each;
  }
  return { lines, raw };
}
