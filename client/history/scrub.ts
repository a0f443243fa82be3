import type { ChangeTable } from './changeTable.ts';
import type { Deltas } from './deltas.ts';

/** Who is told what changed; the same more than once where a hand jumps. */
export interface Follower {
  piece(occurrence: number, state: number): void;
  entry(entry: number): void;
  assumed(row: number): void;
}

/** Walks a history there and back: within a moment each changes once at most. A step costs what it changes, and makes nothing new. */
export class Scrub {
  /** The moment that it stands at; -1: before the first. */
  at = -1;
  /** See `changeTable.ts`. */
  readonly pieces: Int32Array;
  readonly entries: Uint8Array;
  readonly assumed: Uint8Array;
  readonly #table: ChangeTable;

  constructor(table: ChangeTable, sizes: { pieces: number; entries: number; rows: number }) {
    this.#table = table;
    this.pieces = new Int32Array(sizes.pieces);
    this.entries = new Uint8Array(sizes.entries);
    this.assumed = new Uint8Array(sizes.rows);
  }

  /** @param to a moment; one beyond the ends is the end. */
  go(to: number, follower: Follower): void {
    const end = Math.min(this.#table.moments - 1, Math.max(-1, to));
    const { pieces, entries, assumed } = this.#table;
    while (this.at < end) {
      this.at += 1;
      this.#walkPieces(pieces, pieces.after, follower);
      this.#walkEntries(entries, entries.after, follower);
      this.#walkAssumed(assumed, assumed.after, follower);
    }
    while (this.at > end) {
      this.#walkPieces(pieces, pieces.before, follower);
      this.#walkEntries(entries, entries.before, follower);
      this.#walkAssumed(assumed, assumed.before, follower);
      this.at -= 1;
    }
  }

  #walkPieces({ from, which }: Deltas, states: Int32Array, follower: Follower): void {
    for (let place = from[this.at] ?? 0; place < (from[this.at + 1] ?? 0); place += 1) {
      const piece = which[place] ?? 0;
      const state = states[place] ?? 0;
      this.pieces[piece] = state;
      follower.piece(piece, state);
    }
  }

  #walkEntries({ from, which }: Deltas, states: Int32Array, follower: Follower): void {
    for (let place = from[this.at] ?? 0; place < (from[this.at + 1] ?? 0); place += 1) {
      const entry = which[place] ?? 0;
      this.entries[entry] = states[place] ?? 0;
      follower.entry(entry);
    }
  }

  #walkAssumed({ from, which }: Deltas, states: Int32Array, follower: Follower): void {
    for (let place = from[this.at] ?? 0; place < (from[this.at + 1] ?? 0); place += 1) {
      const row = which[place] ?? 0;
      this.assumed[row] = states[place] ?? 0;
      follower.assumed(row);
    }
  }
}
