import { z } from 'zod';
import type { DraftContent } from './content.ts';

/** The lists of a design's content whose entries are known by an id through all revisions. */
export const keyedLists = [
  'parameters',
  'parts',
  'modules',
  'instances',
  'mates',
  'files',
  'steps',
  'interfaces',
  'relations',
  'attributions',
] as const;
export type KeyedList = (typeof keyedLists)[number];

const list = z.enum(keyedLists);
const id = z.string().min(1).max(400);
const after = id.nullable();

/**
 * One difference between two states of a design's content, the smallest that is taken or left by itself. Comparing,
 * suggesting, adopting, saving a draft and undoing all speak in these.
 */
export const contentChange = z.discriminatedUnion('kind', [
  /** A field of the whole (`['title']`) or of one entry (`['parts', id, 'quantity']`). */
  z.strictObject({
    kind: z.literal('set'),
    at: z.array(z.string().min(1).max(400)).min(1).max(3),
    from: z.unknown(),
    to: z.unknown(),
  }),
  /** A new entry, after another one; null: first. */
  z.strictObject({ kind: z.literal('add'), list, id, value: z.unknown(), after }),
  z.strictObject({ kind: z.literal('remove'), list, id, value: z.unknown(), after }),
  z.strictObject({ kind: z.literal('move'), list, id, from: after, to: after }),
]);
export type ContentChange = z.infer<typeof contentChange>;

/** A change that meets something else than it started from. */
export const contentConflict = z.strictObject({
  change: contentChange,
  /** What stands there now; null where the entry is gone. */
  mine: z.unknown(),
});
export type ContentConflict = z.infer<typeof contentConflict>;

/** What names a change among those of one comparison: `parts/k3f9/quantity`, `steps/a1b2`, `steps/a1b2#order`. */
export function keyOfChange(change: ContentChange): string {
  if (change.kind === 'set') return change.at.join('/');
  const entry = `${change.list}/${change.id}`;
  return change.kind === 'move' ? `${entry}#order` : entry;
}

/** An entry's id: files are known by their path. */
export const idOfEntry = (name: KeyedList, entry: object): string => {
  const known: unknown = name === 'files' ? Reflect.get(entry, 'path') : Reflect.get(entry, 'id');
  return String(known);
};

/** Whether two JSON values say the same; the order of an object's keys does not matter. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((each, index) => isSame(each, other[index]));
  }
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) => Object.hasOwn(other, key) && isSame(Reflect.get(one, key), Reflect.get(other, key)),
  );
}

/** The change that takes another one back. */
export function inverseOf(change: ContentChange): ContentChange {
  switch (change.kind) {
    case 'set':
      return { ...change, from: change.to, to: change.from };
    case 'add':
      return { ...change, kind: 'remove' };
    case 'remove':
      return { ...change, kind: 'add' };
    case 'move':
      return { ...change, from: change.to, to: change.from };
  }
}

/** Entries of a list as they stand in any content. */
export const entriesOf = (content: DraftContent, name: KeyedList): readonly object[] => content[name];
