import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { NewEvent } from '../../server/eventstore/port.ts';

/**
 * A booking as it stands in the log: about 240 bytes of data and 230 of metadata. Through JSON once, so that its
 * strings are whole, as they are in a parsed request, and not still to be joined under the clock.
 */
export function bookingEvent(): NewEvent {
  const event: NewEvent = {
    id: randomUUID(),
    type: 'BookingPlaced',
    data: {
      bookingId: randomUUID(),
      machineId: randomUUID(),
      memberId: randomUUID(),
      from: '2026-11-22T10:00:00.000Z',
      to: '2026-11-22T11:00:00.000Z',
      purpose: 'text:7',
    },
    metadata: {
      at: '2026-11-20T08:15:30.123Z',
      actor: `member:${randomUUID()}`,
      commandId: randomUUID(),
      commandHash: 'a'.repeat(64),
      version: 1,
    },
  };
  return JSON.parse(JSON.stringify(event));
}

/** A row of the log's table, ready to be bound. */
export type Row = [
  stream: number,
  revision: number,
  id: Uint8Array,
  type: string,
  data: string,
  metadata: string,
];

export function rowOf(event: NewEvent, stream: number, revision: number): Row {
  const id = Buffer.from(event.id.replaceAll('-', ''), 'hex');
  return [stream, revision, id, event.type, JSON.stringify(event.data), JSON.stringify(event.metadata)];
}

const insertRow =
  'insert into events (stream_id, revision, id, type, data, metadata) values (?, ?, ?, ?, ?, ?)';

/** The baseline: rows that are ready, inserted into the same table with the same indexes, one commit per group. */
export class BareLog {
  readonly #begin;
  readonly #insert;
  readonly #commit;

  constructor(database: DatabaseSync) {
    this.#begin = database.prepare('begin immediate');
    this.#insert = database.prepare(insertRow);
    this.#commit = database.prepare('commit');
  }

  insert(rows: readonly Row[], group: number): void {
    for (let index = 0; index < rows.length; ) {
      this.#begin.run();
      for (const end = Math.min(index + group, rows.length); index < end; index++) {
        const row = rows[index];
        if (row !== undefined) this.#insert.run(...row);
      }
      this.#commit.run();
    }
  }

  /** Without a transaction around it: SQLite's own, one per row. */
  insertSingly(rows: readonly Row[]): void {
    for (const row of rows) this.#insert.run(...row);
  }
}

/** Streams of a bench: number `n` of the table (from 1) is `streamName(n)`. */
export const streamName = (number: number): string => `calendar-${String(number).padStart(8, '0')}`;

/** Fills an empty log with `count` events, in turn over `streams` streams, at once and without waiting for the disk. */
export function fill(database: DatabaseSync, count: number, streams: number): void {
  database.exec('pragma journal_mode = off; pragma synchronous = off; begin');
  const name = database.prepare('insert into streams (id, name) values (?, ?)');
  for (let stream = 1; stream <= streams; stream++) name.run(stream, streamName(stream));
  const template = rowOf(bookingEvent(), 0, 0);
  const insert = database.prepare(insertRow.replace('?, ?, ?', '?, ?, randomblob(16)'));
  for (let index = 0; index < count; index++) {
    insert.run((index % streams) + 1, Math.floor(index / streams), template[3], template[4], template[5]);
  }
  database.exec('commit; pragma journal_mode = wal; pragma synchronous = full');
}
