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
  key: keyof C & string;
  /** Column lists, one index each; built last in a rebuild. */
  indexes: (keyof C & string)[][];
}

export type RowOf<T> = T extends Table<infer C> ? { [Column in keyof C]: ValueOf<C[Column]> } : never;

export function defineTable<C extends Columns>(table: Table<C>): Table<C> {
  return table;
}
