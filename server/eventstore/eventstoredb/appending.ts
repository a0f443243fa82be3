import {
  ANY,
  type AppendExpectedRevision,
  type AppendResult,
  jsonEvent,
  NO_STREAM,
  STREAM_EXISTS,
  type RecordedEvent as StoredEvent,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import {
  type Appended,
  type ExpectedRevision,
  type NewEvent,
  StoreUnavailable,
  type WrongExpectedRevision,
} from '../port.ts';
import type { Connection } from './connection.ts';
import { finalFailure, unavailable } from './failures.ts';
import type { Reading } from './reading.ts';
import { positionOf } from './recordedEvent.ts';
import { GrowingPause, within } from './waiting.ts';

const SEARCH_PAGE = 500;
/** What finding the leader may take on top of the call itself, in milliseconds. */
const CONNECTING = 1000;

/**
 * Appends, and finds out what became of an append whose answer did not come.
 *
 * Repeating it with the same ids is safe where a revision (or `none`) is expected: if the first try was written, the
 * server compares the ids behind that revision and answers as then; if not, it writes; and a first try that arrives
 * late is compared likewise. For `any` and `exists` the server remembers ids only in memory and forgets them when it
 * restarts, so that before a repetition the stream is searched, and the repetition expects the head that was seen.
 */
export class Appending {
  readonly #connection: Connection;
  readonly #reading: Reading;
  readonly #deadline: number;
  readonly #patience: number;
  readonly #closing: AbortSignal;

  constructor(
    connection: Connection,
    reading: Reading,
    times: { deadline: number; patience: number },
    closing: AbortSignal,
  ) {
    this.#connection = connection;
    this.#reading = reading;
    this.#deadline = times.deadline;
    this.#patience = times.patience;
    this.#closing = closing;
  }

  async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended | WrongExpectedRevision> {
    const giveUp = performance.now() + this.#patience;
    const pauses = new GrowingPause(50, 1000);
    const ids = events.map((event) => event.id);
    let expects = expected;
    for (;;) {
      let failure: unknown;
      try {
        const outcome = await this.#once(stream, events, expects);
        if (outcome.outcome === 'appended' || expects === expected) return outcome;
        failure = new StoreUnavailable(`The stream ${stream} moved on while the append was settled.`);
      } catch (error) {
        const final = finalFailure(error);
        if (final !== undefined) throw final;
        failure = error;
      }
      if (this.#closing.aborted || performance.now() >= giveUp) throw unavailable(failure);
      await pauses.wait(this.#closing);
      const settled = await this.#settle(stream, ids, expected);
      if (typeof settled === 'object') return settled;
      expects = settled;
    }
  }

  async #once(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended | WrongExpectedRevision> {
    const { client, perCall } = this.#connection;
    let result: AppendResult;
    try {
      result = await within(
        this.#deadline + CONNECTING,
        client.appendToStream(stream, events.map(toEventData), {
          ...perCall,
          deadline: this.#deadline,
          expectedRevision: toExpectedRevision(expected),
        }),
      );
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw error;
      const actual = error.actualVersion;
      return wrong(expected, typeof actual === 'bigint' ? Number(actual) : 'none');
    }
    const revision = Number(result.nextExpectedRevision);
    // A connection string with throwOnAppendFailure=false answers conflicts as values.
    if (!result.success) return wrong(expected, revision < 0 ? 'none' : revision);
    const position = result.position?.commit ?? (await this.#positionAt(stream, revision));
    return { outcome: 'appended', revision, position };
  }

  /** An idempotent answer may come without a position when the server has not indexed the first write yet. */
  async #positionAt(stream: string, revision: number): Promise<bigint> {
    const [event] = await this.#reading.stream(stream, {
      from: BigInt(revision),
      direction: 'forwards',
      limit: 1,
    });
    if (event === undefined) throw new StoreUnavailable(`Event ${revision} of ${stream} cannot be read yet.`);
    return positionOf(event);
  }

  /** The outcome, if the stream tells that the append was written; else what to expect when it is repeated. */
  async #settle(
    stream: string,
    ids: readonly string[],
    expected: ExpectedRevision,
  ): Promise<Appended | ExpectedRevision> {
    if (expected === 'any' || expected === 'exists') return await this.#search(stream, ids, expected);
    const first = expected === 'none' ? 0 : expected + 1;
    const range = { from: BigInt(first), direction: 'forwards', limit: ids.length } as const;
    const there = await this.#reading.stream(stream, range);
    return appendedAs(ids, there) ?? expected;
  }

  async #search(
    stream: string,
    ids: readonly string[],
    expected: 'any' | 'exists',
  ): Promise<Appended | ExpectedRevision> {
    let head: number | undefined;
    let newer: StoredEvent[] = [];
    for (let from: bigint | 'end' = 'end'; ; ) {
      const page = await this.#reading.stream(stream, { from, direction: 'backwards', limit: SEARCH_PAGE });
      const newest = page[0];
      const oldest = page.at(-1);
      if (newest === undefined || oldest === undefined) break;
      head ??= Number(newest.revision);
      const around = [...page.toReversed(), ...newer];
      const start = around.findIndex((event) => event.id === ids[0]);
      if (start >= 0) {
        const found = appendedAs(ids, around.slice(start, start + ids.length));
        if (found !== undefined) return found;
      }
      if (oldest.revision === 0n) break;
      from = oldest.revision - 1n;
      newer = around.slice(0, ids.length);
    }
    if (head !== undefined) return head;
    return expected === 'any' ? 'none' : 'exists';
  }
}

function appendedAs(ids: readonly string[], events: readonly StoredEvent[]): Appended | undefined {
  const last = events.at(ids.length - 1);
  if (last === undefined || !ids.every((id, index) => events[index]?.id === id)) return undefined;
  return { outcome: 'appended', revision: Number(last.revision), position: positionOf(last) };
}

function wrong(expected: ExpectedRevision, actual: number | 'none'): WrongExpectedRevision {
  return { outcome: 'wrongExpectedRevision', expected, actual };
}

function toExpectedRevision(expected: ExpectedRevision): AppendExpectedRevision {
  if (expected === 'any') return ANY;
  if (expected === 'none') return NO_STREAM;
  if (expected === 'exists') return STREAM_EXISTS;
  return BigInt(expected);
}

function toEventData({ id, type, data, metadata }: NewEvent) {
  return jsonEvent({ id, type, data, metadata });
}
