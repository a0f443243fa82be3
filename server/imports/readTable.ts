import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { COLUMNS } from '../../shared/imports/columns.ts';
import { type ImportTable, MAXIMUM_ROWS } from '../../shared/imports/commands.ts';
import { HttpProblem } from '../http/problem.ts';

/** One row by our own names of columns; an absent cell is empty. */
export interface TableRow {
  /** Line on which it begins, from 1. */
  line: number;
  cells: Readonly<Record<string, string>>;
  /** Filled cells beyond the last heading. */
  surplus: boolean;
}

export interface ReadTable {
  rows: TableRow[];
  unknownColumns: string[];
}

const records = z.array(
  z.object({ record: z.array(z.string()), raw: z.string(), info: z.object({ lines: z.int() }) }),
);

/**
 * Reads a table: its first line names the columns, in English or Spanish, whatever their case; commas, semicolons or
 * tabs part them.
 * @throws {HttpProblem} invalid-request for what is no table, names no `name`, or has too many rows.
 */
export function readTable(table: ImportTable, csv: string): ReadTable {
  const [first, ...rest] = recordsOf(csv);
  if (first === undefined) throw mistaken('The table is empty.');
  const headings = first.record;
  const known = fieldsOf(table);
  const fields = headings.map((heading) => known.get(folded(heading)) ?? null);
  for (const [index, field] of fields.entries()) {
    if (field !== null && fields.indexOf(field) < index) {
      throw mistaken(`Two columns say the same: ${headings[fields.indexOf(field)]} and ${headings[index]}.`);
    }
  }
  if (!fields.includes('name')) {
    throw mistaken(
      `The first line has to name the columns, and one of them has to be “name”. Known here: ${Object.keys(COLUMNS[table]).join(', ')}.`,
    );
  }
  if (rest.length > MAXIMUM_ROWS) {
    throw mistaken(`The table has ${rest.length} rows; ${MAXIMUM_ROWS} are taken at a time.`);
  }
  return {
    rows: rest.map(({ record, raw, info }) => ({
      line: info.lines - newlinesIn(raw.trim()),
      cells: Object.fromEntries(
        fields.flatMap((field, index) => (field === null ? [] : [[field, record[index] ?? '']])),
      ),
      surplus: record.slice(headings.length).some((cell) => cell !== ''),
    })),
    unknownColumns: headings.filter((heading, index) => fields[index] === null && heading !== ''),
  };
}

function recordsOf(csv: string): z.infer<typeof records> {
  try {
    const parsed: unknown = parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      info: true,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
    return records.parse(parsed);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(Reflect.get(error, 'lines') ?? 1);
    throw mistaken(
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? `A quotation mark on line ${line}, or before, is never closed.`
        : `The table cannot be read from line ${line} on.`,
    );
  }
}

/** Whichever parts the first line most often; what stands in quotation marks parts nothing. */
function delimiterOf(csv: string): string {
  const [line = ''] = csv.replaceAll(/"[^"]*"/g, '').split(/\r?\n|\r/, 1);
  const times = (delimiter: string) => line.split(delimiter).length;
  return [',', ';', '\t'].reduce((most, one) => (times(one) > times(most) ? one : most));
}

/** Case, accents and what stands between words don't matter. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();

/** Our own name of a column by each of its headings, folded. */
function fieldsOf(table: ImportTable): ReadonlyMap<string, string> {
  const columns: Record<string, readonly string[]> = COLUMNS[table];
  return new Map(
    Object.entries(columns).flatMap(([field, headings]) =>
      headings.map((heading) => [folded(heading), field] as const),
    ),
  );
}

const newlinesIn = (text: string): number => text.split(/\r\n|\n|\r/).length - 1;

const mistaken = (message: string): HttpProblem =>
  new HttpProblem('invalid-request', message, { mistakes: [{ path: 'body.csv', message }] });
