import {
  type ContentChange,
  entriesOf,
  idOfEntry,
  type KeyedList,
  keyedLists,
} from '../../../shared/designs/changes.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';
import { pinnedRevision, price } from '../../../shared/designs/partLines.ts';
import { t } from '../../catalogue/designTexts.ts';
import { priceInWords, quantityInWords } from '../figures.ts';
import { numberTyped } from './measures.ts';

const words = t.draft.changes;
type SetChange = Extract<ContentChange, { kind: 'set' }>;
const LONGEST = 60;

/** What an entry of a list is called; empty for what has no name. */
export const nameOf = (entry: unknown): string => {
  if (typeof entry !== 'object' || entry === null) return '';
  const fields = ['name', 'title', 'path', 'what', 'module'];
  const names = fields.map((field): unknown => Reflect.get(entry, field));
  return String(names.find((name) => typeof name === 'string' && name !== '') ?? '');
};

const nameIn = (content: DraftContent, list: KeyedList, id: string): string =>
  nameOf(entriesOf(content, list).find((entry) => idOfEntry(list, entry) === id)) || id;

/** A value where it is short enough to be read in a sentence; null else. */
export function shortly(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return words.nothing;
  if (typeof value === 'number') return numberTyped(value);
  if (typeof value === 'boolean') return value ? t.words.yes : t.words.no;
  if (typeof value === 'string') return value.length <= LONGEST && !value.includes('\n') ? value : null;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    const joined = value.join(', ');
    return joined.length <= LONGEST ? joined || words.nothing : null;
  }
  return null;
}

/** Where a change is, in words: `Part “Tube”, quantity`. */
export function placeInWords(change: ContentChange, content: DraftContent): string {
  if (change.kind !== 'set') {
    const name = 'value' in change ? nameOf(change.value) : nameIn(content, change.list, change.id);
    return words.entry(words.lists[change.list], name);
  }
  const [first = '', id, field] = change.at;
  const list = keyedLists.find((name) => name === first);
  if (list === undefined || id === undefined) return words.fields[first] ?? first;
  const name = nameIn(content, list, id);
  if (field === undefined) return words.entry(words.lists[list], name);
  return words.whereOf(words.lists[list], name, words.fields[field] ?? field);
}

/** Says what a field of a part holds where that is more than a plain value; null for the rest. */
function sayingOfPart({ at }: SetChange, content: DraftContent): (value: unknown) => string | null {
  const [list, id, field] = at;
  if (list !== 'parts') return () => null;
  if (field === 'quantity') {
    const unit = content.parts.find((line) => line.id === id)?.unit ?? 'piece';
    return (value) => (typeof value === 'number' ? quantityInWords(value, unit) : null);
  }
  return (value) => {
    const [paid, pinned] = [price.safeParse(value), pinnedRevision.safeParse(value)];
    if (field === 'price' && paid.success) return priceInWords(paid.data);
    return field === 'of' && pinned.success ? t.designPage.revision(pinned.data.revision) : null;
  };
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** One change as a short sentence without a full stop; names come from the content in which it was made. */
export function changeInWords(change: ContentChange, content: DraftContent): string {
  if (change.kind === 'set') {
    const where = capital(placeInWords(change, content));
    const say = sayingOfPart(change, content);
    const [from, to] = [say(change.from) ?? shortly(change.from), say(change.to) ?? shortly(change.to)];
    return from === null || to === null ? words.rewritten(where) : words.changed(where, from, to);
  }
  const what = words.lists[change.list];
  if (change.kind === 'move') return words.moved(what, nameIn(content, change.list, change.id));
  const name = nameOf(change.value) || change.id;
  return change.kind === 'add' ? words.added(what, name) : words.removed(what, name);
}

/** Fields that tell the same as a neighbour, or nothing to a person. */
const UNTOLD = ['written', 'changes', 'bytes', 'exchange'];

/** Those of the changes that are worth a line. */
export const toldChanges = (changes: readonly ContentChange[]): ContentChange[] =>
  changes.filter((change) => change.kind !== 'set' || !UNTOLD.includes(change.at.at(-1) ?? ''));
