import {
  type AllStreamResolvedEvent,
  type ResolvedEvent,
  type RecordedEvent as StoredEvent,
  type StreamingRead,
  StreamNotFoundError,
} from '@eventstore/db-client';
import { StoreUnavailable } from '../port.ts';
import type { Connection } from './connection.ts';
import { finalFailure, unavailable } from './failures.ts';
import { GrowingPause } from './waiting.ts';

/** How long a reader waits, in milliseconds: for the next event of one call, and for the store to come back. */
export interface Patience {
  silence: number;
  whole: number;
}

export interface StreamRange {
  from: bigint | 'start' | 'end';
  direction: 'forwards' | 'backwards';
  limit: number;
}

/** Reads from the cluster, asking again while it is away. Knows the client's ways and nothing of our events. */
export class Reading {
  readonly #connection: Connection;
  readonly #patience: Patience;
  readonly #closing: AbortSignal;

  constructor(connection: Connection, patience: Patience, closing: AbortSignal) {
    this.#connection = connection;
    this.#patience = patience;
    this.#closing = closing;
  }

  /** A missing stream is empty. Both ends of the range are inclusive. */
  async stream(name: string, range: StreamRange): Promise<StoredEvent[]> {
    const { client, perCall } = this.#connection;
    const options = { fromRevision: range.from, direction: range.direction, maxCount: range.limit };
    try {
      return await this.#untilAnswered(() => client.readStream(name, { ...perCall, ...options }));
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    }
  }

  /**
   * Whatever lies in the log at or after the position, the store's own events among it. The position must be that of
   * a record (the server finds it by offset); the record at it comes first, if it is still there.
   */
  async logFrom(position: bigint | undefined, limit: number): Promise<StoredEvent[]> {
    return await this.#log(position ?? 'start', 'forwards', limit);
  }

  /** Whatever lies in the log before the position, or up to its end, newest first. */
  async logBefore(position: bigint | undefined, limit: number): Promise<StoredEvent[]> {
    const events = await this.#log(position ?? 'end', 'backwards', limit);
    return position === undefined
      ? events
      : events.filter((event) => event.position !== undefined && event.position.commit < position);
  }

  async #log(
    from: bigint | 'start' | 'end',
    direction: 'forwards' | 'backwards',
    limit: number,
  ): Promise<StoredEvent[]> {
    const { client, perCall } = this.#connection;
    const fromPosition = typeof from === 'bigint' ? { commit: from, prepare: from } : from;
    return await this.#untilAnswered(() =>
      client.readAll({ ...perCall, fromPosition, direction, maxCount: limit }),
    );
  }

  async #untilAnswered<Event extends ResolvedEvent | AllStreamResolvedEvent>(
    open: () => StreamingRead<Event>,
  ): Promise<StoredEvent[]> {
    const giveUp = performance.now() + this.#patience.whole;
    const pauses = new GrowingPause(50, 1000);
    for (;;) {
      if (this.#closing.aborted) throw new StoreUnavailable('The event store connection is closed.');
      try {
        return await collect(open(), this.#patience.silence);
      } catch (error) {
        if (error instanceof StreamNotFoundError) throw error;
        const final = finalFailure(error);
        if (final !== undefined) throw final;
        if (performance.now() >= giveUp) throw unavailable(error);
      }
      await pauses.wait(this.#closing);
    }
  }
}

/** The client gives reads no deadline, and a call that is left early goes on: both ends are tied up here. */
async function collect<Event extends ResolvedEvent | AllStreamResolvedEvent>(
  reading: StreamingRead<Event>,
  silence: number,
): Promise<StoredEvent[]> {
  // An error that comes after we have stopped listening must not end the process.
  reading.on('error', () => undefined);
  const timer = setTimeout(
    () => reading.destroy(new StoreUnavailable(`The event store sent nothing for ${silence} ms.`)),
    silence,
  );
  const events: StoredEvent[] = [];
  try {
    for await (const { event } of reading) {
      timer.refresh();
      if (event !== undefined) events.push(event);
    }
    return events;
  } catch (error) {
    reading.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
