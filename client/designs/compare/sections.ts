import { type ContentChange, type KeyedList, keyedLists } from '../../../shared/designs/changes.ts';
import { t } from '../../catalogue/designTexts.ts';
import { toldChanges } from '../draft/changeWords.ts';
import { renamed } from './byWord.ts';
import { nameOfEntry, type Sides } from './sides.ts';

/** The parts of a comparison, in the order in which a builder asks for them. */
export const sectionNames = [
  'licence',
  'parts',
  'parameters',
  'interfaces',
  'modules',
  'instances',
  'mates',
  'steps',
  'files',
  'about',
  'relations',
  'attributions',
] as const;
export type SectionName = (typeof sectionNames)[number];
export type What = 'added' | 'removed' | 'changed' | 'moved';

/** All that changed about one entry of a list, or one field of the whole. */
export interface ChangedEntry {
  key: string;
  list: KeyedList | null;
  name: string;
  what: What;
  changes: ContentChange[];
  before: object | undefined;
  after: object | undefined;
}

export interface ChangedSection {
  name: SectionName;
  entries: ChangedEntry[];
}

const STANDING = new Set([
  'licence',
  'documentationLicence',
  'softwareLicence',
  'technologyReadiness',
  'documentationReadiness',
]);

/** The list that a change is in; null: a field of the whole. */
export function listOf(change: ContentChange): KeyedList | null {
  if (change.kind !== 'set') return change.list;
  return keyedLists.find((name) => name === change.at[0] && change.at.length > 1) ?? null;
}

/** The field that a `set` is about, by its last name; empty where the whole entry was set. */
export const fieldOf = (change: Extract<ContentChange, { kind: 'set' }>): string =>
  change.at.length === 2 ? '' : (change.at.at(-1) ?? '');

export const fieldInWords = (field: string): string => {
  const said = t.lineage.fields[field] ?? t.draft.changes.fields[field] ?? field;
  return said.slice(0, 1).toUpperCase() + said.slice(1);
};

const idOf = (change: ContentChange): string =>
  change.kind === 'set' ? (change.at[1] ?? change.at[0] ?? '') : change.id;

const whatOf = ({ kind }: ContentChange): What => {
  if (kind === 'add') return 'added';
  if (kind === 'remove') return 'removed';
  return kind === 'move' ? 'moved' : 'changed';
};

/** Changes that are worth a line, gathered by what they are about; sections without any are left out. */
export function sectionsOf(changes: readonly ContentChange[], sides: Sides): ChangedSection[] {
  const sections = new Map<SectionName, Map<string, ChangedEntry>>();
  for (const change of toldChanges(changes)) {
    const list = listOf(change);
    const id = idOf(change);
    const name = list ?? (STANDING.has(id) ? 'licence' : 'about');
    const entries = sections.get(name) ?? new Map<string, ChangedEntry>();
    sections.set(name, entries);
    const known = entries.get(id);
    if (known) {
      known.changes.push(change);
      if (known.what === 'moved') known.what = whatOf(change);
    } else entries.set(id, entryOf(change, list, id, sides));
  }
  return sectionNames.flatMap((name) => {
    const entries = sections.get(name);
    return entries ? [{ name, entries: [...entries.values()] }] : [];
  });
}

function entryOf(
  change: ContentChange,
  list: KeyedList | null,
  id: string,
  { before, after }: Sides,
): ChangedEntry {
  const [old, now] = list === null ? [] : [before.entry(list, id), after.entry(list, id)];
  const value: unknown = 'value' in change ? change.value : null;
  // Said as what changed there: `Name: A → B` stands under the name that it had.
  const name = nameOfEntry(value) || nameOfEntry(old) || nameOfEntry(now);
  return {
    key: list === null ? id : `${list}/${id}`,
    list,
    name: list === null ? fieldInWords(id) : name,
    what: whatOf(change),
    changes: [change],
    before: old,
    after: now,
  };
}

/** What stands above an entry's changes, and the changes below it: a new name is said with the old one. */
export function headed({ list, name, changes }: ChangedEntry): {
  head: string;
  rest: readonly ContentChange[];
} {
  const rename = changes.find(
    (change) => change.kind === 'set' && list !== null && ['name', 'title'].includes(fieldOf(change)),
  );
  if (rename?.kind !== 'set') return { head: name, rest: changes };
  return {
    head: renamed(String(rename.from), String(rename.to)),
    rest: changes.filter((change) => change !== rename),
  };
}
