import type { ColumnType, Table } from './table.ts';

const SQL_TYPE: Record<ColumnType, string> = {
  text: 'text not null',
  'text?': 'text',
  integer: 'integer not null',
  'integer?': 'integer',
  real: 'real not null',
  'real?': 'real',
};

const quoted = (name: string) => `"${name}"`;

export const columnsOf = (table: Table): string[] => Object.keys(table.columns);

/**
 * Without its indexes: they are built when the rows are there. The key stands in an index of its own (not `without
 * rowid`): rows are then appended, and only the short keys are sorted in, which a rebuild feels.
 */
export function createTable(table: Table): string {
  const columns = Object.entries(table.columns).map(([name, type]) => {
    const key = name === table.key ? ' primary key' : '';
    return `${quoted(name)} ${SQL_TYPE[type]}${key}`;
  });
  return `create table if not exists ${quoted(table.name)} (${columns.join(', ')})`;
}

/** The index of a table's words, and the triggers that keep it on the rows; nothing where none is wanted. */
export function createWords({ name, words = [] }: Table): string[] {
  if (words.length === 0) return [];
  const [table, index] = [quoted(name), quoted(`${name}Words`)];
  const columns = words.map(quoted).join(', ');
  const of = (row: 'new' | 'old') =>
    [`${row}.rowid`, ...words.map((word) => `${row}.${quoted(word)}`)].join(', ');
  const enter = `insert into ${index} (rowid, ${columns}) values (${of('new')});`;
  const leave = `insert into ${index} (${index}, rowid, ${columns}) values ('delete', ${of('old')});`;
  const changed = words.map((word) => `old.${quoted(word)} is not new.${quoted(word)}`).join(' or ');
  const trigger = (suffix: string, when: string, work: string) =>
    `create trigger if not exists ${quoted(name + suffix)} after ${when} begin ${work} end`;
  return [
    `create virtual table if not exists ${index} using fts5(${columns}, content=${table}, content_rowid='rowid',
      tokenize='unicode61 remove_diacritics 2', prefix='2 3')`,
    trigger('WordsIn', `insert on ${table}`, enter),
    trigger('WordsOut', `delete on ${table}`, leave),
    trigger('WordsChange', `update on ${table} when ${changed}`, `${leave} ${enter}`),
  ];
}

export function createIndexes(table: Table): string[] {
  return table.indexes.map(
    (columns) =>
      `create index if not exists ${quoted(`${table.name}By${columns.join('And')}`)} on ${quoted(table.name)} (${columns.map(quoted).join(', ')})`,
  );
}

/** Inserts, or changes the row where it stands. */
export const putRow = (table: Table) => {
  const columns = columnsOf(table);
  const changes = columns
    .filter((column) => column !== table.key)
    .map((column) => `${quoted(column)} = excluded.${quoted(column)}`);
  const conflict = changes.length > 0 ? `do update set ${changes.join(', ')}` : 'do nothing';
  return `insert into ${quoted(table.name)} values (${columns.map(() => '?').join(', ')}) on conflict (${quoted(table.key)}) ${conflict}`;
};

export const selectByKey = (table: Table) =>
  `select * from ${quoted(table.name)} where ${quoted(table.key)} = ?`;

export const deleteByKey = (table: Table) =>
  `delete from ${quoted(table.name)} where ${quoted(table.key)} = ?`;

export const changeByKey = (table: Table, columns: string[]) =>
  `update ${quoted(table.name)} set ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} where ${quoted(table.key)} = ?`;
