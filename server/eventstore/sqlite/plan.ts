import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EncodedEvent } from '../encode.ts';
import type { Appended, ExpectedRevision, WrongExpectedRevision } from '../port.ts';
import type { Stream } from './streams.ts';

type Row = Record<string, unknown>;

/**
 * Decides about an append before anything of it is written: the answer where it was written already or may not be,
 * `null` where it is to be written. To be asked inside the write transaction.
 *
 * The rules are EventStoreDB's. `any` and `exists` look for the event ids anywhere in the stream, a revision looks
 * for them right behind it; an append of which only a part was written is a wrong expected revision.
 */
export class AppendPlanner {
  readonly #byId: StatementSync;
  readonly #byRevision: StatementSync;

  constructor(database: DatabaseSync) {
    this.#byId = database.prepare(
      "select revision, position from events where stream_id = ? and id = unhex(?, '-') order by position desc limit 1",
    );
    this.#byRevision = database.prepare(
      "select position, id = unhex(?, '-') as same from events where stream_id = ? and revision = ?",
    );
  }

  decide(
    stream: Stream | undefined,
    events: readonly EncodedEvent[],
    expected: ExpectedRevision,
  ): Appended | WrongExpectedRevision | null {
    if (stream === undefined) {
      return expected === 'any' || expected === 'none' ? null : wrong(expected, 'none');
    }
    if (expected === 'any' || expected === 'exists') return this.#anywhere(stream, events, expected);
    const revision = expected === 'none' ? -1 : expected;
    if (revision === stream.head) return null;
    return this.#behind(stream, events, expected, revision);
  }

  #anywhere(
    stream: Stream,
    events: readonly EncodedEvent[],
    expected: ExpectedRevision,
  ): Appended | WrongExpectedRevision | null {
    let found: Row | undefined;
    for (const [index, event] of events.entries()) {
      found = this.#byId.get(stream.id, event.id);
      if (found === undefined) return index === 0 ? null : wrong(expected, stream.head);
    }
    return found === undefined ? null : appended(Number(found.revision), found);
  }

  #behind(
    stream: Stream,
    events: readonly EncodedEvent[],
    expected: ExpectedRevision,
    revision: number,
  ): Appended | WrongExpectedRevision {
    let found: Row | undefined;
    let at = revision;
    for (const event of events) {
      found = this.#byRevision.get(event.id, stream.id, ++at);
      if (found?.same !== 1) return wrong(expected, stream.head);
    }
    return found === undefined ? wrong(expected, stream.head) : appended(at, found);
  }
}

function appended(revision: number, row: Row): Appended {
  return { outcome: 'appended', revision, position: BigInt(Number(row.position)) };
}

function wrong(expected: ExpectedRevision, actual: number | 'none'): WrongExpectedRevision {
  return { outcome: 'wrongExpectedRevision', expected, actual };
}
