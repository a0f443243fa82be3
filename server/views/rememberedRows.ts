import type { SqlValue } from './reader.ts';

const MAXIMUM_ANSWERS = 5_000;
const MAXIMUM_ROWS = 50;

/**
 * Answers that were read from tables, each for as long as nothing in its table changes: the same few rows of machines,
 * workshops and memberships are asked for by every command. Nobody else writes a view file, so this is exact.
 */
export class RememberedRows {
  /** By table, question and what was asked for. */
  readonly #tables = new Map<string, Map<string, Map<SqlValue | undefined, unknown>>>();

  /** The remembered answer, or that of `find`, whose rows are frozen: many read them. */
  answer<Found extends object | undefined>(
    table: string,
    sql: string,
    values: readonly SqlValue[],
    find: () => Found,
  ): Found {
    let questions = this.#tables.get(table);
    if (questions === undefined) {
      questions = new Map();
      this.#tables.set(table, questions);
    }
    let answers = questions.get(sql);
    if (answers === undefined) {
      answers = new Map();
      questions.set(sql, answers);
    }
    const key = values.length === 1 ? values[0] : values.join('\0');
    const known = answers.get(key);
    // The same question of the same table: its answer is of the same type.
    if (known !== undefined) return known as Found;
    const found = find();
    if (found === undefined || (Array.isArray(found) && found.length > MAXIMUM_ROWS)) return found;
    if (Array.isArray(found)) for (const row of found) Object.freeze(row);
    Object.freeze(found);
    if (answers.size >= MAXIMUM_ANSWERS) answers.clear();
    answers.set(key, found);
    return found;
  }

  forgetAll(): void {
    this.#tables.clear();
  }

  /** Something in the table changes. */
  forget(table: string): void {
    this.#tables.get(table)?.clear();
  }
}
