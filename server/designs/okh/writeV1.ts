import type { DraftContent } from '../../../shared/designs/content.ts';
import { DOCUMENTS } from './documents.ts';
import { oneLine, shortenedTo, webAddress } from './fields.ts';
import type { Leaving } from './leaving.ts';
import type { PlainTable } from './manifest.ts';
import { tableOfPerson } from './people.ts';
import { filled, keptOf, oneOrMore, pathsIn, withKept } from './tables.ts';
import { onlyValid, V1_FIELDS } from './validate.ts';

const MOST_PARTS = 2000;
/** Fields whose value is one path or address. */
const SINGLE = new Set(['bom', 'tool-list']);

/** The table of `okh.yml`, without the field of ours. */
export function v1Table({ content, revision, url, authors, beside }: Leaving): PlainTable {
  const { fields, ofParts } = keptOf(content, 'okh-v1');
  const kept = onlyValid(fields, V1_FIELDS);
  const { project, documentation } = content.links;
  const people = (role: 'licensor' | 'contributor' | 'author' | 'manifestAuthor') =>
    content.attributions.filter((each) => each.role === role).map(tableOfPerson);
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
  return filled({
    ...kept,
    title: content.title,
    description: descriptionOf(content),
    keywords: content.tags,
    'project-link': webAddress(project) || (webAddress(documentation) ? '' : url),
    'documentation-home': webAddress(documentation),
    'health-safety-notice': content.safety,
    contact: kept.contact ?? oneOrMore(contacts),
    contributors: people('contributor'),
    image: oneOrMore(withKept(picturesOf(content), kept.image)),
    version: content.version || String(revision),
    license: filled({
      hardware: content.licence,
      documentation: content.documentationLicence,
      software: content.softwareLicence,
    }),
    licensor:
      licensors.length > 0 ? oneOrMore(licensors) : { name: authors[0] ?? `The authors of ${content.title}` },
    'manifest-author': oneOrMore(manifestAuthors),
    'documentation-language': kept['documentation-language'] ?? content.language,
    ...documentsOf(content, kept, beside),
    'sub-parts': parts.slice(0, MOST_PARTS),
  });
}

/** The story where it begins with what the design is for: then the one is the other's first paragraph. */
function descriptionOf({ purpose, story, title }: DraftContent): string {
  const first = story.trim().split(/\n\s*\n/)[0] ?? '';
  if (purpose !== '' && shortenedTo(oneLine(first), 500) === purpose) return story;
  return purpose || title;
}

const picturesOf = ({ files }: DraftContent): string[] =>
  files.filter(({ role }) => role === 'picture').map(({ path }) => path);

function documentsOf({ files }: DraftContent, kept: PlainTable, beside: Leaving['beside']): PlainTable {
  const told = new Set(DOCUMENTS.filter(([, , isTold]) => !isTold).flatMap(([name]) => pathsIn(kept[name])));
  const table: PlainTable = {};
  for (const [name, role, isTold] of DOCUMENTS) {
    if (!isTold) continue;
    const written =
      name === 'bom' ? beside.partsList : name === 'making-instructions' ? beside.instructions : undefined;
    const paths = files.filter((file) => file.role === role && !told.has(file.path)).map(({ path }) => path);
    const all = written === undefined ? paths : [written, ...paths];
    const entries = withKept(all, kept[name]);
    const [first = null] = entries;
    table[name] = SINGLE.has(name)
      ? first
      : entries.map((each) => (typeof each === 'string' ? { path: each } : each));
  }
  return table;
}
