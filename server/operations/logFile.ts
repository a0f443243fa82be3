import { encodeAppend } from '../eventstore/encode.ts';
import type { RecordedEvent } from '../eventstore/port.ts';
import { openLogDatabase } from '../eventstore/sqlite/database.ts';

const EVENTS_IN_ONE_COMMIT = 50_000;

/** Writes a whole log into a new file, in order and with the positions it is given. */
export interface LogFileWriter {
  events: number;
  /** @throws where the event does not follow the one before in its stream, or is none that a store would take. */
  add(event: RecordedEvent): void;
  /** The file is whole from here on; syncing it is the caller's. */
  close(): void;
}

/**
 * Begins a log file of the embedded store's own schema. Nothing is synced and nothing survives a crash: for a file that
 * counts only once it is finished.
 */
export function writeLogFile(path: string): LogFileWriter {
  const database = openLogDatabase(path);
  database.exec('pragma journal_mode = off; pragma synchronous = off; begin');
  const insertStream = database.prepare('insert into streams (id, name) values (?, ?)');
  const insertEvent = database.prepare(
    "insert into events (position, stream_id, revision, id, type, data, metadata) values (?, ?, ?, unhex(?, '-'), ?, ?, ?)",
  );
  const streams = new Map<string, { id: number; next: number }>();
  const writer: LogFileWriter = {
    events: 0,
    add: (event) => {
      const { stream, revision, position } = event;
      const [encoded] = encodeAppend(stream, [event], 'any');
      let known = streams.get(stream);
      if (!known) {
        known = { id: streams.size + 1, next: 0 };
        streams.set(stream, known);
        insertStream.run(known.id, stream);
      }
      if (revision !== known.next || encoded === undefined)
        throw new Error(`revision ${revision} of ${stream} comes where ${known.next} is due`);
      known.next++;
      const { id, type, data, metadata } = encoded;
      insertEvent.run(position, known.id, revision, id, type, data, metadata);
      if (++writer.events % EVENTS_IN_ONE_COMMIT === 0) database.exec('commit; begin');
    },
    close: () => {
      if (!database.isOpen) return;
      if (database.isTransaction) database.exec('commit');
      database.close();
    },
  };
  return writer;
}
