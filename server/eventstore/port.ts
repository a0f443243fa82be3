import type { EventMetadata, JsonObject } from '../../shared/event.ts';

/**
 * An event as it is handed to the store. `id` is a UUID in lower case; the same id twice is idempotent (see `append`).
 * Data and metadata are JSON of well-formed Unicode: what is not JSON (`undefined`, `NaN`, a `Date`) comes back as
 * `JSON.stringify` writes it.
 */
export interface NewEvent {
  id: string;
  type: string;
  data: JsonObject;
  metadata: EventMetadata;
}

/** An event as the store gives it back. `revision` counts from 0 within its stream. */
export interface RecordedEvent extends NewEvent {
  stream: string;
  revision: number;
  /** Strictly growing over the whole log, with gaps; only comparable within one store. */
  position: bigint;
}

/** What the writer believes about the stream: its head revision, or one of three words. */
export type ExpectedRevision = 'any' | 'none' | 'exists' | number;

export interface Appended {
  outcome: 'appended';
  /** Revision of the last event of this append (of the duplicate, when it was written before). */
  revision: number;
  /** Position of that event: a view whose checkpoint is at or past it has seen this append. */
  position: bigint;
}

export interface WrongExpectedRevision {
  outcome: 'wrongExpectedRevision';
  expected: ExpectedRevision;
  actual: number | 'none';
}

/** The store could not say whether the append was written: retry with the same event ids. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/** The append was refused as a whole and nothing was written (too large, no space, read-only disk). */
export class AppendRefused extends Error {
  override name = 'AppendRefused';
  readonly reason: 'tooLarge' | 'storageFull' | 'readOnly';
  constructor(reason: 'tooLarge' | 'storageFull' | 'readOnly', message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * What one append may weigh, on every store: the UTF-8 bytes of its events' data and metadata as JSON, and twice
 * those of their types' names.
 */
export const MAXIMUM_APPEND_BYTES = 1_000_000;

export interface ReadOptions {
  /** First revision returned (inclusive); default the stream's start, or its head when backwards. */
  from?: number;
  direction?: 'forwards' | 'backwards';
  limit: number;
}

/**
 * Streams whose name starts with one of the prefixes (none: no stream); without a filter every stream but the
 * system's own.
 */
export interface StreamFilter {
  streamPrefixes: string[];
}

export interface ReadAllOptions {
  /** Exclusive: only events after this position; default from the start. */
  after?: bigint;
  limit: number;
  filter?: StreamFilter;
}

export interface SubscribeOptions {
  /** Exclusive: only events after this position; default from the start. */
  after?: bigint;
  filter?: StreamFilter;
}

export interface Subscription {
  /** Resolves when the last handler call has ended; no call follows. */
  close(): Promise<void>;
}

/**
 * The port to the log. Every adapter passes the one contract suite in `test/server/eventstore/`.
 *
 * `readAll` and `subscribe` show events in one global order and never show a position before a smaller one
 * can still appear.
 */
export interface EventStore {
  /**
   * Appends all events or none, and answers when they are durable. A mismatch is a value, not an exception.
   *
   * Events that were written before (the same ids, in this order) are not written again: anywhere in the stream when
   * `any` or `exists` is expected, right behind the expected revision otherwise. Only at the head they are written
   * again, so a command's own idempotency must not rest on the store.
   * @throws {AppendRefused} nothing was written; {@link StoreUnavailable} not known, safe to repeat.
   * @throws {RangeError} no events, a name that is empty or starts with `$`, an id that is no lower-case UUID, a
   *   revision that is none, text that is not well-formed Unicode: mistakes of the program.
   */
  append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended | WrongExpectedRevision>;
  /** A missing stream reads as empty. */
  read(stream: string, options: ReadOptions): Promise<RecordedEvent[]>;
  readAll(options: ReadAllOptions): Promise<RecordedEvent[]>;
  /** Position of the newest event, or `null` in an empty store. */
  head(): Promise<bigint | null>;
  /**
   * Calls `handler` with batches in order, one call at a time, at least once each: what was there first,
   * then live. A handler that throws gets the same batch again, with a growing pause. The handler must not wait for
   * its own subscription to close.
   */
  subscribe(options: SubscribeOptions, handler: (events: RecordedEvent[]) => Promise<void>): Subscription;
  /** Finishes the appends that were accepted, ends the subscriptions, lets go of the log. Nothing works after it. */
  close(): Promise<void>;
}
