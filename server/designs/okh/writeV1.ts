import type { DraftContent } from '../../../shared/designs/content.ts';
import { isTable } from './document.ts';
import { DOCUMENTS } from './documents.ts';
import { listOf, oneLine, shortenedTo, webAddress, wordsOf } from './fields.ts';
import type { Leaving } from './leaving.ts';
import type { Plain, PlainTable } from './manifest.ts';
import { tableOfPerson } from './people.ts';
import { filled, keptOf, withKept, withRest } from './tables.ts';
import { onlyValid, V1_FIELDS } from './validate.ts';
import { readStage, stageIn } from './vocabulary.ts';
import { apartOf } from './words.ts';

const MOST_PARTS = 2000;
/** Fields whose value is one path or address. */
const SINGLE = new Set(['bom', 'tool-list']);

/** The table of `okh.yml`, without the field of ours. */
export function v1Table({ content, revision, url, authors, beside, built }: Leaving): PlainTable {
  const { fields, ofParts, ofPeople } = keptOf(content, 'okh-v1');
  const kept = onlyValid(asTables(fields), V1_FIELDS);
  const { project, documentation, repository } = content.links;
  const people = (role: 'licensor' | 'contributor' | 'author' | 'manifestAuthor') =>
    content.attributions.filter((each) => each.role === role).map((each) => tableOfPerson(each, ofPeople));
  const [licensors, contacts, manifestAuthors] = [
    people('licensor'),
    people('author'),
    people('manifestAuthor'),
  ];
  const parts = content.parts.flatMap((line) => {
    const raw = ofParts[line.id];
    if (raw !== undefined) return [raw];
    if (line.of === null) return [];
    return [
      {
        title: line.name,
        web: `${new URL(url).origin}/designs/${line.of.designId}?revision=${line.of.revision}`,
      },
    ];
  });
  const told: PlainTable = {
    title: content.title,
    description: descriptionOf(content),
    'intended-use': apartOf(content.story).intendedUse || kept['intended-use'] || null,
    keywords: [...new Set(content.tags)],
    'project-link': webAddress(project) || webAddress(repository) || (webAddress(documentation) ? '' : url),
    'documentation-home': webAddress(documentation),
    'health-safety-notice': content.safety,
    contact: contacts[0] ?? null,
    contributors: people('contributor'),
    // The format has place for one; the others stand in the field of ours.
    image: withKept(picturesOf(content), kept.image)[0] ?? null,
    version: content.version || String(revision),
    'development-stage': stageOf(content, kept),
    license: filled({
      hardware: content.licence,
      documentation: content.documentationLicence,
      software: content.softwareLicence,
    }),
    licensor: together(licensors) ?? { name: authors[0] ?? `The authors of ${content.title}` },
    // One without an address to write to is none to the format.
    'manifest-author': manifestAuthors.find(({ email }) => email !== undefined) ?? null,
    'documentation-language': kept['documentation-language'] ?? content.language,
    ...(built?.made ? { made: true } : {}),
    ...(built?.independently ? { 'made-independently': true } : {}),
    ...documentsOf(content, kept, beside),
    'sub-parts': parts.slice(0, MOST_PARTS),
  };
  return filled(withRest(told, kept));
}

/** The format has place for one: several are one group. */
function together(people: readonly PlainTable[]): PlainTable | null {
  const [first = null, ...others] = people;
  return others.length === 0 ? first : { name: people.map(({ name }) => wordsOf(name)).join(', ') };
}

/** Documents are tables, and so is what a design comes from. */
function asTables(fields: PlainTable): PlainTable {
  const tables: PlainTable = { ...fields };
  for (const [name] of DOCUMENTS) {
    if (SINGLE.has(name) || fields[name] === undefined) continue;
    tables[name] = listOf(fields[name]).map((each) => (typeof each === 'string' ? { path: each } : each));
  }
  for (const name of ['derivative-of', 'variant-of']) {
    const value = fields[name] ?? null;
    const [first = null] = listOf(value);
    if (typeof first === 'string') tables[name] = webAddress(first) ? { web: first } : { title: first };
    else if (Array.isArray(value)) tables[name] = first;
  }
  return tables;
}

/** As the manifest said it that it came from, where that still holds. */
function stageOf({ technologyReadiness }: DraftContent, kept: PlainTable): Plain {
  const said = wordsOf(kept['development-stage']);
  const isSame = readStage(said, kept['made-independently'] === true) === technologyReadiness;
  return said !== '' && (isSame || technologyReadiness === null) ? said : stageIn(technologyReadiness);
}

/** The story where it begins with what the design is for: then the one is the other's first paragraph. */
function descriptionOf({ purpose, story: whole, title }: DraftContent): string {
  const { description: story } = apartOf(whole);
  const first = story.trim().split(/\n\s*\n/)[0] ?? '';
  if (purpose !== '' && shortenedTo(oneLine(first), 500) === purpose) return story;
  return purpose || title;
}

const picturesOf = ({ files }: DraftContent): string[] =>
  files.filter(({ role }) => role === 'picture').map(({ path }) => path);

function documentsOf({ files }: DraftContent, kept: PlainTable, beside: Leaving['beside']): PlainTable {
  const told = new Set(
    DOCUMENTS.filter(([, , isTold]) => !isTold).flatMap(([name]) => listOf(kept[name] ?? null).map(pathOf)),
  );
  const table: PlainTable = {};
  for (const [name, role, isTold] of DOCUMENTS) {
    if (!isTold) continue;
    const written =
      name === 'bom' ? beside.partsList : name === 'making-instructions' ? beside.instructions : undefined;
    const known = listOf(kept[name] ?? null);
    const knownPaths = new Set(known.map(pathOf));
    const own = files.filter((file) => file.role === role && !told.has(file.path));
    if (SINGLE.has(name)) {
      table[name] = written ?? own[0]?.path ?? known[0] ?? null;
      continue;
    }
    const documents: Plain[] = own
      .filter(({ path }) => !knownPaths.has(path))
      .map(({ path, words }) => ({ path, ...(words === '' ? {} : { title: words }) }));
    table[name] = [...(written === undefined ? [] : [{ path: written }]), ...documents, ...known];
  }
  return table;
}

const pathOf = (value: Plain): string => (isTable(value) ? wordsOf(value.path ?? null) : wordsOf(value));
