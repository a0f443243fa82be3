import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventStore } from '../eventstore/port.ts';

const BATCH = 500;

/** Moves a closed database into its place, at once and for good; what was there goes. */
export function moveDatabase(from: string, to: string): void {
  // Whoever closed it last may only have read it: then its journal still holds the newest.
  const whole = new DatabaseSync(from);
  whole.exec('pragma wal_checkpoint(truncate)');
  whole.close();
  // A journal of what was there before would be taken for the new file's own.
  for (const suffix of ['-wal', '-shm']) rmSync(to + suffix, { force: true });
  sync(from);
  renameSync(from, to);
  sync(dirname(to));
}

/** Moves content-addressed files into their folder; those of a cut-off earlier try are met again and stay. */
export function moveFiles(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const shelf of readdirSync(from)) {
    mkdirSync(join(to, shelf), { recursive: true });
    for (const file of readdirSync(join(from, shelf)))
      renameSync(join(from, shelf, file), join(to, shelf, file));
    sync(join(to, shelf));
  }
  if (existsSync(to)) sync(to);
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * Writes every event of one log into another, in order and with the same ids, and closes that one. What a copy that
 * was cut off has written is met again and left as it is.
 * @returns the head of the other log.
 */
export async function copyLog(from: EventStore, to: EventStore): Promise<bigint | null> {
  try {
    let after: bigint | undefined;
    for (;;) {
      const events = await from.readAll(after === undefined ? { limit: BATCH } : { limit: BATCH, after });
      if (events.length === 0) return await to.head();
      for (const { stream, revision, position, id, type, data, metadata } of events) {
        const expected = revision === 0 ? 'none' : revision - 1;
        const { outcome } = await to.append(stream, [{ id, type, data, metadata }], expected);
        if (outcome !== 'appended') throw new Error(`the log holds something else in ${stream}`);
        after = position;
      }
    }
  } finally {
    await to.close();
  }
}
