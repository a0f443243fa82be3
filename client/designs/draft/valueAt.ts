import type { DraftContent } from '../../../shared/designs/content.ts';

/** What stands at a path of a change: a field, an entry's field, or an entry. */
export function valueAt(content: DraftContent, [field, id, name]: readonly string[]): unknown {
  const value: unknown = Reflect.get(content, field ?? '');
  if (id === undefined || !Array.isArray(value)) return value;
  const entry: unknown = value.find((each) => each.id === id || each.path === id);
  return name === undefined || typeof entry !== 'object' || entry === null ? entry : Reflect.get(entry, name);
}
