import type { WorkRow } from '../../shared/work/views.ts';

/** Columns of the table that one takes along. */
const HEADINGS = ['date', 'kind', 'minutes', 'on', 'name', 'note'];

/** One's own work as CSV (RFC 4180), newest first. */
export const tableOfWork = (rows: readonly WorkRow[]): string =>
  [
    HEADINGS,
    ...rows.map(({ at, kind, minutes, on, onName, note }) => [
      at,
      kind,
      String(minutes),
      on.kind,
      onName ?? '',
      note ?? '',
    ]),
  ]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');

/** A spreadsheet must take no cell for a formula: an apostrophe stands before what could be one. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
