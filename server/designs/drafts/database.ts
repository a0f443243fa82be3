import { DatabaseSync } from 'node:sqlite';
import { BUSY_TIMEOUT_MS, guarded, WRITER_PRAGMAS } from '../../accounts/database.ts';

/** Steps that are never changed once released; `user_version` counts those taken. */
const STEPS: readonly string[] = [
  `create table drafts (
     draftId text primary key, owner text not null, version integer not null, content text not null,
     title text not null, picture text, designId text, forkDesign text, forkRevision integer,
     baseDesign text, baseRevision integer, baseContentId text, begunAt integer not null, savedAt integer not null
   ) strict;
   create index draftsByOwner on drafts(owner);
   create table draftEditors (
     draftId text not null references drafts(draftId) on delete cascade, memberId text not null,
     primary key (draftId, memberId)
   ) strict, without rowid;
   create index draftsByEditor on draftEditors(memberId);
   create table draftSaves (
     draftId text not null references drafts(draftId) on delete cascade, saveId text not null,
     memberId text not null, version integer not null, answer text not null, at integer not null,
     primary key (draftId, saveId)
   ) strict, without rowid;
   create index draftSavesByTime on draftSaves(at);
   create table draftPublishings (
     draftId text primary key, memberId text not null, commandId text not null, version integer not null,
     command text not null, at integer not null
   ) strict;`,
];

/**
 * Opens (and creates) `drafts.db`. Everything in it is done by one statement or within `immediately`, so that several
 * processes may have it open.
 */
export function openDraftsDatabase(path: string): DatabaseSync {
  return guarded(() => {
    const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
    database.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}; ${WRITER_PRAGMAS}`);
    immediately(database, () => {
      const taken = Number(database.prepare('pragma user_version').get()?.user_version);
      for (const step of STEPS.slice(taken)) database.exec(step);
      database.exec(`pragma user_version = ${Math.max(taken, STEPS.length)}`);
    });
    return database;
  });
}

/** One transaction that has the write lock from its beginning; undone when `work` throws. */
export function immediately<T>(database: DatabaseSync, work: () => T): T {
  return guarded(() => {
    database.exec('begin immediate');
    try {
      const result = work();
      database.exec('commit');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
  });
}
