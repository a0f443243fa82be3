import { idOfEntry, keyedLists } from '../../../shared/designs/changes.ts';
import { type DraftContent, draftContent, EMPTY_CONTENT } from '../../../shared/designs/content.ts';
import type { Remarks } from './tree.ts';

/** Each round mends at least one thing, and most all. */
const MOST_ROUNDS = 20;
const MOST_TOLD = 20;

/** The content as its schema wants it: an entry or a field that breaks it is left out, and told. */
export function validContent(content: DraftContent, remarks: Remarks): DraftContent {
  let state: Record<string, unknown> = { ...content };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const read = draftContent.safeParse(state);
    if (read.success) return withoutLoose(onceEach(read.data));
    const next = { ...state };
    const entries = new Map<string, Set<number>>();
    for (const [count, { path }] of read.error.issues.entries()) {
      const [field, index] = path;
      if (count < MOST_TOLD)
        remarks.add(
          'lost',
          path.join('/'),
          'Something in it has a form that cannot be kept, and was left out.',
        );
      if (typeof field !== 'string') continue;
      if (typeof index === 'number') entries.set(field, (entries.get(field) ?? new Set()).add(index));
      else if (Array.isArray(state[field])) next[field] = state[field].slice(0, longest(state[field].length));
      else next[field] = Reflect.get(EMPTY_CONTENT, field);
    }
    for (const [field, broken] of entries) {
      const list = state[field];
      if (Array.isArray(list)) next[field] = list.filter((_entry, index) => !broken.has(index));
    }
    state = next;
  }
  return EMPTY_CONTENT;
}

/** A list that is too long loses its end, until it fits. */
const longest = (length: number): number => Math.floor(length * 0.8);

/** Of two entries with one id the first stays. */
function onceEach(content: DraftContent): DraftContent {
  const lists = keyedLists.map((list) => {
    const seen = new Set<string>();
    const entries: readonly object[] = content[list];
    return [list, entries.filter((entry) => seen.size < seen.add(idOfEntry(list, entry)).size)] as const;
  });
  // Each list holds entries of its own kind, only fewer.
  return { ...content, ...Object.fromEntries(lists) } as DraftContent;
}

/** Lines whose parent was left out go into the whole; steps name only lines and pictures that are there. */
function withoutLoose(content: DraftContent): DraftContent {
  const lines = new Set(content.parts.map(({ id }) => id));
  const paths = new Set(content.files.map(({ path }) => path));
  return {
    ...content,
    parts: content.parts.map((line) =>
      line.parent === null || lines.has(line.parent) ? line : { ...line, parent: null },
    ),
    steps: content.steps.map((step) => ({
      ...step,
      parts: step.parts.filter(({ line }) => lines.has(line)),
      pictures: step.pictures.filter((path) => paths.has(path)),
    })),
  };
}
