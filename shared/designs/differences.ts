import { type ContentChange, entriesOf, idOfEntry, isSame, type KeyedList, keyedLists } from './changes.ts';
import type { DraftContent } from './content.ts';

const isKeyed = (field: string): field is KeyedList => keyedLists.some((name) => name === field);

/** Every difference from one state of a content to another, in the order of its fields. */
export function changesBetween(one: DraftContent, other: DraftContent): ContentChange[] {
  const changes: ContentChange[] = [];
  for (const field of Object.keys(other)) {
    if (isKeyed(field)) changes.push(...changesOfList(field, entriesOf(one, field), entriesOf(other, field)));
    else changes.push(...changesOfField([field], Reflect.get(one, field), Reflect.get(other, field)));
  }
  return changes;
}

const changesOfField = (at: string[], from: unknown, to: unknown): ContentChange[] =>
  from === to || isSame(from, to) ? [] : [{ kind: 'set', at, from, to }];

function changesOfList(list: KeyedList, one: readonly object[], other: readonly object[]): ContentChange[] {
  if (one === other) return [];
  const before = new Map(one.map((entry, index) => [idOfEntry(list, entry), index] as const));
  const now = new Set(other.map((entry) => idOfEntry(list, entry)));
  const changes: ContentChange[] = [];
  one.forEach((entry, index) => {
    const id = idOfEntry(list, entry);
    if (now.has(id)) return;
    changes.push({ kind: 'remove', list, id, value: entry, after: idBefore(list, one, index) });
  });
  const stayed = stayingInOrder(
    other.flatMap((entry) => {
      const index = before.get(idOfEntry(list, entry));
      return index === undefined ? [] : [index];
    }),
  );
  other.forEach((entry, index) => {
    const id = idOfEntry(list, entry);
    const position = before.get(id);
    const after = idBefore(list, other, index);
    if (position === undefined) {
      changes.push({ kind: 'add', list, id, value: entry, after });
      return;
    }
    const old = one[position];
    if (old !== undefined && old !== entry) changes.push(...changesOfEntry(list, id, old, entry));
    if (!stayed.has(position)) {
      changes.push({ kind: 'move', list, id, from: idBefore(list, one, position), to: after });
    }
  });
  return changes;
}

function changesOfEntry(list: KeyedList, id: string, old: object, entry: object): ContentChange[] {
  // An entry whose kind changed is another thing: its fields do not correspond.
  const kinds = list === 'interfaces' && Reflect.get(old, 'kind') !== Reflect.get(entry, 'kind');
  if (kinds) return changesOfField([list, id], old, entry);
  const fields = new Set([...Object.keys(old), ...Object.keys(entry)]);
  return [...fields].flatMap((field) =>
    changesOfField([list, id, field], Reflect.get(old, field), Reflect.get(entry, field)),
  );
}

const idBefore = (list: KeyedList, entries: readonly object[], index: number): string | null => {
  const entry = entries[index - 1];
  return entry === undefined ? null : idOfEntry(list, entry);
};

/** A longest run of positions that kept their order (Fredman 1975): all others were moved. */
function stayingInOrder(positions: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = new Array(positions.length).fill(-1);
  positions.forEach((position, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((positions[tails[middle] ?? 0] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const stayed = new Set<number>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    stayed.add(positions[index] ?? -1);
  }
  return stayed;
}
