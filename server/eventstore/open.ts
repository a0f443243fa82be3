import { join } from 'node:path';
import { openEventStoreDb } from './eventstoredb/openEventStoreDb.ts';
import type { EventStore } from './port.ts';
import { openLogDatabase } from './sqlite/database.ts';
import { openSqliteEventStore } from './sqlite/store.ts';

/** Where the log is: a cluster's address, or the file in the data folder. Plain data, so that a worker can open it too. */
export interface LogLocation {
  dataFolder: string;
  /** `esdb://…`; null for the embedded log. */
  eventStoreUrl: string | null;
}

export const logFile = (dataFolder: string): string => join(dataFolder, 'log.db');

/** Opens the log. All that a configuration switches between stands in this one line. */
export function openLog({ dataFolder, eventStoreUrl }: LogLocation): EventStore {
  return eventStoreUrl === null
    ? openSqliteEventStore({ path: logFile(dataFolder) })
    : openEventStoreDb({ connectionString: eventStoreUrl });
}

/** Opens the log to read it once from end to end: a page cache would only hold what is never read again. */
export function openLogForReplay(location: LogLocation): EventStore {
  if (location.eventStoreUrl !== null) return openLog(location);
  const path = logFile(location.dataFolder);
  const database = openLogDatabase(path);
  database.exec('pragma cache_size = -4096');
  return openSqliteEventStore({ path, database });
}
