/** Stands for the id of what a command will make that waits itself, in paths and bodies of those behind it. */
export const madeBy = (commandId: string): string => `made:${commandId}`;

/** A whole id, which nobody writes by chance: a note of what is `hand-made:yes` waits for nothing. */
const WAITED_FOR = /made:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/;

interface Asked {
  path: string;
  body: unknown;
}

/** The command whose answer this one waits for; null where it can be given. */
export const waitsFor = ({ path, body }: Asked): string | null =>
  WAITED_FOR.exec(path)?.[1] ?? WAITED_FOR.exec(JSON.stringify(body) ?? '')?.[1] ?? null;

/** The same with the id of what that command has made. */
export function withMade<Row extends Asked>(row: Row, commandId: string, id: string): Row {
  if (waitsFor(row) === null) return row;
  const named = (text: string) => text.replaceAll(madeBy(commandId), id);
  const filledIn = (value: unknown): unknown => {
    if (typeof value === 'string') return named(value);
    if (Array.isArray(value)) return value.map(filledIn);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, filledIn(each)]));
  };
  return { ...row, path: named(row.path), body: filledIn(row.body) };
}
