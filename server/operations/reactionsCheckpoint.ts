import { DatabaseSync } from 'node:sqlite';
import { REACTIONS } from '../reactions/runner.ts';

/** Up to which position reactions have run, in a closed accounts database; null at the beginning. */
export function reactionsCheckpoint(accountsPath: string): bigint | null {
  const database = new DatabaseSync(accountsPath);
  try {
    const row = database.prepare('select position from reactionCheckpoint where name = ?').get(REACTIONS);
    return row === undefined ? null : BigInt(String(row.position));
  } finally {
    database.close();
  }
}

/**
 * Puts the checkpoint where the log that these accounts now belong to has it, backwards too (the program itself only
 * moves it on), and ends leases of processes that are no more.
 */
export function placeReactionsCheckpoint(accountsPath: string, position: bigint | null): void {
  const database = new DatabaseSync(accountsPath);
  try {
    database.exec('pragma synchronous = full; begin immediate; delete from lease');
    database.prepare('delete from reactionCheckpoint where name = ?').run(REACTIONS);
    if (position !== null) {
      database
        .prepare('insert into reactionCheckpoint (name, position) values (?, ?)')
        .run(REACTIONS, String(position));
    }
    database.exec('commit');
  } finally {
    database.close();
  }
}
