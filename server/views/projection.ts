import type { DataOf, EventType } from '../../shared/schemasOfEvents.ts';
import type { RowOf, Table } from './table.ts';

/** What a projection may do to a table: by key only, so that a rebuild can fold whole batches in memory. */
export interface TableWriter<Row> {
  /** Inserts, or replaces the row of the same key. */
  put(row: Row): void;
  get(key: string): Row | undefined;
  /** Changes columns of an existing row; an unknown key throws (the log contradicts the projection). */
  change(key: string, columns: Partial<Row>): void;
  remove(key: string): void;
}

export interface TableWriters {
  of<T extends Table>(table: T): TableWriter<RowOf<T>>;
}

/** A recorded event as a projection sees it: upcast to the newest version. */
export interface ProjectedEvent<Type extends EventType = EventType> {
  type: Type;
  data: DataOf<Type>;
  id: string;
  stream: string;
  revision: number;
  position: bigint;
  /** UTC milliseconds since 1970. */
  at: number;
  actor: string;
  commandId: string;
}

/** Content-addressed JSON that events name: what never changes need not stand in the log itself. */
export interface Contents {
  /** What stands in a file; null where its bytes are gone. It was checked by its schema when it was written. */
  read(fileId: string): unknown;
}

export type EventHandlers = {
  [Type in EventType]?: (event: ProjectedEvent<Type>, tables: TableWriters, contents: Contents) => void;
};

/** The tables of one context and how each event changes them. No other context reads these tables. */
export interface Projection {
  name: string;
  tables: Table[];
  on: EventHandlers;
  /** `import.meta.url`: the file's bytes are part of the definition hash, so an edit builds a new view file. */
  source: string;
  /** Addresses of other files that decide what its rows say, likewise. */
  furtherSources?: string[];
}
