import { keyOfNamed } from '../commands/identity.ts';
import { PerhapsKnown } from '../commands/perhapsKnown.ts';
import { REMEMBERED_MILLISECONDS } from '../commands/recentCommands.ts';
import type { RecordedEvent } from '../eventstore/port.ts';
import type { ViewsDatabase } from './database.ts';

/**
 * On which stream each recent command was carried out. A stream remembers its own commands for good order (see
 * server/commands/recentCommands.ts); this notices the same id on *another* stream. Kept for as long, then pruned,
 * so it is no part of what a rebuild must reproduce.
 */
export interface CommandLog {
  /** `since`: UTC milliseconds; older events are passed over. */
  note(event: RecordedEvent, since: number): void;
  streamOf(key: string): string | undefined;
  prune(before: number): void;
}

export function openCommandLog(views: ViewsDatabase): CommandLog {
  views.database.exec(`create table if not exists _commands (
    key text primary key, stream text not null, at integer not null) without rowid`);
  const noted = new PerhapsKnown();
  for (const { key } of views.prepare('select key from _commands').iterate()) noted.add(String(key));
  const insert = views.prepare('insert or ignore into _commands values (?, ?, ?)');
  const find = views.prepare('select stream from _commands where key = ?');
  return {
    note: ({ metadata, stream }, since) => {
      const at = Date.parse(metadata.at);
      if (at < since) return;
      const key = keyOfNamed(metadata.actor, metadata.commandId);
      noted.add(key);
      insert.run(key, stream, at);
    },
    streamOf: (key) => {
      if (!noted.has(key)) return undefined;
      const row = find.get(key);
      return row === undefined ? undefined : String(row.stream);
    },
    prune: (before) => {
      views.prepare('delete from _commands where at < ?').run(before);
    },
  };
}

export const rememberedSince = (now: number): number => now - REMEMBERED_MILLISECONDS;
