import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, RecordedEvent, Subscription } from '../eventstore/port.ts';
import { contentsIn } from '../files/contents.ts';
import { applyEvent, handlersByType, ProjectionFault } from './apply.ts';
import { openCommandLog, rememberedSince } from './commandLog.ts';
import { openViewsDatabase, type ViewsDatabase } from './database.ts';
import { definitionHash } from './definition.ts';
import { LongTransaction } from './longTransaction.ts';
import type { Projection } from './projection.ts';
import type { ViewsReader } from './reader.ts';
import { type Progress, rebuildViews, removeViewFile } from './rebuild.ts';
import { Waiters } from './waiters.ts';
import { directWriters } from './writers.ts';

/** A log of fewer is folded in less time than a worker takes to read the program's modules. */
const FEW_EVENTS = 500;
/** Before the log is read again after the disk refused a commit. */
const REWIND_PAUSE_MILLISECONDS = 500;

/** How the views of this process stand. `stopped` names the event that a projection could not take. */
export type ViewsStatus =
  | { status: 'catchingUp'; position: bigint | null }
  | { status: 'live'; position: bigint | null }
  | { status: 'stopped'; position: bigint | null; reason: string };

/** A step of the views: which streams moved, and how far the log is seen. */
export interface Advance {
  position: bigint;
  streams: ReadonlySet<string>;
}

export interface Views {
  reader: ViewsReader;
  status(): ViewsStatus;
  /** Whether the views pass `position` within the time; at once `false` while they are stopped. */
  reached(position: bigint, timeoutMilliseconds: number): Promise<boolean>;
  streamOfCommand(key: string): string | undefined;
  /** Calls back after each committed batch; returns how to stop that. */
  onAdvance(listener: (advance: Advance) => void): () => void;
  close(): Promise<void>;
}

export interface ViewsOptions {
  store: EventStore;
  folder: string;
  slot: number;
  projections: readonly Projection[];
  clock(): number;
  /** Runs the rebuild of more than a few events elsewhere (a worker); default is here, in this thread. */
  rebuild?(path: string): Promise<Progress>;
  onFault?(fault: ProjectionFault): void;
}

/**
 * Opens this process's views and keeps them on the log: what was missed first (a whole rebuild where there is no
 * usable file), then live. Resolves when they have caught up with what was the head at the start.
 */
export async function openViews(options: ViewsOptions): Promise<Views> {
  const { store, folder, slot, projections, clock } = options;
  const tables = projections.flatMap((projection) => projection.tables);
  const path = join(folder, `views-${definitionHash(projections)}-${slot}.db`);

  let views = existsSync(path) ? await openUsable(path, tables, store) : undefined;
  if (!views) {
    const few = (await store.readAll({ limit: FEW_EVENTS })).length < FEW_EVENTS;
    if (options.rebuild && !few) await options.rebuild(path);
    else await rebuildViews(store, path, projections, contentsIn(folder), clock());
    views = openViewsDatabase(path, tables);
  }
  removeOtherFiles(folder, slot, path);
  return follow(options, views);
}

/** The file at `path`, if it is whole and stands on this very log. */
async function openUsable(
  path: string,
  tables: ViewsOptions['projections'][number]['tables'],
  store: EventStore,
): Promise<ViewsDatabase | undefined> {
  let views: ViewsDatabase | undefined;
  try {
    views = openViewsDatabase(path, tables);
    if (views.isFinished() && (await standsOn(views, store))) return views;
  } catch {
    // Unreadable: begun anew like a missing one.
  }
  views?.close();
  return undefined;
}

async function standsOn(views: ViewsDatabase, store: EventStore): Promise<boolean> {
  const checkpoint = views.checkpoint();
  if (!checkpoint) return true;
  const [event] = await store.read(checkpoint.stream, { from: checkpoint.revision, limit: 1 });
  return event?.id === checkpoint.eventId && event.position === checkpoint.position;
}

/** Files of this slot that an older release left. Those of other slots belong to other processes. */
function removeOtherFiles(folder: string, slot: number, path: string): void {
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (/^views-[0-9a-f]+-\d+\.db$/.test(name) && name.endsWith(`-${slot}.db`) && file !== path)
      removeViewFile(file);
  }
}

async function follow(options: ViewsOptions, views: ViewsDatabase): Promise<Views> {
  const { store, clock } = options;
  const handlers = handlersByType(options.projections);
  const writers = directWriters(views);
  const contents = contentsIn(options.folder);
  const commands = openCommandLog(views);
  commands.prune(rememberedSince(clock()));
  const waiters = new Waiters();
  const listeners = new Set<(advance: Advance) => void>();
  const target = await store.head();
  let fault: ProjectionFault | null = null;
  let told = -1n;
  let rewinding: Promise<void> | undefined;
  let closed = false;
  const position = () => views.reader.position();
  const isCaughtUp = () => target === null || (position() ?? -1n) >= target;

  const transaction = new LongTransaction(views, () => {
    void rewind();
  });

  const take = (events: readonly RecordedEvent[]) => {
    transaction.run(events.length, () => {
      for (const event of events) {
        applyEvent(handlers, event, writers, contents);
        commands.note(event, 0);
      }
      const last = events.at(-1);
      if (!last) return;
      const { position, stream, revision, id: eventId } = last;
      views.setCheckpoint({ position, stream, revision, eventId });
    });
  };

  const caughtUp = Promise.withResolvers<void>();
  /** Takes a batch, up to the first event that a projection refuses; answers what was taken. */
  const takeUpToFault = (events: RecordedEvent[]): RecordedEvent[] => {
    try {
      take(events);
      return events;
    } catch (error) {
      if (!(error instanceof ProjectionFault)) throw error;
      const before = events.slice(0, events.indexOf(error.event));
      take(before);
      fault = error;
      options.onFault?.(error);
      return before;
    }
  };

  const handle = async (events: RecordedEvent[]) => {
    if (fault) return;
    if (rewinding) throw new Error('the views begin anew from their last commit');
    const taken = takeUpToFault(events);
    const last = taken.at(-1);
    if (last) waiters.reached(last.position);
    if (fault) waiters.giveUp();
    if (fault || isCaughtUp()) caughtUp.resolve();
    if (!last || last.position <= told) return;
    told = last.position;
    const advance = { position: last.position, streams: new Set(taken.map((event) => event.stream)) };
    for (const listener of listeners) listener(advance);
  };

  const subscribe = (): Subscription => {
    const start = position();
    return store.subscribe(start === null ? {} : { after: start }, handle);
  };
  let subscription = subscribe();
  /** A commit was lost: what was shown since the one before comes again from the log. */
  const rewind = (): Promise<void> => {
    rewinding ??= (async () => {
      await subscription.close();
      await pause(REWIND_PAUSE_MILLISECONDS);
      rewinding = undefined;
      if (!closed) subscription = subscribe();
    })();
    return rewinding;
  };
  if (isCaughtUp()) caughtUp.resolve();
  await caughtUp.promise;

  return {
    reader: views.reader,
    status: () => {
      if (fault) return { status: 'stopped', position: position(), reason: fault.message };
      return { status: isCaughtUp() ? 'live' : 'catchingUp', position: position() };
    },
    reached: (wanted, timeoutMilliseconds) => {
      if ((position() ?? -1n) >= wanted) return Promise.resolve(true);
      if (fault) return Promise.resolve(false);
      return waiters.wait(wanted, timeoutMilliseconds);
    },
    streamOfCommand: commands.streamOf,
    onAdvance: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      await rewinding;
      await subscription.close();
      waiters.giveUp();
      transaction.commit();
      views.close();
    },
  };
}
