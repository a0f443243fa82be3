import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EventStore } from '../eventstore/port.ts';
import { contentsIn } from '../files/contents.ts';
import { applyEvent, handlersByType } from '../views/apply.ts';
import { openViewsDatabase, type ViewsDatabase } from '../views/database.ts';
import { definitionHash } from '../views/definition.ts';
import type { Contents, Projection } from '../views/projection.ts';
import { rebuildViews } from '../views/rebuild.ts';
import { directWriters } from '../views/writers.ts';
import { digestTable, firstDifference, type TableDigest } from './compareTables.ts';
import { pagesOf } from './eventsOf.ts';
import type { Findings } from './findings.ts';
import { type OnProgress, unheard } from './progress.ts';
import { copyDatabase } from './sqliteCopy.ts';

export interface VerifyViewsOptions {
  store: EventStore;
  dataFolder: string;
  /** An empty folder for copies. */
  scratch: string;
  projections: readonly Projection[];
  /** UTC milliseconds. */
  now: number;
  findings: Findings;
  onProgress?: OnProgress;
}

export interface VerifiedViews {
  /** What the fresh views were compared with: view files of servers, or none and so views built event by event. */
  compared: string[];
  tables: Record<string, TableDigest>;
}

/**
 * Folds the whole log into fresh views and compares them, table by table, with a copy of each view file in use, led to
 * the same position one event at a time as a server does; or, where there is none, with views built that way alone.
 */
export async function verifyViews(options: VerifyViewsOptions): Promise<VerifiedViews> {
  const { store, scratch, projections, now, findings, onProgress = unheard } = options;
  const tables = projections.flatMap((projection) => projection.tables);
  const contents = contentsIn(options.dataFolder);
  // Copied first: the rebuild then ends at or after where they stand.
  const seen = copyViewFiles(options);
  await using opened = new AsyncDisposableStack();
  const path = join(scratch, 'fresh.db');
  try {
    await rebuildViews(store, path, projections, contents, now, ({ events }) =>
      onProgress({ what: 'folding fresh views', done: events }),
    );
  } catch (error) {
    findings.add(`The views cannot be rebuilt: ${error instanceof Error ? error.message : String(error)}.`);
    return { compared: [], tables: {} };
  }
  const fresh = openViewsDatabase(path, tables);
  opened.defer(() => fresh.close());
  const result: VerifiedViews = { compared: [], tables: {} };
  for (const table of tables) result.tables[table.name] = digestTable(fresh, table);

  if (seen.length === 0) seen.push({ name: 'views built event by event', path: join(scratch, 'single.db') });
  for (const { name, path: copy } of seen) {
    const views = openViewsDatabase(copy, tables);
    opened.defer(() => views.close());
    const unlike = await whyNotOfThisLog(store, views);
    if (unlike !== null) {
      findings.add(`${name} ${unlike}.`);
      continue;
    }
    try {
      await bringTo(store, views, fresh.checkpoint()?.position ?? null, projections, contents, onProgress);
    } catch (error) {
      findings.add(`${name} cannot take on: ${error instanceof Error ? error.message : String(error)}.`);
      continue;
    }
    result.compared.push(name);
    for (const table of tables) {
      if (digestTable(views, table).digest === result.tables[table.name]?.digest) continue;
      findings.add(`${name}: the table ${table.name} ${firstDifference(fresh, views, table)}.`);
    }
  }
  return result;
}

/** Copies of the finished view files of this release. One that was left in the middle of a rebuild is begun anew anyway. */
function copyViewFiles({
  dataFolder,
  scratch,
  projections,
}: VerifyViewsOptions): { name: string; path: string }[] {
  const tables = projections.flatMap((projection) => projection.tables);
  const ofThisRelease = new RegExp(`^views-${definitionHash(projections)}-\\d+\\.db$`);
  const copies: { name: string; path: string }[] = [];
  for (const name of readdirSync(dataFolder).filter((file) => ofThisRelease.test(file))) {
    const path = join(scratch, name);
    copyDatabase(join(dataFolder, name), path);
    const views = openViewsDatabase(path, tables);
    if (views.isFinished()) copies.push({ name, path });
    views.close();
  }
  return copies;
}

async function whyNotOfThisLog(store: EventStore, views: ViewsDatabase): Promise<string | null> {
  const checkpoint = views.checkpoint();
  if (checkpoint === null) return null;
  const { stream, revision, eventId, position } = checkpoint;
  const [event] = await store.read(stream, { from: revision, limit: 1 });
  if (event?.id === eventId && event.position === position) return null;
  return `stands on an event that the log does not hold (${stream}@${revision} ${eventId})`;
}

async function bringTo(
  store: EventStore,
  views: ViewsDatabase,
  through: bigint | null,
  projections: readonly Projection[],
  contents: Contents,
  onProgress: OnProgress,
): Promise<void> {
  const after = views.checkpoint()?.position;
  if (through === null || (after !== undefined && after >= through)) return;
  const handlers = handlersByType(projections);
  const writers = directWriters(views);
  views.database.exec('pragma synchronous = off');
  let done = 0;
  for await (const page of pagesOf(store, { after, through })) {
    views.database.exec('begin');
    for (const event of page) applyEvent(handlers, event, writers, contents);
    views.database.exec('commit');
    done += page.length;
    onProgress({ what: 'bringing views up to date, event by event', done });
  }
}
