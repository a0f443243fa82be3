import { isTable } from './document.ts';
import { DOCUMENTS, readDocuments, tagsOf } from './documents.ts';
import { EntryIds } from './entryIds.ts';
import { Fields, isPathLike, listOf, oneLine, shortenedTo, webAddress, wordsOf } from './fields.ts';
import { readLicence } from './licences.ts';
import type { Plain, PlainTable, ReadManifest } from './manifest.ts';
import { readMass } from './measures.ts';
import { readParts } from './parts.ts';
import { readCredits } from './people.ts';
import { remainsOf } from './remains.ts';
import { addressOf, dimensionsFrom, languageOf } from './repairing.ts';
import { readDocumentation, readStage, readTechnology, readTechnologyCode } from './vocabulary.ts';
import { storyOf } from './words.ts';

/** Fields of one path or several, what a file there is, and whether the field must be remembered to tell it on the way out. */
const PATHS = [
  ['bom', 'partsList', false],
  ['manufacturing-instructions', 'instructions', false],
  ['user-manual', 'instructions', true],
  ['source', 'source', false],
  ['export', 'export', false],
  ['auxiliary', 'other', false],
  ['readme', 'other', true],
  ['contribution-guide', 'other', true],
] as const;

/** The second family, LOSH: a table out of TOML. */
export function readLosh(table: PlainTable, remarks: ReadManifest['remarks']): ReadManifest {
  const fields = new Fields(table, remarks);
  const ids = new EntryIds();
  for (const name of ['okhv', '$schema', 'okh-manifest-version']) fields.take(name);
  // Names of earlier vintages.
  for (const [name, old] of OLD_NAMES) fields.keep(name, fields.take(name, old));
  const purpose = wordsOf(fields.take('function', 'description'));
  // Those who mix both families say more in the other's field.
  const description = wordsOf(fields.take('description')) || purpose;
  const use = fields.take('intended-use');
  fields.keep('intended-use', use);
  // The first family's word for how far it is.
  const said = fields.take('development-stage');
  fields.keep('development-stage', said);
  const stage = readStage(wordsOf(said), false);
  const licences = licencesOf(fields);
  const organization = fields.take('organization');
  const attributions = readCredits(fields, ids);
  const first = attributions.find(({ role }) => role === 'licensor');
  const known = shortenedTo(oneLine(wordsOf(organization)), 160);
  if (first && first.organization === '') first.organization = known;
  if (
    listOf(organization).length > 1 ||
    isTable(listOf(organization)[0] ?? null) ||
    first?.organization !== known
  )
    fields.keep('organization', organization);
  const content: ReadManifest['content'] = {
    title: fields.line(120, 'name', 'title'),
    purpose: fields.fit(purpose, 500, 'function'),
    story: storyOf(
      description !== purpose || oneLine(purpose).length > 500 ? description : '',
      listOf(use).map(wordsOf).join(', '),
    ),
    tags: tagsOf(fields),
    version: fields.line(60, 'version'),
    ...licences,
    ...languageOf(fields),
    technologyReadiness: readinessOf(fields, 'technology-readiness-level', readTechnology) ?? stage,
    documentationReadiness: readinessOf(fields, 'documentation-readiness-level', readDocumentation),
    attributions,
    parameters: parametersOf(fields),
    links: {
      repository: addressOf(fields, 'repo'),
      documentation: addressOf(fields, 'documentation-home'),
      project: addressOf(fields, 'project-link'),
    },
  };
  for (const [name, role, isTold] of PATHS) readPaths(fields, name, role, isTold);
  readImages(fields);
  // Many mix the fields of both families.
  for (const [name, role] of DOCUMENTS) readDocuments(fields, name, role, false);
  const codes = listOf(fields.take('tsdc')).flatMap(codesIn);
  if (codes.length > 0) fields.keep('tsdc', codes.length === 1 ? (codes[0] ?? null) : codes);
  const { lines, leftovers } = readParts(fields, ids);
  if (lines.length > 0) content.parts = lines;
  content.exchange = remainsOf('okh-losh', fields, leftovers, KNOWN);
  return {
    kind: 'read',
    family: 'okh-losh',
    content,
    files: [...fields.files.values()],
    remarks,
    complete: false,
    leaveOut: [],
  };
}

const OLD_NAMES = [
  ['standard-compliance', 'standard'],
  ['cpc-patent-class', 'patent-class'],
  ['bom', 'simplified-bom'],
  ['manufacturing-instructions', 'manufacturing-instruction'],
  ['operating-instructions', 'operation-instructions'],
  ['organization', 'organisation'],
  ['tsdc', 'tsdc-id'],
  ['technology-readiness-level', 'open-technology-readiness-level'],
] as const;

/** `ASM-MEC` are two. */
const codesIn = (value: Plain): Plain[] => {
  const codes = wordsOf(value)
    .split(/[\s,;/-]+/)
    .map(readTechnologyCode);
  return codes.length > 0 && codes.every((code) => code !== null) ? codes : [value];
};

/** Fields that the family knows and a design has no place for. */
const KNOWN = new Set<string>([
  ...DOCUMENTS.map(([name]) => name),
  'intended-use',
  'development-stage',
  'contact',
  'fork-of',
  'release',
  'attestation',
  'publication',
  'standard-compliance',
  'cpc-patent-class',
  'tsdc',
  'rdf',
  'software',
  'organization',
  'documentation-language',
  'user-manual',
  'readme',
  'contribution-guide',
  'image',
  'source',
  'export',
  'bom',
  'auxiliary',
  'manufacturing-instructions',
]);

function licencesOf(
  fields: Fields,
): Pick<ReadManifest['content'], 'licence' | 'documentationLicence' | 'softwareLicence'> {
  const value = fields.take('license', 'licence', 'spdx-license');
  if (!isTable(value)) {
    const words = listOf(value)
      .map(wordsOf)
      .filter((each) => each !== '')
      .join(' AND ');
    return { licence: readLicence(words, 'license', fields) };
  }
  return {
    licence: readLicence(wordsOf(value.hardware ?? value.documentation ?? value), 'license.hardware', fields),
    documentationLicence: readLicence(wordsOf(value.documentation), 'license.documentation', fields),
    softwareLicence: readLicence(wordsOf(value.software), 'license.software', fields),
  };
}

function readinessOf<Level extends string>(
  fields: Fields,
  name: string,
  read: (words: string) => Level | null,
): Level | null {
  const words = wordsOf(fields.take(name)).trim();
  if (words === '') return null;
  const level = read(words);
  if (level === null) fields.tell('lost', name, `“${words.slice(0, 40)}” is on no scale of readiness.`);
  else if (level !== words) fields.tell('repaired', name, `“${words.slice(0, 40)}” is read as ${level}.`);
  return level;
}

/** What the design has parameters for: its mass and its size. */
function parametersOf(fields: Fields): NonNullable<ReadManifest['content']['parameters']> {
  const dimensions = fields.take('outer-dimensions', 'outer-dimension');
  fields.take('outer-dimension-dim');
  const size = dimensionsFrom(dimensions, 'outer-dimensions', fields);
  const mass = fields.take('mass');
  const grams = readMass(mass);
  if (grams === null && mass !== null) fields.tell('lost', 'mass', 'It is no positive mass.');
  return [
    ...(grams === null ? [] : [{ id: 'okh-mass', name: 'Mass', value: String(grams), unit: 'g' }]),
    ...(size === null
      ? []
      : (['width', 'depth', 'height'] as const).map((side) => ({
          id: `okh-${side}`,
          name: `${side[0]?.toUpperCase()}${side.slice(1)}`,
          value: String(size[side]),
          unit: 'mm',
        }))),
  ];
}

function readPaths(
  fields: Fields,
  name: string,
  role: 'partsList' | 'instructions' | 'source' | 'export' | 'other',
  isTold: boolean,
): void {
  const elsewhere: Plain[] = [];
  for (const each of listOf(fields.take(name))) {
    const words = isTable(each) ? wordsOf(each.location ?? each.path ?? each.url ?? null) : wordsOf(each);
    const path = fields.file(
      words,
      role,
      name,
      isTable(each) ? wordsOf(each.title ?? each.name ?? null) : '',
    );
    if (path === null && words !== '' && webAddress(words) !== '') {
      elsewhere.push(each);
      fields.elsewhere(name);
    } else if (path === null && words !== '' && !isPathLike(words.trim())) elsewhere.push(each);
    else if (path !== null && isTold) elsewhere.push(path);
  }
  fields.keep(name, elsewhere.length === 1 ? (elsewhere[0] ?? null) : elsewhere);
}

function readImages(fields: Fields): void {
  const elsewhere: Plain[] = [];
  for (const each of listOf(fields.take('image'))) {
    const words = isTable(each) ? wordsOf(each.location ?? each.path ?? null) : wordsOf(each);
    const path = fields.file(words, 'picture', 'image', isTable(each) ? wordsOf(each.depicts) : '');
    if (path === null && webAddress(words) !== '') fields.elsewhere('image');
    if (path === null && words !== '') elsewhere.push(each);
    if (path !== null && isTable(each)) elsewhere.push({ ...each, location: path });
  }
  fields.keep('image', elsewhere.length === 1 ? (elsewhere[0] ?? null) : elsewhere);
}
