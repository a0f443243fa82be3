import { waitsFor, withMade } from './madeBy.ts';

/** What commands of this tab have made since it was opened, by their ids. */
const made = new Map<string, string>();

/** The command has made this. */
export const rememberMade = (commandId: string, id: string) => made.set(commandId, id);

/** A command that waits for what was made from here meanwhile, with its id. */
export function madeHere<Row extends { path: string; body: unknown }>(row: Row): Row {
  const before = waitsFor(row);
  const id = before === null ? undefined : made.get(before);
  return before === null || id === undefined ? row : withMade(row, before, id);
}
