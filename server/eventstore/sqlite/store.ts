import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type EncodedEvent, encodeAppend } from '../encode.ts';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  StoreUnavailable,
  type SubscribeOptions,
  type Subscription,
  type WrongExpectedRevision,
} from '../port.ts';
import { openLogDatabase } from './database.ts';
import { Reader } from './reader.ts';
import { Streams } from './streams.ts';
import { Bell, follow } from './subscription.ts';
import { GroupWriter } from './writer.ts';

export interface SqliteEventStoreOptions {
  /** The log's file; its folder is made where it is missing. */
  path: string;
  /** An open log (see {@link openLogDatabase}) to use instead of opening one; the store closes it. */
  database?: DatabaseSync;
  /** How often other processes' appends are looked for while somebody subscribes. */
  pollMilliseconds?: number;
  /** How long an append waits for other processes before it is given back as unavailable. */
  patienceMilliseconds?: number;
}

/**
 * The log in one SQLite file, for any number of processes on one host.
 * @throws {StoreUnavailable} when the file cannot be opened.
 */
export function openSqliteEventStore(options: SqliteEventStoreOptions): EventStore {
  return new SqliteEventStore(options);
}

class SqliteEventStore implements EventStore {
  readonly #database: DatabaseSync;
  readonly #reader: Reader;
  readonly #writer: GroupWriter;
  readonly #bell = new Bell();
  readonly #subscriptions = new Set<Subscription>();
  readonly #dataVersion: StatementSync;
  readonly #pollMilliseconds: number;
  #seenVersion: unknown;
  #poll: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: SqliteEventStoreOptions) {
    const {
      path,
      database = openLogDatabase(path),
      pollMilliseconds = 50,
      patienceMilliseconds = 10_000,
    } = options;
    const streams = new Streams(database);
    this.#database = database;
    this.#reader = new Reader(database, streams);
    const onCommit = () => this.#bell.ring();
    this.#writer = new GroupWriter({ database, path, streams, patienceMilliseconds, onCommit });
    this.#dataVersion = database.prepare('pragma data_version');
    this.#pollMilliseconds = pollMilliseconds;
  }

  append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended | WrongExpectedRevision> {
    let encoded: EncodedEvent[];
    try {
      encoded = encodeAppend(stream, events, expected);
    } catch (error) {
      return Promise.reject(error);
    }
    return this.#writer.append(stream, encoded, expected);
  }

  async read(stream: string, options: ReadOptions): Promise<RecordedEvent[]> {
    this.#assertOpen();
    return await this.#reader.read(stream, options);
  }

  async readAll({ after = 0n, limit, filter }: ReadAllOptions): Promise<RecordedEvent[]> {
    this.#assertOpen();
    return (await this.#reader.scan(Number(after), limit, filter)).events;
  }

  async head(): Promise<bigint | null> {
    this.#assertOpen();
    const position = await this.#reader.head();
    return position === 0 ? null : BigInt(position);
  }

  subscribe(options: SubscribeOptions, handler: (events: RecordedEvent[]) => Promise<void>): Subscription {
    this.#assertOpen();
    const followed = follow(
      (after, limit, filter) => this.#reader.scan(after, limit, filter),
      this.#bell,
      options,
      handler,
    );
    const subscription: Subscription = {
      close: async () => {
        await followed.close();
        this.#subscriptions.delete(subscription);
        if (this.#subscriptions.size === 0) this.#stopPolling();
      },
    };
    this.#subscriptions.add(subscription);
    this.#poll ??= setInterval(this.#lookForOthers, this.#pollMilliseconds);
    return subscription;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#writer.close();
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()));
    this.#database.close();
  }

  /** The number changes when another connection has committed, and only then. */
  readonly #lookForOthers = (): void => {
    try {
      const version = this.#dataVersion.get()?.data_version;
      if (version === this.#seenVersion) return;
      this.#seenVersion = version;
      this.#bell.ring();
    } catch {
      // Locked for a moment, or the disk is away: the next look tells.
    }
  };

  #stopPolling(): void {
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  #assertOpen(): void {
    if (this.#closing !== undefined) throw new StoreUnavailable('The event store is closed.');
  }
}
