import {
  type ContentChange,
  type ContentConflict,
  idOfEntry,
  isSame,
  type KeyedList,
  keyedLists,
} from './changes.ts';
import type { DraftContent } from './content.ts';

export interface Applied {
  content: DraftContent;
  /** Changes that met something else than they started from; they were left out. */
  conflicts: ContentConflict[];
}

/**
 * The content with changes made to it, each where what it started from still stands; `forced` ones in any case. Where
 * both sides say the same already, nothing is to be done. The result may break the schema: parse it before it is kept.
 */
export function applyChanges(
  content: DraftContent,
  changes: readonly ContentChange[],
  isForced: (change: ContentChange) => boolean = () => false,
): Applied {
  const state = new State(content);
  const conflicts: ContentConflict[] = [];
  for (const change of changes) {
    const mine = state.apply(change, isForced(change));
    if (mine !== DONE) conflicts.push({ change, mine });
  }
  return { content: state.content(), conflicts };
}

const DONE = Symbol('done');
type Entry = Record<string, unknown>;

/** A content that is being changed; the one it came from stays as it was, and what nobody touches stays the same object. */
class State {
  readonly #from: DraftContent;
  readonly #fields: Entry;
  readonly #lists = new Map<KeyedList, Map<string, object>>();
  readonly #orders = new Map<KeyedList, string[]>();

  constructor(content: DraftContent) {
    this.#from = content;
    this.#fields = { ...content };
  }

  content(): DraftContent {
    const lists = [...this.#lists].map(([list, entries]) => {
      return [list, this.#order(list).flatMap((id) => entries.get(id) ?? [])] as const;
    });
    // Every field is the content's own or one of its lists.
    return { ...this.#fields, ...Object.fromEntries(lists) } as DraftContent;
  }

  /** @returns DONE, or what stands against it. */
  apply(change: ContentChange, forced: boolean): unknown {
    switch (change.kind) {
      case 'set':
        return this.#set(change, forced);
      case 'add':
        return this.#add(change, forced);
      case 'remove':
        return this.#remove(change, forced);
      case 'move':
        if (this.#entries(change.list).has(change.id)) this.#place(change.list, change.id, change.to);
        return DONE;
    }
  }

  #set({ at: [first = '', id, field], from, to }: Extract<ContentChange, { kind: 'set' }>, forced: boolean) {
    if (id === undefined) return exchange(this.#fields, first, from, to, forced);
    const list = keyedLists.find((name) => name === first);
    const entry = list && this.#entries(list).get(id);
    if (list === undefined || entry === undefined) return null;
    if (field !== undefined) {
      const changed = { ...entry };
      const outcome = exchange(changed, field, from, to, forced);
      if (outcome === DONE) this.#entries(list).set(id, changed);
      return outcome;
    }
    if (isSame(entry, to)) return DONE;
    if (!forced && !isSame(entry, from)) return entry;
    this.#entries(list).set(id, { ...Object(to) });
    return DONE;
  }

  #add({ list, id, value, after }: Extract<ContentChange, { kind: 'add' }>, forced: boolean) {
    const there = this.#entries(list).get(id);
    if (there !== undefined && isSame(there, value)) return DONE;
    if (there !== undefined && !forced) return there;
    this.#entries(list).set(id, { ...Object(value) });
    if (there === undefined) this.#place(list, id, after);
    return DONE;
  }

  #remove({ list, id, value }: Extract<ContentChange, { kind: 'remove' }>, forced: boolean) {
    const there = this.#entries(list).get(id);
    if (there === undefined) return DONE;
    if (!forced && !isSame(there, value)) return there;
    this.#entries(list).delete(id);
    const order = this.#order(list);
    order.splice(order.indexOf(id), 1);
    return DONE;
  }

  /** After an entry, or last where that one is gone. */
  #place(list: KeyedList, id: string, after: string | null): void {
    const order = this.#order(list);
    const old = order.indexOf(id);
    if (old >= 0) order.splice(old, 1);
    const before = after === null ? -1 : order.indexOf(after);
    order.splice(after !== null && before < 0 ? order.length : before + 1, 0, id);
  }

  #entries(list: KeyedList): Map<string, object> {
    const known = this.#lists.get(list);
    if (known) return known;
    const entries: readonly object[] = this.#from[list];
    const read = new Map(entries.map((entry) => [idOfEntry(list, entry), entry] as const));
    this.#lists.set(list, read);
    this.#orders.set(list, [...read.keys()]);
    return read;
  }
  #order(list: KeyedList): string[] {
    this.#entries(list);
    return this.#orders.get(list) ?? [];
  }
}

function exchange(holder: Entry, field: string, from: unknown, to: unknown, forced: boolean): unknown {
  const mine = holder[field];
  if (isSame(mine, to)) return DONE;
  if (!forced && !isSame(mine, from)) return mine;
  if (to === undefined) delete holder[field];
  else holder[field] = to;
  return DONE;
}
