import type { z } from 'zod';
import { applyChanges } from '../../../shared/designs/applying.ts';
import {
  type ContentChange,
  type ContentConflict,
  entriesOf,
  idOfEntry,
  isSame,
  type KeyedList,
  keyedLists,
} from '../../../shared/designs/changes.ts';
import { type DraftContent, draftContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';

/** Characters of JSON that one draft may have. */
export const MOST_CHARACTERS = 20_000_000;
const MOST_MISTAKES = 20;

export interface Mistake {
  /** `parts.k3f9.quantity`. */
  path: string;
  message: string;
}
export type Saving =
  | { outcome: 'saved'; content: DraftContent; conflicts: ContentConflict[]; changed: boolean }
  | { outcome: 'mistaken'; mistakes: Mistake[] };

/** A draft's content with changes made to it; none of them where one would break its schema. */
export function savingOf(content: DraftContent, changes: readonly ContentChange[], force: boolean): Saving {
  const misplaced = changes.flatMap((change) => misplacedIn(change) ?? []);
  if (misplaced.length > 0) return { outcome: 'mistaken', mistakes: misplaced.slice(0, MOST_MISTAKES) };
  const { content: applied, conflicts } = applyChanges(content, changes, () => force);
  const read = changes.some(({ kind }) => kind === 'add')
    ? readContent(draftContent, applied)
    : readTouched(applied, changes);
  if ('mistakes' in read) return { outcome: 'mistaken', mistakes: read.mistakes };
  return { outcome: 'saved', content: read.content, conflicts, changed: !isSame(read.content, content) };
}

/** Where nothing came in, what no change touched is as valid as it was: a key pressed in 10,000 lines checks one. */
function readTouched(content: DraftContent, changes: readonly ContentChange[]): ReturnType<typeof readDraft> {
  const touched = new Set(
    changes.flatMap((change) => (change.kind === 'set' ? [change.at.slice(0, 2).join('/')] : [])),
  );
  const isTouched = (list: KeyedList, entry: object) => touched.has(`${list}/${idOfEntry(list, entry)}`);
  const part = { ...content };
  for (const list of keyedLists) {
    Object.assign(part, { [list]: entriesOf(content, list).filter((entry) => isTouched(list, entry)) });
  }
  const read = readDraft(part);
  if ('mistakes' in read) return read;
  const whole = { ...read.content };
  for (const list of keyedLists) {
    const parsed = new Map(entriesOf(read.content, list).map((entry) => [idOfEntry(list, entry), entry]));
    const entries = entriesOf(content, list).map((entry) => parsed.get(idOfEntry(list, entry)) ?? entry);
    Object.assign(whole, { [list]: entries });
  }
  return { content: whole };
}

const readDraft = (content: DraftContent) => readContent(draftContent, content);

/** Only real fields are named, and an entry keeps the id that it is known by. */
function misplacedIn(change: ContentChange): Mistake | null {
  if (change.kind === 'set') {
    const [first = '', , field] = change.at;
    const path = change.at.join('.');
    if (!Object.hasOwn(EMPTY_CONTENT, first)) return { path, message: 'is no field of a design' };
    const list = keyedLists.find((name) => name === first);
    if (list === undefined) return change.at.length === 1 ? null : { path, message: 'is changed as a whole' };
    if (
      field !== undefined &&
      (field in Object.prototype || field === KEYS[list === 'files' ? 'files' : 'others'])
    ) {
      return { path, message: 'cannot be changed' };
    }
    return change.at.length === 2 ? keyMistake(list, change.at[1] ?? '', change.to) : null;
  }
  return change.kind === 'add' ? keyMistake(change.list, change.id, change.value) : null;
}

const KEYS = { files: 'path', others: 'id' } as const;

function keyMistake(list: (typeof keyedLists)[number], id: string, value: unknown): Mistake | null {
  const isEntry = typeof value === 'object' && value !== null && idOfEntry(list, value) === id;
  return isEntry ? null : { path: `${list}.${id}`, message: 'is an entry with this id' };
}

/** A content by a schema of it, each entry known by one id; or what is wrong, with ids in place of positions. */
export function readContent<Content extends DraftContent>(
  schema: z.ZodType<Content>,
  content: DraftContent,
): { content: Content } | { mistakes: Mistake[] } {
  const read = schema.safeParse(content);
  if (!read.success) {
    const mistakes = read.error.issues.slice(0, MOST_MISTAKES).map(({ path, message }) => ({
      path: placeOf(content, path),
      message,
    }));
    return { mistakes };
  }
  const twice = keyedLists.flatMap((list) => {
    const seen = new Set<string>();
    return entriesOf(read.data, list).flatMap((entry) => {
      const id = idOfEntry(list, entry);
      if (seen.has(id)) return [{ path: `${list}.${id}`, message: 'comes twice' }];
      seen.add(id);
      return [];
    });
  });
  return twice.length > 0 ? { mistakes: twice.slice(0, MOST_MISTAKES) } : { content: read.data };
}

function placeOf(content: DraftContent, [first, index, ...rest]: readonly PropertyKey[]): string {
  const list = keyedLists.find((name) => name === first);
  const entry = list && typeof index === 'number' ? entriesOf(content, list)[index] : undefined;
  const second = list && entry ? idOfEntry(list, entry) : index;
  return [first, second, ...rest]
    .filter((part) => part !== undefined)
    .map(String)
    .join('.');
}
