import { z } from 'zod';
import { type ContentChange, contentChange, isSame } from '../../../shared/designs/changes.ts';

/** Changes that are sent in together, once: the same `saveId` again changes nothing more. */
export const batch = z.object({ saveId: z.string(), changes: z.array(contentChange), force: z.boolean() });
export type Batch = z.infer<typeof batch>;

/** Fields that keep the blanks at their ends: Markdown, and what others put in. */
const AS_WRITTEN: readonly string[] = ['story', 'safety', 'changes', 'text', 'modules', 'exchange'];

/** A value as it will stand once it is kept: single lines lose the blanks at their ends. */
function tidiedValue(value: unknown, key: string): unknown {
  if (AS_WRITTEN.includes(key)) return value;
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map((each) => tidiedValue(each, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, tidiedValue(each, name)]));
}

function tidied(change: ContentChange): ContentChange {
  if (change.kind === 'move') return change;
  if (change.kind !== 'set') return { ...change, value: tidiedValue(change.value, '') };
  const field = change.at.at(-1) ?? '';
  return { ...change, from: tidiedValue(change.from, field), to: tidiedValue(change.to, field) };
}

const path = (change: ContentChange) => (change.kind === 'set' ? change.at.join('/') : null);

/** Changes in a row, with another one after them: one field typed into many times is one change. */
export function joined(changes: readonly ContentChange[], next: ContentChange): ContentChange[] {
  const last = changes.at(-1);
  if (last?.kind !== 'set' || next.kind !== 'set' || path(last) !== path(next)) return [...changes, next];
  const rest = changes.slice(0, -1);
  return isSame(last.from, next.to) ? rest : [...rest, { ...last, to: next.to }];
}

/** What is sent for changes in a row; nothing for those that come to nothing. */
export const readyToSend = (changes: readonly ContentChange[]): ContentChange[] =>
  changes
    .reduce<ContentChange[]>((sofar, change) => joined(sofar, change), [])
    .map(tidied)
    .filter((change) => change.kind !== 'set' || !isSame(change.from, change.to));
