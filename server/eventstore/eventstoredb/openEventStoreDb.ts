import { encodeAppend } from '../encode.ts';
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
import { Appending } from './appending.ts';
import { connect } from './connection.ts';
import { Reading } from './reading.ts';
import { isSystemEvent, passes, positionOf, toRecordedEvent } from './recordedEvent.ts';
import { subscribe } from './subscribing.ts';
import { within } from './waiting.ts';

export interface EventStoreDbOptions {
  /** `esdb://user:password@host:2113,host:2113?tls=true&tlsCaFile=/certs/ca.crt&nodePreference=leader` */
  connectionString: string;
  /** Milliseconds that one call may take before it is given up and, within `patience`, repeated. */
  deadline?: number;
  /** Milliseconds after which nothing is repeated any more and {@link StoreUnavailable} is thrown. */
  patience?: number;
  /** Milliseconds of silence after which a live subscription is renewed. */
  renewal?: number;
  /** Told about lost connections and handlers that threw. */
  report?: (message: string, error: unknown) => void;
}

const PAGE = 500;
const LARGEST_PAGE = 4000;

/**
 * The log on an EventStoreDB or KurrentDB cluster (22.6 or newer). Connects when first used, and again by itself.
 *
 * @throws {Error} when the connection string cannot be used.
 */
export function openEventStoreDb(options: EventStoreDbOptions): EventStore {
  return new EventStoreDb(options);
}

class EventStoreDb implements EventStore {
  readonly #connection: ReturnType<typeof connect>;
  readonly #reading: Reading;
  readonly #appending: Appending;
  readonly #settings: { renewal: number; report: (message: string, error: unknown) => void };
  readonly #subscriptions = new Set<Subscription>();
  readonly #appends = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();

  constructor({
    connectionString,
    deadline = 5000,
    patience = 10_000,
    renewal = 30_000,
    report = () => undefined,
  }: EventStoreDbOptions) {
    const closing = this.#closing.signal;
    this.#connection = connect(connectionString, deadline);
    this.#reading = new Reading(this.#connection, { silence: deadline, whole: patience }, closing);
    this.#appending = new Appending(this.#connection, this.#reading, { deadline, patience }, closing);
    this.#settings = { renewal, report };
  }

  async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended | WrongExpectedRevision> {
    this.#mustBeOpen();
    encodeAppend(stream, events, expected);
    const append = this.#appending.append(stream, events, expected);
    this.#appends.add(append);
    try {
      return await append;
    } finally {
      this.#appends.delete(append);
    }
  }

  async read(stream: string, { from, direction = 'forwards', limit }: ReadOptions): Promise<RecordedEvent[]> {
    this.#mustBeOpen();
    if (limit <= 0) return [];
    const beginning = direction === 'forwards' ? 'start' : 'end';
    const range = { direction, limit: Math.min(limit, Number.MAX_SAFE_INTEGER) };
    let events = await this.#reading.stream(stream, {
      ...range,
      from: from === undefined ? beginning : BigInt(from),
    });
    // Backwards from beyond the head, older servers answer nothing.
    if (events.length === 0 && direction === 'backwards' && from !== undefined && from > 0) {
      events = await this.#reading.stream(stream, { ...range, from: 'end' });
      events = events.filter((event) => event.revision <= BigInt(from));
    }
    return events.filter((event) => !isSystemEvent(event)).map(toRecordedEvent);
  }

  /** The client offers no filter on reading the log: all of it from `after` on comes over the wire. */
  async readAll({ after, limit, filter }: ReadAllOptions): Promise<RecordedEvent[]> {
    this.#mustBeOpen();
    const found: RecordedEvent[] = [];
    let position = after;
    for (let size = Math.min(Math.max(limit + 1, 32), PAGE); found.length < limit; ) {
      const page = await this.#reading.logFrom(position, size);
      for (const event of page) {
        if (position !== undefined && positionOf(event) <= position) continue;
        if (found.length < limit && passes(filter, event)) found.push(toRecordedEvent(event));
      }
      const last = page.at(-1);
      if (last === undefined || page.length < size) break;
      position = positionOf(last);
      size = Math.min(size * 2, LARGEST_PAGE);
    }
    return found;
  }

  /** Of the newest event of ours: the store writes statistics and metadata after it. */
  async head(): Promise<bigint | null> {
    this.#mustBeOpen();
    let before: bigint | undefined;
    for (let size = 16; ; size = Math.min(size * 4, LARGEST_PAGE)) {
      const page = await this.#reading.logBefore(before, size);
      const newest = page.find((event) => !isSystemEvent(event));
      if (newest !== undefined) return positionOf(newest);
      const oldest = page.at(-1);
      if (oldest === undefined) return null;
      before = positionOf(oldest);
    }
  }

  subscribe(options: SubscribeOptions, handler: (events: RecordedEvent[]) => Promise<void>): Subscription {
    this.#mustBeOpen();
    const following = subscribe(this.#connection, this.#reading, options, handler, this.#settings);
    const subscription: Subscription = {
      close: async () => {
        await following.close();
        this.#subscriptions.delete(subscription);
      },
    };
    this.#subscriptions.add(subscription);
    return subscription;
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()));
    await Promise.allSettled([...this.#appends]);
    // Calls that a dead connection never ends must not keep the program from ending.
    await within(1000, this.#connection.client.dispose()).catch(() => undefined);
  }

  #mustBeOpen(): void {
    if (this.#closing.signal.aborted) throw new StoreUnavailable('The event store connection is closed.');
  }
}
