import type { DesignFile, DraftContent } from '../../../shared/designs/content.ts';
import type { FileRole } from '../../../shared/designs/fileRoles.ts';
import type { PartLine } from '../../../shared/designs/partLines.ts';
import { isTable } from './document.ts';
import { listOf, oneLine, shortenedTo, webAddress } from './fields.ts';
import type { Leaving } from './leaving.ts';
import type { Plain, PlainTable } from './manifest.ts';
import { readDimensions, readMass } from './measures.ts';
import { machinesOf } from './parts.ts';
import { lineOfPerson, tableOfPerson } from './people.ts';
import { filled, keptOf, oneOrMore, pathsIn, withKept, withRest } from './tables.ts';
import { LOSH_FIELDS, onlyValid, PART_FIELDS } from './validate.ts';
import { readTechnologyCode, type Technology, technologyOf } from './vocabulary.ts';
import { apartOf } from './words.ts';

/** The version of the format that is written. */
const FORMAT = '2.4';
const MOST_PARTS = 2000;

/** The table of `okh.toml`, without the field of ours. */
export function loshTable({ content, revision, url, authors, beside }: Leaving): PlainTable {
  const { fields, ofParts, ofPeople } = keptOf(content, 'okh-losh');
  const kept = onlyValid(fields, LOSH_FIELDS);
  const { repository, project, documentation } = content.links;
  const licensors = content.attributions.filter(({ role }) => role === 'licensor');
  const parts = content.parts
    .map((line) => partTable(line, content.files, ofParts[line.id]))
    .filter((part) => part !== null)
    .slice(0, MOST_PARTS);
  const told = new Set(pathsIn(parts));
  for (const name of ['user-manual', 'readme', 'contribution-guide'])
    for (const path of pathsIn(kept[name])) told.add(path);
  const of = (...roles: FileRole[]) =>
    content.files.filter(({ path, role }) => roles.includes(role) && !told.has(path)).map(({ path }) => path);
  const paths = (name: string, ...values: string[]) => oneOrMore(withKept(values, kept[name]));
  const table: PlainTable = {
    okhv: FORMAT,
    name: content.title,
    repo: webAddress(repository) || webAddress(project) || webAddress(documentation) || url,
    version: content.version || String(revision),
    license: content.licence,
    // Not of the format, and in use: nobody who made it goes without credit.
    keywords: content.tags,
    contributors: credited(content, 'contributor', ofPeople),
    contact: kept.contact ?? credited(content, 'author', ofPeople),
    'manifest-author': credited(content, 'manifestAuthor', ofPeople),
    licensor: oneOrMore(licensors.length > 0 ? licensors.map(lineOfPerson) : fallback(content, authors)),
    organization: kept.organization ?? licensors[0]?.organization ?? '',
    'project-link': webAddress(project),
    'documentation-home': webAddress(documentation),
    readme: kept.readme ?? beside.readme ?? '',
    image: paths('image', ...of('picture').filter((path) => !namesLocation(kept.image, path))),
    'documentation-language': kept['documentation-language'] ?? content.language,
    'technology-readiness-level': content.technologyReadiness,
    'documentation-readiness-level': content.documentationReadiness,
    function: functionOf(content),
    bom: paths('bom', ...(beside.partsList === undefined ? [] : [beside.partsList]), ...of('partsList')),
    'manufacturing-instructions': paths(
      'manufacturing-instructions',
      ...(beside.instructions === undefined ? [] : [beside.instructions]),
      ...of('instructions'),
    ),
    source: paths('source', ...of('source', 'drawing')),
    export: paths('export', ...of('export')),
    auxiliary: paths('auxiliary', ...of('other', 'software')),
    tsdc: oneOrMore(technologiesIn(fields.tsdc)),
    mass: readMass(parameter(content, 'okh-mass')),
    'outer-dimensions': sizeOf(content),
    part: parts,
  };
  return filled(withRest(table, kept));
}

function fallback({ attributions, title }: DraftContent, authors: readonly string[]): string[] {
  const named = attributions
    .filter(({ role }) => role === 'author' || role === 'contributor')
    .map(lineOfPerson);
  if (named.length > 0) return [...new Set(named)];
  return authors.length > 0 ? [...authors] : [`The authors of ${title}`];
}

/** Where the story begins with what it is for, all of it is told; the reader shortens it again. */
function functionOf({ purpose, story, title }: DraftContent): string {
  const { description } = apartOf(story);
  const isWhole = purpose.endsWith('…') && shortenedTo(oneLine(description), 500) === purpose;
  return isWhole ? description : purpose || title;
}

const credited = (
  { attributions }: DraftContent,
  wanted: 'contributor' | 'author' | 'manifestAuthor',
  ofPeople: PlainTable,
): PlainTable[] =>
  attributions.filter(({ role }) => role === wanted).map((each) => tableOfPerson(each, ofPeople));

const namesLocation = (kept: Plain | undefined, path: string): boolean =>
  listOf(kept ?? null).some((each) => isTable(each) && each.location === path);

function parameter({ parameters }: DraftContent, id: string): string {
  const found = parameters.find((each) => each.id === id);
  return found === undefined ? '' : `${found.value}${found.unit}`;
}

function sizeOf(content: DraftContent): PlainTable | null {
  const [width, depth, height] = ['width', 'depth', 'height'].map((side) =>
    parameter(content, `okh-${side}`),
  );
  const size = readDimensions({ width: width ?? '', depth: depth ?? '', height: height ?? '' });
  return size === null ? null : { ...size };
}

/** Null where no file says how it is made: such a line stands in the table of parts alone. */
function partTable(
  line: PartLine,
  files: readonly DesignFile[],
  leftover: Plain | undefined,
): PlainTable | null {
  const kept = isTable(leftover) ? onlyValid(leftover, PART_FIELDS) : {};
  const roles = new Map(files.map(({ path, role }) => [path, role]));
  const of = (wanted: 'picture' | 'export' | 'source') =>
    line.files.filter((path) => kindOf(path, roles.get(path)) === wanted);
  const source = withKept(of('source'), kept.source);
  const exported = withKept(of('export'), kept.export);
  if (source.length === 0 && exported.length === 0) return null;
  const codes = listOf(isTable(leftover) ? (leftover.tsdc ?? null) : null).filter((code) =>
    machinesOf([code]).every((kind) => line.machines.includes(kind)),
  );
  const covered = new Set(machinesOf(codes));
  const further = line.machines
    .filter((kind) => !covered.has(kind))
    .flatMap((kind) => technologyOf(kind) ?? []);
  const table: PlainTable = {
    name: line.name,
    image: oneOrMore(of('picture')),
    tsdc: oneOrMore([...new Set([...technologiesIn(codes), ...further])]),
    material: line.material,
    quantity: line.quantity === 1 ? null : line.quantity,
    source: oneOrMore(source),
    export: oneOrMore(exported),
    mass: line.mass === null || line.mass === 0 ? null : readMass(String(line.mass * 1000)),
  };
  return filled(withRest(table, kept));
}

/** Those that the format knows. */
const technologiesIn = (codes: Plain | undefined): Technology[] =>
  listOf(codes ?? null).flatMap((code) => (typeof code === 'string' ? (readTechnologyCode(code) ?? []) : []));

/** Files that are not there are told by their endings. */
function kindOf(path: string, role: FileRole | undefined): 'picture' | 'export' | 'source' {
  if (role === 'picture' || (role === undefined && /\.(jpe?g|png|webp|gif|svg)$/i.test(path)))
    return 'picture';
  if (role === 'export' || (role === undefined && /\.(stl|pdf|dxf|gcode|step|stp|3mf|zip)$/i.test(path)))
    return 'export';
  return 'source';
}
