import type { DatabaseSync } from 'node:sqlite';

/** One table's share in forgetting a member; `:member` is the id, `:email` and `:address` are what it knew. */
const STEPS: readonly { table: string; sql: string }[] = [
  {
    table: 'verification',
    sql: `delete from verification where instr(value, :member) > 0
          or (:email <> '' and (instr(lower(value), :email) > 0 or instr(lower(identifier), :email) > 0))`,
  },
  {
    table: 'rateLimit',
    sql: `delete from rateLimit where exists (
            select 1 from session where userId = :member and ipAddress <> ''
              and substr(rateLimit.key, 1, length(ipAddress) + 1) = ipAddress || '|')`,
  },
  { table: 'attempts', sql: `delete from attempts where instr(key, :member) > 0` },
  {
    table: 'keyUse',
    sql: 'delete from keyUse where keyId in (select id from apikey where referenceId = :member)',
  },
  { table: 'apikey', sql: 'delete from apikey where referenceId = :member' },
  { table: 'passkey', sql: 'delete from passkey where userId = :member' },
  { table: 'session', sql: 'delete from session where userId = :member' },
  { table: 'account', sql: 'delete from account where userId = :member' },
  {
    table: 'outbox',
    sql: `delete from outbox where memberId = :member
          or exists (select 1 from json_each(outbox.about) where value = :member)
          or (:email <> '' and instr(lower(body), :email) > 0)`,
  },
  { table: 'notices', sql: 'delete from notices where memberId = :member' },
  { table: 'noticeSwitches', sql: 'delete from noticeSwitches where memberId = :member' },
  { table: 'pushSubscriptions', sql: 'delete from pushSubscriptions where memberId = :member' },
  { table: 'calendarFeeds', sql: 'delete from calendarFeeds where memberId = :member' },
  { table: 'texts', sql: 'delete from texts where author = :member or subject = :member' },
  {
    table: 'texts',
    sql: 'delete from texts where id in (select value from json_each(:textIds))',
  },
  { table: 'badges', sql: 'delete from badges where memberId = :member' },
  { table: 'pins', sql: 'delete from pins where memberId = :member' },
  { table: 'kioskSessions', sql: 'delete from kioskSessions where memberId = :member' },
  { table: 'claims', sql: 'delete from claims where memberId = :member' },
  { table: 'uploads', sql: 'delete from uploads where memberId = :member' },
  { table: 'incomingFiles', sql: 'delete from incomingFiles where memberId = :member' },
  { table: 'profile', sql: 'delete from profile where memberId = :member' },
  { table: 'invitationUses', sql: 'delete from invitationUses where memberId = :member' },
  // Of drafts.db, which goes the same way.
  { table: 'draftSaves', sql: 'delete from draftSaves where memberId = :member' },
  { table: 'draftEditors', sql: 'delete from draftEditors where memberId = :member' },
  { table: 'draftPublishings', sql: 'delete from draftPublishings where memberId = :member' },
  { table: 'drafts', sql: 'delete from drafts where owner = :member' },
  { table: 'user', sql: 'delete from user where id = :member' },
];

/**
 * Removes a member's rows from an accounts database in one transaction, and notes in the same one that their
 * bytes have yet to vanish (`erasuresPending`). Works on a copy of an older release too: tables it has not are
 * skipped. Invitations that the member made stay: they hold a random id only.
 *
 * @param textIds further texts to remove, which the newest database knew to be theirs
 * @returns ids of the texts removed here, for the copies
 */
export function eraseRows(database: DatabaseSync, memberId: string, textIds: readonly string[]): string[] {
  const tables = new Set(
    database
      .prepare("select name from sqlite_master where type = 'table'")
      .all()
      .map(({ name }) => String(name)),
  );
  database.exec('begin immediate');
  try {
    const user = tables.has('user')
      ? database.prepare('select email from user where id = ?').get(memberId)
      : undefined;
    const removed = tables.has('texts')
      ? database
          .prepare('select id from texts where author = ?1 or subject = ?1')
          .all(memberId)
          .map(({ id }) => String(id))
      : [];
    const known = {
      member: memberId,
      email: String(user?.email ?? ''),
      textIds: JSON.stringify(textIds),
    };
    const before = changes(database);
    for (const { table, sql } of STEPS) {
      if (!tables.has(table)) continue;
      const names = Object.entries(known).filter(([name]) => sql.includes(`:${name}`));
      database.prepare(sql).run(Object.fromEntries(names));
    }
    const all = [...new Set([...textIds, ...removed])];
    if (changes(database) > before) {
      database.exec(PENDING_TABLE);
      database
        .prepare('insert or replace into erasuresPending values (?, ?)')
        .run(memberId, JSON.stringify(all));
    }
    database.exec('commit');
    return all;
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

const PENDING_TABLE =
  'create table if not exists erasuresPending (memberId text primary key, textIds text not null) strict';

const changes = (database: DatabaseSync) => Number(database.prepare('select total_changes() as n').get()?.n);

/** Members whose rows are gone from a database but whose bytes may still be in its files. */
export function pendingIn(database: DatabaseSync): { memberId: string; textIds: string[] }[] {
  database.exec(PENDING_TABLE);
  return database
    .prepare('select memberId, textIds from erasuresPending')
    .all()
    .map(({ memberId, textIds }) => ({ memberId: String(memberId), textIds: JSON.parse(String(textIds)) }));
}

/**
 * Writes every page of a database anew (VACUUM), so that what `secure_delete` may have missed when pages were
 * rearranged goes with the old ones.
 *
 * @returns false when a writer is in the way: try again
 */
export const rewrite = (database: DatabaseSync): boolean =>
  unlessBusy(() => {
    database.exec('vacuum');
    return true;
  });

/**
 * Brings the write-ahead log into the database and empties it; until then it holds older pages.
 *
 * @returns false when a reader of an older state, or a writer, is in the way: try again
 */
export const emptyLog = (database: DatabaseSync): boolean =>
  unlessBusy(() => database.prepare('pragma wal_checkpoint(truncate)').get()?.busy === 0);

/** SQLITE_BUSY and SQLITE_LOCKED. */
const BUSY_CODES: readonly number[] = [5, 6];

function unlessBusy(work: () => boolean): boolean {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    if (BUSY_CODES.includes(code)) return false;
    throw error;
  }
}
