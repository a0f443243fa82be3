import { type AllStreamSubscription, type Filter, streamNameFilter } from '@eventstore/db-client';
import type { RecordedEvent, SubscribeOptions, Subscription } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Reading } from './reading.ts';
import { passes, positionOf, toRecordedEvent } from './recordedEvent.ts';
import { GrowingPause } from './waiting.ts';

const BATCH = 500;
type Handler = (events: RecordedEvent[]) => Promise<void>;

export interface SubscribingSettings {
  /** Milliseconds without an event after which a live subscription is renewed: one that died quietly is noticed so. */
  renewal: number;
  /** Told about each handler that threw and each connection that was lost, for the log. */
  report: (message: string, error: unknown) => void;
}

/**
 * Reads until nothing new is there, then follows live, and starts over from the last *handled* event whenever the
 * connection is lost. It never relies on where the server begins: what is at or before that event is dropped here,
 * and a live subscription starts at a record that was just read (older servers skip the first record at or after the
 * position, whichever it is). Checkpoints are not used.
 */
export function subscribe(
  connection: Connection,
  reading: Reading,
  options: SubscribeOptions,
  handler: Handler,
  settings: SubscribingSettings,
): Subscription {
  const closing = new AbortController();
  const ended = new Following(connection, reading, options, handler, settings, closing.signal).run();
  return {
    async close() {
      closing.abort();
      await ended;
    },
  };
}

class Following {
  readonly #connection: Connection;
  readonly #reading: Reading;
  readonly #filter: SubscribeOptions['filter'];
  readonly #handler: Handler;
  readonly #settings: SubscribingSettings;
  readonly #closing: AbortSignal;
  /** Of the last event that was handled or is not for us. */
  #position: bigint | undefined;

  constructor(
    connection: Connection,
    reading: Reading,
    options: SubscribeOptions,
    handler: Handler,
    settings: SubscribingSettings,
    closing: AbortSignal,
  ) {
    this.#connection = connection;
    this.#reading = reading;
    this.#filter = options.filter;
    this.#position = options.after;
    this.#handler = handler;
    this.#settings = settings;
    this.#closing = closing;
  }

  async run(): Promise<void> {
    const pauses = new GrowingPause(50, 5000);
    while (!this.#closing.aborted) {
      try {
        await this.#catchUp();
        pauses.reset();
        await this.#follow();
      } catch (error) {
        if (this.#closing.aborted) return;
        this.#settings.report('The subscription to the event store was lost; it starts again.', error);
        await pauses.wait(this.#closing);
      }
    }
  }

  async #catchUp(): Promise<void> {
    while (!this.#closing.aborted) {
      const page = await this.#reading.logFrom(this.#position, BATCH);
      const before = this.#position;
      const fresh = page.filter((event) => before === undefined || positionOf(event) > before);
      const last = fresh.at(-1);
      if (last === undefined) return;
      const events = fresh.filter((event) => passes(this.#filter, event)).map(toRecordedEvent);
      if (events.length > 0 && !(await this.#handle(events))) return;
      this.#position = positionOf(last);
    }
  }

  async #follow(): Promise<void> {
    if (this.#closing.aborted) return;
    const live = this.#open();
    // An error that comes after we have stopped listening must not end the process.
    live.on('error', () => undefined);
    const stop = () => live.destroy();
    this.#closing.addEventListener('abort', stop);
    let renewing = false;
    const timer = setTimeout(() => {
      renewing = true;
      live.destroy();
    }, this.#settings.renewal);
    try {
      for await (const first of live) {
        timer.refresh();
        const batch = [first, ...waiting(live)];
        const events: RecordedEvent[] = [];
        for (const { event } of batch) {
          if (event === undefined || !passes(this.#filter, event)) continue;
          if (this.#position !== undefined && positionOf(event) <= this.#position) continue;
          events.push(toRecordedEvent(event));
        }
        const last = events.at(-1);
        if (last === undefined) continue;
        if (!(await this.#handle(events))) return;
        this.#position = last.position;
        timer.refresh();
      }
    } catch (error) {
      if (!renewing && !this.#closing.aborted) throw error;
    } finally {
      clearTimeout(timer);
      this.#closing.removeEventListener('abort', stop);
      live.unsubscribe().catch(() => undefined);
    }
  }

  #open(): AllStreamSubscription {
    const { client, perCall } = this.#connection;
    const position = this.#position;
    return client.subscribeToAll(
      {
        ...perCall,
        fromPosition: position === undefined ? 'start' : { commit: position, prepare: position },
        filter: this.#serverFilter(),
      },
      { highWaterMark: BATCH },
    );
  }

  /** Spares the wire; `passes` decides. */
  #serverFilter(): Filter {
    const prefixes = this.#filter?.streamPrefixes ?? [''];
    return prefixes.length === 0 || prefixes.includes('')
      ? streamNameFilter({ regex: '^[^$]' })
      : streamNameFilter({ prefixes });
  }

  /** Hands the batch over until it is taken; `false` when the subscription was closed before. */
  async #handle(events: RecordedEvent[]): Promise<boolean> {
    const pauses = new GrowingPause(100, 10_000);
    while (!this.#closing.aborted) {
      try {
        await this.#handler(events);
        return true;
      } catch (error) {
        this.#settings.report('A subscriber could not take a batch of events; it gets it again.', error);
      }
      await pauses.wait(this.#closing);
    }
    return false;
  }
}

/** What has arrived beside the event just taken, so that a burst is handed over as one batch. */
function* waiting(live: AllStreamSubscription): Generator<{ event?: Parameters<typeof positionOf>[0] }> {
  for (let taken = 1; taken < BATCH; taken++) {
    const next = live.read();
    if (next === null) return;
    yield next;
  }
}
