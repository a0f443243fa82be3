import type { ImportTable } from '../../../shared/imports/commands.ts';
import type { RowOutcome } from '../../../shared/imports/views.ts';

const tables: Record<ImportTable, string> = {
  competences: 'Competences',
  members: 'People',
  machines: 'Machines',
  tools: 'Tools',
};

const outcomes: Record<RowOutcome, string> = {
  would: 'Ready',
  done: 'Taken in',
  known: 'Here already',
  partly: 'Taken in, in part',
  mistake: 'Not taken in',
};

/** Taking whole tables in. */
export const imports = {
  title: 'Take in a table',
  line: 'People, competences, machines or tools from a spreadsheet. Nothing is written before you have seen each row.',
  open: 'Take in a table',
  openLine: 'Many people, machines or tools at once, from a spreadsheet.',
  what: 'What the table is about',
  tables,
  order: 'Competences first: the other tables name them.',
  columns: (names: string) => `Columns: ${names}. Only the name is needed.`,
  template: 'A table to fill in',
  file: 'A CSV file',
  fileHint: 'Save it from your spreadsheet as CSV.',
  drop: 'Drop the file here',
  paste: 'Or paste the rows',
  pasteHint: 'With their headings in the first line.',
  invite: 'Write to new people with an address how they sign in',
  noMail: 'This server sends no mail. Each person gets a link to sign in from you: see People, Manage.',
  check: 'Check the rows',
  checked: (good: number, known: number, bad: number) =>
    `${good} ready, ${known} here already, ${bad} with mistakes. Nothing is written yet.`,
  take: (count: number) => (count === 1 ? 'Take in 1 row' : `Take in ${count} rows`),
  taken: (good: number, known: number, bad: number) =>
    `${good} taken in, ${known} here already, ${bad} not taken in.`,
  again: 'Mend the rows that were not taken in and send the table again: what stands is not made twice.',
  nothing: 'There is nothing to take in.',
  /** Where to look at what came in. */
  next: {
    competences: 'Next, the people',
    members: 'See the people',
    machines: 'Print their labels',
    tools: 'Print their labels',
  } satisfies Record<ImportTable, string>,
  rows: 'Rows',
  lineNumber: (line: number) => `Line ${line}`,
  unknownColumns: (names: string) => `Not understood, and passed over: ${names}.`,
  outcomes,
  mayNot: 'Stewards of the workshop take tables in.',
};
