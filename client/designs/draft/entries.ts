import { type ContentChange, entriesOf, idOfEntry, type KeyedList } from '../../../shared/designs/changes.ts';
import type { DraftContent } from '../../../shared/designs/content.ts';

const idsOf = (content: DraftContent, list: KeyedList) =>
  entriesOf(content, list).map((entry) => idOfEntry(list, entry));

/** A new entry after another one, or last. */
export function addition(
  content: DraftContent,
  list: KeyedList,
  value: object,
  after: string | null = idsOf(content, list).at(-1) ?? null,
): ContentChange[] {
  return [{ kind: 'add', list, id: idOfEntry(list, value), value, after }];
}

export function removal(content: DraftContent, list: KeyedList, id: string): ContentChange[] {
  const ids = idsOf(content, list);
  const place = ids.indexOf(id);
  const value = entriesOf(content, list)[place];
  return value === undefined ? [] : [{ kind: 'remove', list, id, value, after: ids[place - 1] ?? null }];
}

/** An entry goes behind another one; null: first. */
export function placing(
  content: DraftContent,
  list: KeyedList,
  id: string,
  to: string | null,
): ContentChange[] {
  const ids = idsOf(content, list);
  const place = ids.indexOf(id);
  const from = ids[place - 1] ?? null;
  return place < 0 || from === to || to === id ? [] : [{ kind: 'move', list, id, from, to }];
}

/** One place up or down in its list; nothing at the ends. */
export function nudge(content: DraftContent, list: KeyedList, id: string, by: -1 | 1): ContentChange[] {
  const ids = idsOf(content, list);
  const place = ids.indexOf(id);
  if (place + by < 0 || place + by >= ids.length) return [];
  return placing(content, list, id, by < 0 ? (ids[place - 2] ?? null) : (ids[place + 1] ?? null));
}
