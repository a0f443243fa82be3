import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { EventMetadata, JsonObject } from '../../../shared/event.ts';
import { type ReadOptions, type RecordedEvent, StoreUnavailable, type StreamFilter } from '../port.ts';
import { isBusy, unavailable } from './errors.ts';
import type { Streams } from './streams.ts';

const columns = 'e.position, e.stream_id, e.revision, lower(hex(e.id)), e.type, e.data, e.metadata';
const PATIENCE_MILLISECONDS = 10_000;
/** Positions that one statement looks through for a filter, so that a rare stream does not hold the event loop. */
const WINDOW = 5000;

/** What lies between two positions: `through` is the last one that was looked at. */
export interface Scan {
  events: RecordedEvent[];
  through: number;
}

/** Reads events. Nothing here waits inside SQLite or spans more than one statement's snapshot. */
export class Reader {
  readonly #database: DatabaseSync;
  readonly #streams: Streams;
  readonly #forwards: StatementSync;
  readonly #backwards: StatementSync;
  readonly #all: StatementSync;
  readonly #head: StatementSync;
  readonly #filtered = new Map<number, StatementSync>();

  constructor(database: DatabaseSync, streams: Streams) {
    this.#database = database;
    this.#streams = streams;
    const ofStream = `select ${columns} from events e where e.stream_id = ?`;
    this.#forwards = rows(database, `${ofStream} and e.revision >= ? order by e.revision limit ?`);
    this.#backwards = rows(database, `${ofStream} and e.revision <= ? order by e.revision desc limit ?`);
    this.#all = rows(
      database,
      `select ${columns} from events e where e.position > ? order by e.position limit ?`,
    );
    this.#head = rows(database, 'select max(position) from events');
  }

  async read(stream: string, { from, direction, limit }: ReadOptions): Promise<RecordedEvent[]> {
    return await whenFree(() => {
      const id = this.#streams.idOf(stream);
      if (id === undefined) return [];
      if (direction !== 'backwards') return this.#events(this.#forwards, id, from ?? 0, limit);
      return this.#events(this.#backwards, id, from ?? Number.MAX_SAFE_INTEGER, limit);
    });
  }

  /** Position of the newest event; 0 in an empty log, where positions start at 1. */
  async head(): Promise<number> {
    return await whenFree(() => {
      const position = this.#head.get()?.[0];
      return typeof position === 'number' ? position : 0;
    });
  }

  /** At most `limit` events after a position. */
  async scan(after: number, limit: number, filter: StreamFilter | undefined): Promise<Scan> {
    if (filter === undefined) {
      const events = await whenFree(() => this.#events(this.#all, after, limit));
      return { events, through: Number(events.at(-1)?.position ?? after) };
    }
    const head = await this.head();
    const { streamPrefixes } = filter;
    if (limit <= 0) return { events: [], through: after };
    if (streamPrefixes.length === 0) return { events: [], through: Math.max(after, head) };
    const statement = this.#withPrefixes(streamPrefixes.length);
    let events: RecordedEvent[] = [];
    let through = after;
    while (through < head && events.length < limit) {
      if (through > after) await setImmediate();
      const end = Math.min(through + WINDOW, head);
      const start = through;
      const missing = limit - events.length;
      const found = await whenFree(() => this.#events(statement, start, end, ...streamPrefixes, missing));
      events = events.length === 0 ? found : events.concat(found);
      through = events.length < limit ? end : Number(events.at(-1)?.position);
    }
    return { events, through };
  }

  #withPrefixes(count: number): StatementSync {
    let statement = this.#filtered.get(count);
    if (statement === undefined) {
      const places = Array.from({ length: count }, (_, index) => `?${index + 3}`);
      const named = places.map((place) => `substr(s.name, 1, length(${place})) = ${place}`).join(' or ');
      statement = rows(
        this.#database,
        `select ${columns} from events e cross join streams s on s.id = e.stream_id
         where e.position > ?1 and e.position <= ?2 and (${named}) order by e.position limit ?${count + 3}`,
      );
      this.#filtered.set(count, statement);
    }
    return statement;
  }

  #events(statement: StatementSync, ...values: SQLInputValue[]): RecordedEvent[] {
    const found: unknown[] = statement.all(...values);
    const events = new Array<RecordedEvent>(found.length);
    for (let index = 0; index < found.length; index++) events[index] = this.#event(found[index]);
    return events;
  }

  #event(row: unknown): RecordedEvent {
    if (!isRow(row)) throw new Error('The event log holds a row of another form.');
    const data: JsonObject = JSON.parse(row[5]);
    const metadata: EventMetadata = JSON.parse(row[6]);
    return {
      id: hyphenated(row[3]),
      stream: this.#streams.nameOf(row[1]),
      revision: row[2],
      position: BigInt(row[0]),
      type: row[4],
      data,
      metadata,
    };
  }
}

type Row = [number, number, number, string, string, string, string];

/** The table is strict: a row of seven is as its columns say. */
function isRow(row: unknown): row is Row {
  return Array.isArray(row) && row.length === 7;
}

function rows(database: DatabaseSync, sql: string): StatementSync {
  const statement = database.prepare(sql);
  statement.setReturnArrays(true);
  return statement;
}

function hyphenated(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Another process holds everybody off for a moment when it recovers the log or is the last to close it. */
async function whenFree<Value>(read: () => Value): Promise<Value> {
  let since: number | null = null;
  for (;;) {
    try {
      return read();
    } catch (error) {
      if (!isBusy(error)) throw unavailable(error, 'The event log could not be read');
      since ??= performance.now();
      if (performance.now() - since > PATIENCE_MILLISECONDS) {
        throw new StoreUnavailable('Another process has kept the event log locked for ten seconds.');
      }
      await setTimeout(1 + Math.random() * 4);
    }
  }
}
