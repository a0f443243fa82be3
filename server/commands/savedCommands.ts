import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { PerhapsKnown } from './perhapsKnown.ts';
import { REMEMBERED_COMMANDS, REMEMBERED_MILLISECONDS, type RememberedCommand } from './recentCommands.ts';

/** Length of a key: a UUID. */
const KEY = 36;

/**
 * Recent commands of each stream as they were saved with its snapshots: one row for all that came since the one before.
 * `keys` holds their keys end to end, `rest` the rest in the same order as JSON.
 */
export const SAVED_COMMANDS_SCHEMA = `
  create table if not exists commands (
    stream text not null, revision integer not null, newest integer not null, count integer not null,
    keys text not null, rest text not null, primary key (stream, revision)
  ) without rowid;`;

type Rest = [hash: string, events: number, revision: number, position: string, at: number];

export interface SavedCommands {
  /** Within a transaction: adds commands that are newer than all before, and drops those that may be forgotten. */
  add(stream: string, commands: Iterable<RememberedCommand>): void;
  find(stream: string, key: string): RememberedCommand | undefined;
}

/** @throws where the table cannot be read. */
export function savedCommandsIn(
  database: DatabaseSync,
  prepare: (sql: string) => StatementSync,
): SavedCommands {
  const saved = new PerhapsKnown();
  for (const row of database.prepare('select keys from commands').iterate()) {
    const keys = String(row.keys);
    for (let from = 0; from < keys.length; from += KEY) saved.add(keys.slice(from, from + KEY));
  }
  return {
    add: (stream, commands) => {
      const all = [...commands].sort((one, other) => one.revision - other.revision);
      const last = all.at(-1);
      if (!last) return;
      const mayBeForgotten = last.at - REMEMBERED_MILLISECONDS;
      const kept = all.filter(
        ({ at }, index) => at >= mayBeForgotten || all.length - index <= REMEMBERED_COMMANDS,
      );
      for (const { key } of kept) saved.add(key);
      const rest = kept.map(({ hash, events, revision, position, at }): Rest => {
        return [hash, events, revision, String(position), at];
      });
      prepare('insert or replace into commands values (?, ?, ?, ?, ?, ?)').run(
        stream,
        last.revision,
        last.at,
        kept.length,
        kept.map(({ key }) => key).join(''),
        JSON.stringify(rest),
      );
      const rows = prepare(
        'select revision, newest, count from commands where stream = ? order by revision desc',
      );
      let newer = 0;
      for (const { revision, newest, count } of rows.all(stream)) {
        if (newer >= REMEMBERED_COMMANDS && Number(newest) < mayBeForgotten) {
          prepare('delete from commands where stream = ? and revision <= ?').run(stream, Number(revision));
          break;
        }
        newer += Number(count);
      }
    },
    find: (stream, key) => {
      if (!saved.has(key)) return undefined;
      for (const row of prepare('select keys, rest from commands where stream = ?').iterate(stream)) {
        const keys = String(row.keys);
        let found = keys.indexOf(key);
        // Two halves of neighbours may look like a key.
        while (found !== -1 && found % KEY !== 0) found = keys.indexOf(key, found + 1);
        if (found === -1) continue;
        // Written by `add`, from values of this very type.
        const rest = JSON.parse(String(row.rest)) as Rest[];
        const remembered = rest[found / KEY];
        if (!remembered) return undefined;
        const [hash, events, revision, position, at] = remembered;
        return { key, hash, events, revision, position: BigInt(position), at };
      }
      return undefined;
    },
  };
}
