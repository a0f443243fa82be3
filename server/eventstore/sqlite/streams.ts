import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** A stream as the log's tables know it. */
export interface Stream {
  readonly id: number;
  /** Revision of its newest event. */
  head: number;
  /** The turn of {@link Streams} in which `head` was read. */
  turn: number;
}

const MOST_REMEMBERED = 100_000;

/** Numbers, names and heads of streams: remembered for as long as nobody else has written. */
export class Streams {
  readonly #byName = new Map<string, Stream>();
  readonly #names = new Map<number, string>();
  readonly #findId: StatementSync;
  readonly #findName: StatementSync;
  readonly #findHead: StatementSync;
  readonly #insert: StatementSync;
  #turn = 0;

  constructor(database: DatabaseSync) {
    this.#findId = database.prepare('select id from streams where name = ?');
    this.#findName = database.prepare('select name from streams where id = ?');
    this.#findHead = database.prepare('select max(revision) as head from events where stream_id = ?');
    this.#insert = database.prepare('insert into streams (name) values (?)');
  }

  /** Another process has written: heads must be read anew (numbers and names never change). */
  expireHeads(): void {
    this.#turn++;
  }

  /** A transaction was rolled back: what it added never was. */
  forget(): void {
    this.#byName.clear();
    this.#names.clear();
  }

  /** The stream with its head as of now, or `undefined` when it holds nothing. For use inside a write transaction. */
  find(name: string): Stream | undefined {
    const known = this.#byName.get(name);
    if (known !== undefined && known.turn === this.#turn) return known;
    const id = known?.id ?? this.#findId.get(name)?.id;
    if (typeof id !== 'number') return undefined;
    const head = this.#findHead.get(id)?.head;
    if (typeof head !== 'number') throw new Error(`The stream "${name}" is named but holds no event.`);
    return this.#remember(name, { id, head, turn: this.#turn });
  }

  /** Names a new stream. Events must follow in the same transaction. */
  create(name: string): Stream {
    const id = Number(this.#insert.run(name).lastInsertRowid);
    return this.#remember(name, { id, head: -1, turn: this.#turn });
  }

  /** The stream's number, or `undefined` when it holds nothing. */
  idOf(name: string): number | undefined {
    const id = this.#byName.get(name)?.id ?? this.#findId.get(name)?.id;
    return typeof id === 'number' ? id : undefined;
  }

  nameOf(id: number): string {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const name = this.#findName.get(id)?.name;
    if (typeof name !== 'string') throw new Error(`Events name a stream ${id} that the log does not know.`);
    if (this.#names.size >= MOST_REMEMBERED) this.#names.clear();
    this.#names.set(id, name);
    return name;
  }

  #remember(name: string, stream: Stream): Stream {
    if (this.#byName.size >= MOST_REMEMBERED) this.#byName.clear();
    this.#byName.set(name, stream);
    return stream;
  }
}
