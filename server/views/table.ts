/** Column types of a view; `?` may be null. Booleans are 0 and 1, instants UTC milliseconds, lists JSON text. */
export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?' | 'real' | 'real?';

type ValueOf<Type extends ColumnType> = Type extends 'text'
  ? string
  : Type extends 'text?'
    ? string | null
    : Type extends 'integer' | 'real'
      ? number
      : number | null;

export type Columns = Record<string, ColumnType>;

/** A view's table: its key is one text column, unique. */
export interface Table<C extends Columns = Columns> {
  name: string;
  columns: C;
  key: string;
  /** Column lists, one index each; built last in a rebuild. */
  indexes: string[][];
  /** Text columns that are searched by words, in an index of the name `{name}Words` that follows the rows. */
  words?: string[];
}

export type RowOf<T> = T extends Table<infer C> ? { [Column in keyof C]: ValueOf<C[Column]> } : never;

/** Its key and indexes must name columns (`Table` itself can't say so and stay assignable to `Table<Columns>`). */
export function defineTable<C extends Columns>(
  table: Table<C> & {
    key: keyof C & string;
    indexes: (keyof C & string)[][];
    words?: (keyof C & string)[];
  },
): Table<C> {
  return table;
}
