/** What the rules need of an entry of a build's log. */
export interface LogEntry {
  removed: boolean;
  step: string | null;
  sounds: number;
}

/**
 * Entries by id, in drawers by how their ids begin: a state is copied with every event, and of ten thousand entries only
 * one drawer is. Plain objects, as snapshots are JSON.
 */
export type LogEntries = Readonly<Record<string, Readonly<Record<string, LogEntry>>>>;

/** Ids are hexadecimal: 256 drawers. */
const drawerOf = (logId: string): string => logId.slice(0, 2);

export const entryOf = (entries: LogEntries, logId: string): LogEntry | undefined =>
  entries[drawerOf(logId)]?.[logId];

export function withEntry(entries: LogEntries, logId: string, entry: LogEntry): LogEntries {
  const drawer = drawerOf(logId);
  return { ...entries, [drawer]: { ...entries[drawer], [logId]: entry } };
}
