import { entriesOf, idOfEntry, type KeyedList } from '../../../shared/designs/changes.ts';
import type { DesignContent } from '../../../shared/designs/content.ts';
import type { NamedRevision } from '../../../shared/designs/naming.ts';
import type { PartLine, PinnedRevision } from '../../../shared/designs/partLines.ts';
import { t } from '../../catalogue/designTexts.ts';

/** One of two contents that are compared: names are looked up in it. */
export interface Side {
  content: DesignContent;
  entry: (list: KeyedList, id: string) => object | undefined;
  line: (id: string) => PartLine | undefined;
  /** A design that a line pins, with its title where that is known. */
  pinned: (of: PinnedRevision) => string;
}

export interface Sides {
  before: Side;
  after: Side;
}

/** @param uses the revisions that its parts list pins. */
export function sideOf(content: DesignContent, uses: readonly NamedRevision[]): Side {
  const lists = new Map<KeyedList, ReadonlyMap<string, object>>();
  const entriesIn = (list: KeyedList) => {
    const known = lists.get(list);
    if (known) return known;
    const read = new Map(entriesOf(content, list).map((entry) => [idOfEntry(list, entry), entry] as const));
    lists.set(list, read);
    return read;
  };
  let lines: ReadonlyMap<string, PartLine> | null = null;
  return {
    content,
    entry: (list, id) => entriesIn(list).get(id),
    line: (id) => {
      lines ??= new Map(content.parts.map((line) => [line.id, line] as const));
      return lines.get(id);
    },
    pinned: ({ designId, revision }) => {
      const used = uses.find((each) => each.designId === designId);
      return used
        ? t.designPage.parts.design(used.title, revision)
        : t.designPage.revision(revision).toLowerCase();
    },
  };
}

/** What a person calls an entry; empty where it has no name of its own. */
export function nameOfEntry(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return '';
  const names = ['name', 'title', 'path', 'what', 'module'].map((field): unknown =>
    Reflect.get(entry, field),
  );
  return String(names.find((name) => typeof name === 'string' && name !== '') ?? '');
}
