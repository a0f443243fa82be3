import type { BetterAuthOptions } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import type { AccountsDatabase } from './database.ts';
import { AccountsUnavailable } from './unavailable.ts';

/**
 * Our own tables, step by step; `user_version` counts the steps taken. A step is never changed once released.
 * Triggers write the evictions, so that whoever deletes a session or changes a key, in whichever process and by
 * whichever way, is noticed by all.
 */
const STEPS: readonly string[] = [
  `create table profile (
     memberId text primary key references user(id) on delete cascade, language text, theme text, locale text
   ) strict;
   create table texts (
     id text primary key, kind text not null, body text not null, author text not null, subject text,
     createdAt text not null
   ) strict;
   create index textsByAuthor on texts(author);
   create index textsBySubject on texts(subject) where subject is not null;
   create table notices (
     id text primary key, memberId text not null, kind text not null, params text not null,
     createdAt text not null, readAt text
   ) strict;
   create index noticesByMember on notices(memberId, createdAt);
   create table outbox (
     key text primary key, memberId text not null, about text not null, subject text not null, body text not null,
     state text not null, attempts integer not null, nextAttemptAt integer not null,
     claimedUntil integer not null, createdAt integer not null
   ) strict;
   create index outboxDue on outbox(nextAttemptAt) where state = 'waiting';
   create table reactionCheckpoint (name text primary key, position text not null) strict;
   create table lease (name text primary key, holder text not null, expiresAt integer not null) strict;
   create table invitations (
     id text primary key, tokenHash text not null unique, workshopId text not null, role text not null,
     createdBy text not null, createdAt text not null, expiresAt text not null, usesLeft integer not null,
     revokedAt text
   ) strict;
   create table invitationUses (
     invitationId text not null references invitations(id), memberId text not null, usedAt text not null,
     primary key (invitationId, memberId)
   ) strict;
   create table foundingCodes (hash text primary key, createdAt text not null, redeemedBy text) strict;
   create table attempts (key text primary key, windowStart integer not null, count integer not null) strict;
   create table keyUse (keyId text primary key, windowStart integer not null, count integer not null) strict;
   create table evictions (id integer primary key autoincrement, subject text not null, at integer not null) strict;
   create table erasuresPending (memberId text primary key, textIds text not null) strict;
   create trigger sessionDeleted after delete on session begin
     insert into evictions(subject, at) values (old.id, unixepoch() * 1000);
   end;
   create trigger keyDeleted after delete on apikey begin
     insert into evictions(subject, at) values (old.id, unixepoch() * 1000);
   end;
   create trigger keyChanged after update of enabled, expiresAt, permissions, metadata, key on apikey begin
     insert into evictions(subject, at) values (old.id, unixepoch() * 1000);
   end;`,
  `create table foundingRequests (
     memberId text primary key references user(id) on delete cascade, askedAt text not null, approvedAt text,
     usedFor text
   ) strict;`,
  `create table noticeSwitches (
     memberId text not null, topic text not null, channel text not null, wanted integer not null,
     primary key (memberId, topic, channel)
   ) strict;
   create table pushKeys (
     id integer primary key check (id = 1), publicKey text not null, privateKey text not null
   ) strict;
   create table pushSubscriptions (
     id text primary key, endpoint text not null unique, memberId text not null, p256dh text not null,
     auth text not null, createdAt text not null
   ) strict;
   create index pushSubscriptionsByMember on pushSubscriptions(memberId);
   create table calendarFeeds (
     id text primary key, secretHash text not null unique, memberId text not null, machineId text,
     createdAt text not null, lastReadOn text
   ) strict;
   create index calendarFeedsByMember on calendarFeeds(memberId);
   alter table outbox add column channel text not null default 'mail';
   alter table outbox add column attached text not null default '{}';
   drop index outboxDue;
   create index outboxDue on outbox(channel, nextAttemptAt) where state = 'waiting';`,
  `create table uploads (
     fileId text not null, memberId text not null, bytes integer not null, at integer not null,
     primary key (fileId, memberId)
   ) strict;
   create index uploadsByMember on uploads(memberId, at);`,
  `create table aliveness (id integer primary key check (id = 1), at integer not null) strict;
   create table downtime (startedAt integer primary key, endedAt integer not null) strict;`,
  `create table badges (
     id text primary key, hash text not null unique, sealed text not null, memberId text not null,
     addedBy text not null, addedAt text not null
   ) strict;
   create index badgesByMember on badges(memberId);
   create table pins (memberId text primary key, hash text not null) strict;`,
  `create table devices (
     id text primary key, kind text not null, workshopId text not null, name text not null,
     keyHash text not null unique, addedAt text not null, lastSeenAt text, clockAheadMs integer
   ) strict;
   create index devicesByWorkshop on devices(workshopId, kind);
   create table kioskPairings (
     codeHash text primary key, workshopId text not null, name text not null, expiresAt integer not null
   ) strict;
   create table kioskSessions (
     tokenHash text primary key, kioskId text not null, memberId text not null, expiresAt integer not null
   ) strict;
   create table claims (
     memberId text primary key, tokenHash text not null unique, expiresAt integer not null
   ) strict;`,
  `create table incomingFiles (
     uploadId text primary key, memberId text not null, bytes integer not null, sha256 text,
     received integer not null, at integer not null, fileId text, type text
   ) strict;
   create index incomingFilesByMember on incomingFiles(memberId);`,
];

/** Brings the tables up to date: the sign-in library's first, then ours. Safe when two processes start at once. */
export async function migrate(database: AccountsDatabase, options: BetterAuthOptions): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const plan = await getMigrations(options);
      if (plan.toBeCreated.length + plan.toBeAdded.length + plan.toBeAddedIndexes.length === 0) break;
      await plan.runMigrations();
      break;
    } catch (error) {
      // Another process that starts at the same moment may have created the table first: plan anew.
      const hopeless = error instanceof AccountsUnavailable && error.reason !== 'busy';
      if (hopeless || attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25 * attempt));
    }
  }
  await database.exclusively((writer) => {
    writer.exec('begin immediate');
    try {
      const row = writer.prepare('pragma user_version').get();
      const taken = Number(row?.user_version ?? 0);
      if (taken > STEPS.length)
        throw new Error('accounts.db was written by a newer release of Commonwright.');
      for (const step of STEPS.slice(taken)) writer.exec(step);
      writer.exec(`pragma user_version = ${STEPS.length}`);
      writer.exec('commit');
    } catch (error) {
      if (writer.isTransaction) writer.exec('rollback');
      throw error;
    }
  });
}
