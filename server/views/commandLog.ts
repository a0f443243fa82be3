import { keyOfNamed } from '../commands/identity.ts';
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
  return {
    note: ({ metadata, stream }, since) => {
      const at = Date.parse(metadata.at);
      if (at < since) return;
      views
        .prepare('insert or ignore into _commands values (?, ?, ?)')
        .run(keyOfNamed(metadata.actor, metadata.commandId), stream, at);
    },
    streamOf: (key) => {
      const row = views.prepare('select stream from _commands where key = ?').get(key);
      return row === undefined ? undefined : String(row.stream);
    },
    prune: (before) => {
      views.prepare('delete from _commands where at < ?').run(before);
    },
  };
}

export const rememberedSince = (now: number): number => now - REMEMBERED_MILLISECONDS;
