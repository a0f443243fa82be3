import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EncodedEvent } from '../encode.ts';
import {
  type Appended,
  AppendRefused,
  type ExpectedRevision,
  StoreUnavailable,
  type WrongExpectedRevision,
} from '../port.ts';
import { appendFailure, assertWritable, isBusy } from './errors.ts';
import { AppendPlanner } from './plan.ts';
import type { Streams } from './streams.ts';

type Outcome = Appended | WrongExpectedRevision;

interface Waiting {
  stream: string;
  events: readonly EncodedEvent[];
  expected: ExpectedRevision;
  /** Decided within the transaction; told only after its commit. */
  outcome: Outcome | null;
  resolve(outcome: Outcome): void;
  reject(error: Error): void;
}

const MOST_IN_ONE_COMMIT = 512;

export interface WriterOptions {
  database: DatabaseSync;
  path: string;
  streams: Streams;
  /** How long appends wait for other processes before they are given back. */
  patienceMilliseconds: number;
  /** Called after each commit that wrote something. */
  onCommit(): void;
}

/**
 * Group commit: appends that wait together share one transaction and one fsync, and each gets its own answer. While
 * another process holds the lock they wait in the event loop, never inside SQLite.
 */
export class GroupWriter {
  readonly #database: DatabaseSync;
  readonly #path: string;
  readonly #streams: Streams;
  readonly #patience: number;
  readonly #onCommit: () => void;
  readonly #planner: AppendPlanner;
  readonly #insert: StatementSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #dataVersion: StatementSync;
  #seenVersion: unknown;
  #queue: Waiting[] = [];
  #scheduled = false;
  #busySince: number | null = null;
  #began = false;
  #closed = false;
  #onIdle: (() => void) | null = null;

  constructor(options: WriterOptions) {
    const { database } = options;
    this.#database = database;
    this.#path = options.path;
    this.#streams = options.streams;
    this.#patience = options.patienceMilliseconds;
    this.#onCommit = options.onCommit;
    this.#planner = new AppendPlanner(database);
    this.#begin = database.prepare('begin immediate');
    this.#commit = database.prepare('commit');
    this.#dataVersion = database.prepare('pragma data_version');
    this.#dataVersion.setReturnArrays(true);
    this.#insert = database.prepare(
      "insert into events (stream_id, revision, id, type, data, metadata) values (?, ?, unhex(?, '-'), ?, ?, ?)",
    );
  }

  append(stream: string, events: readonly EncodedEvent[], expected: ExpectedRevision): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new StoreUnavailable('The event store is closed.'));
        return;
      }
      this.#queue.push({ stream, events, expected, outcome: null, resolve, reject });
      this.#schedule();
    });
  }

  /** Resolves when everything accepted so far has its answer; nothing more is accepted. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#queue.length > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve));
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(this.#flush);
  }

  readonly #flush = (): void => {
    this.#scheduled = false;
    const group = this.#queue;
    this.#queue = group.length > MOST_IN_ONE_COMMIT ? group.splice(MOST_IN_ONE_COMMIT) : [];
    if (this.#write(group)) this.#busySince = null;
    else this.#waitAndRetry(group);
    if (this.#queue.length === 0) this.#onIdle?.();
    else if (this.#busySince === null) this.#schedule();
  };

  #waitAndRetry(group: Waiting[]): void {
    this.#queue = group.concat(this.#queue);
    this.#busySince ??= performance.now();
    if (performance.now() - this.#busySince > this.#patience) {
      const error = new StoreUnavailable('Other processes have kept the event log locked for too long.');
      for (const waiting of this.#queue.splice(0)) waiting.reject(error);
      this.#busySince = null;
      return;
    }
    this.#scheduled = true;
    setTimeout(this.#flush, 1 + Math.random() * 4);
  }

  /** Writes the group and tells each its answer; `false` when another process holds the lock. */
  #write(group: Waiting[]): boolean {
    let wrote = false;
    try {
      assertWritable(this.#path);
      this.#begin.run();
      this.#began = true;
      this.#noticeOthers();
      for (const waiting of group) if (this.#place(waiting)) wrote = true;
      this.#commit.run();
      this.#began = false;
    } catch (error) {
      this.#rollBack();
      if (isBusy(error)) return false;
      const failure = appendFailure(error, this.#path);
      // What does not fit together may fit one by one: a large append shall not take small ones down with it.
      if (failure instanceof AppendRefused && group.length > 1) return this.#writeOneByOne(group);
      for (const waiting of group) waiting.reject(failure);
      return true;
    }
    for (const waiting of group) {
      if (waiting.outcome === null) waiting.reject(new StoreUnavailable('The append was not decided.'));
      else waiting.resolve(waiting.outcome);
    }
    if (wrote) this.#onCommit();
    return true;
  }

  #writeOneByOne(group: Waiting[]): boolean {
    for (const [index, waiting] of group.entries()) {
      waiting.outcome = null;
      if (!this.#write([waiting])) {
        this.#queue = group.slice(index + 1).concat(this.#queue);
        this.#waitAndRetry([waiting]);
        return true;
      }
    }
    return true;
  }

  #noticeOthers(): void {
    const version = this.#dataVersion.get()?.[0];
    if (version === this.#seenVersion) return;
    this.#seenVersion = version;
    this.#streams.expireHeads();
  }

  /** Decides about one append and, where it is to be written, inserts its rows: then `true`. */
  #place(waiting: Waiting): boolean {
    const known = this.#streams.find(waiting.stream);
    waiting.outcome = this.#planner.decide(known, waiting.events, waiting.expected);
    if (waiting.outcome !== null) return false;
    const stream = known ?? this.#streams.create(waiting.stream);
    let position: number | bigint = 0;
    for (const event of waiting.events) {
      const revision = ++stream.head;
      const row = this.#insert.run(stream.id, revision, event.id, event.type, event.data, event.metadata);
      position = row.lastInsertRowid;
    }
    waiting.outcome = { outcome: 'appended', revision: stream.head, position: BigInt(position) };
    return true;
  }

  #rollBack(): void {
    // A lock that was not granted has changed nothing: what is remembered stays true.
    if (!this.#began) return;
    this.#began = false;
    this.#streams.forget();
    try {
      if (this.#database.isTransaction) this.#database.exec('rollback');
    } catch {
      // SQLite has rolled back by itself; the next transaction starts from what is on the disk.
    }
  }
}
