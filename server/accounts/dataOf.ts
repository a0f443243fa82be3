import type { SQLOutputValue } from 'node:sqlite';
import { type AccountsDatabase, guarded } from './database.ts';
import type { KeySummary } from './keys.ts';

type Row = Record<string, SQLOutputValue>;

/** All that is held about a member in accounts, without secrets; JSON. What the log holds is told elsewhere. */
export interface HeldData {
  memberId: string;
  account: Row | null;
  profile: Row | null;
  waysToSignIn: Row[];
  sessions: Row[];
  passkeys: Row[];
  keys: KeySummary[];
  textsWritten: Row[];
  textsAboutMe: Row[];
  notices: Row[];
  noticeSwitches: Row[];
  pushDevices: Row[];
  calendarFeeds: Row[];
  mails: Row[];
  invitationsMade: Row[];
  invitationsUsed: Row[];
  foundingRequests: Row[];
  filesSent: Row[];
  filesComing: Row[];
  badges: Row[];
  pin: boolean;
}

/** What is asked for each part; never a password's hash, a token or a key. */
const QUERIES = {
  account: 'select name, email, emailVerified, createdAt, updatedAt from user where id = ?',
  profile: 'select language, locale, theme from profile where memberId = ?',
  waysToSignIn: 'select providerId, accountId, createdAt from account where userId = ?',
  sessions: 'select id, ipAddress, userAgent, createdAt, expiresAt from session where userId = ?',
  passkeys: 'select id, name, deviceType, backedUp, transports, createdAt from passkey where userId = ?',
  textsWritten: 'select id, kind, body, createdAt from texts where author = ?',
  textsAboutMe: 'select id, kind, body, createdAt from texts where subject = ?',
  notices: 'select id, kind, params, createdAt, readAt from notices where memberId = ?',
  noticeSwitches: 'select topic, channel, wanted from noticeSwitches where memberId = ?',
  pushDevices: 'select endpoint, createdAt from pushSubscriptions where memberId = ?',
  calendarFeeds: 'select machineId, createdAt, lastReadOn from calendarFeeds where memberId = ?',
  mails:
    "select channel, subject, body, state, createdAt from outbox where memberId = ? and state = 'waiting'",
  invitationsMade:
    'select workshopId, role, createdAt, expiresAt, usesLeft from invitations where createdBy = ?',
  invitationsUsed: `select workshopId, role, usedAt from invitationUses
                    join invitations on invitations.id = invitationId where memberId = ?`,
  foundingRequests: 'select askedAt, approvedAt, usedFor from foundingRequests where memberId = ?',
  filesSent: 'select fileId, bytes, at from uploads where memberId = ?',
  filesComing: 'select uploadId, bytes, received, at from incomingFiles where memberId = ?',
  badges: 'select addedBy, addedAt from badges where memberId = ?',
  pin: 'select 1 from pins where memberId = ?',
} as const;

/** Reads all that is held about a member; an erased one yields empty lists. */
export function dataOf({ reader }: AccountsDatabase, memberId: string, keys: KeySummary[]): HeldData {
  const all = (part: keyof typeof QUERIES): Row[] =>
    guarded(() => reader.prepare(QUERIES[part]).all(memberId));
  return {
    memberId,
    account: all('account')[0] ?? null,
    profile: all('profile')[0] ?? null,
    waysToSignIn: all('waysToSignIn'),
    sessions: all('sessions'),
    passkeys: all('passkeys'),
    keys,
    textsWritten: all('textsWritten'),
    textsAboutMe: all('textsAboutMe'),
    notices: all('notices'),
    noticeSwitches: all('noticeSwitches'),
    pushDevices: all('pushDevices'),
    calendarFeeds: all('calendarFeeds'),
    mails: all('mails'),
    invitationsMade: all('invitationsMade'),
    invitationsUsed: all('invitationsUsed'),
    foundingRequests: all('foundingRequests'),
    filesSent: all('filesSent'),
    filesComing: all('filesComing'),
    badges: all('badges'),
    pin: all('pin').length > 0,
  };
}
