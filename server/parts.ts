import type { CommandHandler } from './commands/outcome.ts';
import type { DesignContents } from './designs/contents.ts';
import type { EventStore } from './eventstore/port.ts';
import type { FileStore } from './files/store.ts';
import type { ViewsReader } from './views/reader.ts';

/** Display names by member id; null for a former member or one without an account. */
export interface Names {
  of(memberIds: Iterable<string>): Map<string, string | null>;
}

/** Bodies of free texts by id; a text that was withdrawn or erased is missing. */
export interface Texts {
  of(textIds: Iterable<string>): Map<string, string>;
}

/** What every context's routes are built from. */
export interface Parts {
  commands: CommandHandler;
  store: EventStore;
  views: ViewsReader;
  names: Names;
  texts: Texts;
  /** Photographs and manuals: `claim` one right before an event names it. */
  files: Pick<FileStore, 'claim'>;
  /** What revisions of designs say. */
  designs: DesignContents;
  /** UTC milliseconds since 1970. */
  clock(): number;
}
