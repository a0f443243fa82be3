import { randomUUID } from 'node:crypto';
import { type CommitCheck, checkCommit, DELETED, type Expected, type StreamState } from './commitCheck.ts';
import { LogFile } from './logFile.ts';

/** One event record of the stand-in's transaction log. */
export interface LogRecord {
  /** Byte offset in the log: it is commit and prepare position alike, as for every record written since v5. */
  position: bigint;
  id: string;
  stream: string;
  revision: bigint;
  type: string;
  isJson: boolean;
  data: Uint8Array;
  metadata: Uint8Array;
  /** 100 ns ticks since 1970, as in the `created` metadata. */
  created: bigint;
}

export type ProposedEvent = Pick<LogRecord, 'id' | 'type' | 'isJson' | 'data' | 'metadata'>;

export type WriteResult =
  | { outcome: 'written'; revision: bigint; position: bigint }
  | { outcome: 'wrongExpectedVersion'; current: bigint }
  | { outcome: 'deleted' }
  | { outcome: 'timeout' };

export interface LogSettings {
  /** Keeps the log over restarts of the process. */
  file?: string;
  /** Milliseconds between writing a record and its being replicated and indexed: only then is it seen and answered. */
  indexing: number;
  /** Milliseconds after which the server answers "Operation timed out" for a write that it dropped (`CommitTimeoutMs`). */
  commitTimeout: number;
  /** After how many records of clients the server writes one of its own. */
  systemEvery: number;
}

const HEADER_BYTES = 94;
const encoder = new TextEncoder();

/**
 * The transaction log and its index, in memory: what StorageWriterService, StorageChaser, IndexCommitterService and
 * IndexReader do together in the server, for one node that is the leader.
 */
export class Log {
  readonly #settings: LogSettings;
  readonly #file: LogFile | undefined;
  readonly #records: LogRecord[] = [];
  readonly #streams = new Map<string, StreamState>();
  readonly #watchers = new Set<() => void>();
  /** Where the next record goes. An epoch record, which is no event, comes first in every log. */
  #end = 164n;
  /** How many records are indexed; readers see no further. */
  #indexed = 0;
  #fromClients = 0;

  constructor(settings: LogSettings) {
    this.#settings = settings;
    this.#file = settings.file === undefined ? undefined : new LogFile(settings.file);
    for (const written of this.#file?.read() ?? []) this.#take(written);
    this.#indexed = this.#records.length;
    if (this.#records.length === 0) this.#writeFirstRecords();
  }

  /** What a restart of the server's process forgets: the ids of recent writes (IndexWriter's committedEvents). */
  forgetRecentIds(): void {
    for (const state of this.#streams.values()) state.recent.clear();
    this.#indexed = this.#records.length;
  }

  /** Stops what a process that ended would not do any more. */
  close(): void {
    this.#file?.close();
  }

  /**
   * Checks, writes and answers like one write request. The record is in the log at once; the answer comes when it is
   * indexed. A repetition of a write that is not indexed yet is *dropped* (CommitDecision.IdempotentNotReady), so that
   * the caller gets a timeout.
   */
  async write(stream: string, expected: Expected, events: readonly ProposedEvent[]): Promise<WriteResult> {
    const state = this.#state(stream);
    const check = checkCommit(
      state,
      this.#streams.get(`$$${stream}`) !== undefined,
      expected,
      events.map((event) => event.id),
    );
    return await this.#act(state, check, stream, events);
  }

  /** Soft: a `$tb` in the stream's metadata hides all events. Hard: a tombstone ends the stream for good. */
  async delete(stream: string, expected: Expected, how: 'soft' | 'hard'): Promise<WriteResult> {
    const state = this.#state(stream);
    const check = checkCommit(state, this.#streams.has(`$$${stream}`), expected, [randomUUID()]);
    if (check.decision !== 'ok') return await this.#act(state, check, stream, []);
    const written =
      how === 'hard'
        ? this.#append(stream, [systemEvent('$streamDeleted', {})], DELETED)
        : this.#append(`$$${stream}`, [systemEvent('$metadata', { $tb: Number(DELETED) })]);
    await this.#index();
    return written;
  }

  async #act(
    state: StreamState,
    check: CommitCheck,
    stream: string,
    events: readonly ProposedEvent[],
  ): Promise<WriteResult> {
    switch (check.decision) {
      case 'deleted':
        return { outcome: 'deleted' };
      case 'wrongExpectedVersion':
      case 'corruptedIdempotency':
        return { outcome: 'wrongExpectedVersion', current: check.current };
      case 'idempotent': {
        const index = state.indexes[Number(check.last)];
        const record = index === undefined ? undefined : this.#records[index];
        if (index === undefined || record === undefined || index >= this.#indexed) {
          await new Promise((resolve) => setTimeout(resolve, this.#settings.commitTimeout));
          return { outcome: 'timeout' };
        }
        return { outcome: 'written', revision: check.last, position: record.position };
      }
      case 'ok': {
        if (check.softDeleted) {
          this.#append(`$$${stream}`, [systemEvent('$metadata', { $tb: Number(check.current) + 1 })]);
        }
        const written = this.#append(stream, events);
        this.#fromClients += events.length;
        if (this.#fromClients >= this.#settings.systemEvery) {
          this.#fromClients = 0;
          this.#append('$stats-127.0.0.1:2113', [systemEvent('$statsCollected', { 'proc-mem': 1 })]);
        }
        await this.#index();
        return written;
      }
    }
  }

  #append(
    stream: string,
    events: readonly ProposedEvent[],
    atRevision?: bigint,
  ): Extract<WriteResult, { outcome: 'written' }> {
    const state = this.#state(stream);
    const created = BigInt(Date.now()) * 10_000n;
    let position = this.#end;
    const records = events.map((event, index): LogRecord => {
      const revision = atRevision ?? state.last + 1n + BigInt(index);
      const record = { ...event, stream, revision, position, created };
      position += sizeOf(record);
      return record;
    });
    const last = records.at(-1);
    if (last === undefined) throw new Error('Ensure.Positive(events.Length)');
    this.#file?.write(records);
    this.#take(records);
    for (const record of records) state.recent.set(record.id, record.revision);
    return { outcome: 'written', revision: last.revision, position: last.position };
  }

  #take(records: readonly LogRecord[]): void {
    for (const record of records) {
      const state = this.#state(record.stream);
      if (record.revision !== DELETED) {
        state.indexes.push(this.#records.length);
        state.ids.push(record.id);
      }
      state.last = record.revision;
      this.#records.push(record);
      this.#end = record.position + sizeOf(record);
      if (record.type === '$metadata' && record.stream.startsWith('$$')) {
        const truncateBefore = /"\$tb":(\d+)/.exec(new TextDecoder().decode(record.data))?.[1];
        const hidden = this.#state(record.stream.slice(2));
        if (truncateBefore !== undefined) {
          hidden.truncateBefore = BigInt(truncateBefore) >= 2n ** 62n ? DELETED : BigInt(truncateBefore);
        }
      }
    }
  }

  async #index(): Promise<void> {
    const upTo = this.#records.length;
    await new Promise((resolve) => setTimeout(resolve, this.#settings.indexing));
    this.#indexed = Math.max(this.#indexed, upTo);
    for (const watcher of this.#watchers) watcher();
  }

  #state(stream: string): StreamState {
    let state = this.#streams.get(stream);
    if (state === undefined) {
      state = { last: -1n, truncateBefore: 0n, ids: [], indexes: [], recent: new Map() };
      this.#streams.set(stream, state);
    }
    return state;
  }

  /** A new database is not empty: it has its users, and statistics soon after. */
  #writeFirstRecords(): void {
    this.#append('$$$users', [systemEvent('$metadata', { $acl: { $r: '$admins', $w: '$admins' } })]);
    this.#append('$users', [systemEvent('$User', { loginName: 'admin' })]);
    this.#append('$user-admin', [systemEvent('$UserCreated', { loginName: 'admin' })]);
    this.#append('$$$stats-127.0.0.1:2113', [systemEvent('$metadata', { $maxAge: 86400 })]);
    this.#append('$stats-127.0.0.1:2113', [systemEvent('$statsCollected', { 'proc-mem': 1 })]);
    this.#indexed = this.#records.length;
  }

  /** Calls back after new records can be seen. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** How many records can be seen; they are numbered from 0. */
  get length(): number {
    return this.#indexed;
  }

  record(index: number): LogRecord | undefined {
    return index < this.#indexed ? this.#records[index] : undefined;
  }

  /** Index of the first record at or after the position; `undefined` where no record begins (InvalidPosition). */
  indexAt(position: bigint): number | undefined {
    if (position === 0n) return 0;
    let low = 0;
    let high = this.#records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#records[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }
    if (position >= this.#end) return this.#records.length;
    return this.#records[low]?.position === position ? low : undefined;
  }

  /** The records of a stream that can be seen, or why there are none. */
  readStream(name: string): LogRecord[] | 'notFound' | 'deleted' {
    const state = this.#streams.get(name);
    if (state?.last === DELETED) return 'deleted';
    if (state === undefined || state.truncateBefore === DELETED) return 'notFound';
    const records: LogRecord[] = [];
    for (const index of state.indexes) {
      const record = this.record(index);
      if (record !== undefined && record.revision >= state.truncateBefore) records.push(record);
    }
    const seen = state.indexes[0] !== undefined && state.indexes[0] < this.#indexed;
    return seen ? records : 'notFound';
  }
}

function sizeOf(record: Omit<LogRecord, 'position'>): bigint {
  const names = encoder.encode(record.stream).length + encoder.encode(record.type).length;
  return BigInt(HEADER_BYTES + names + record.data.length + record.metadata.length);
}

function systemEvent(type: string, data: object): ProposedEvent {
  return {
    id: randomUUID(),
    type,
    isJson: true,
    data: encoder.encode(JSON.stringify(data)),
    metadata: new Uint8Array(),
  };
}
