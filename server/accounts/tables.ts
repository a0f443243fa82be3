import type { Generated } from 'kysely';

/** The columns of the sign-in library's tables that our own code reads; it owns and migrates them itself. */
interface SignInTables {
  user: {
    id: string;
    name: string;
    email: string;
    emailVerified: number;
    createdAt: string;
    updatedAt: string;
  };
  account: {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    createdAt: string;
    updatedAt: string;
  };
  session: {
    id: string;
    token: string;
    userId: string;
    expiresAt: string;
    ipAddress: string | null;
    userAgent: string | null;
    createdAt: string;
  };
  apikey: {
    id: string;
    name: string | null;
    start: string | null;
    key: string;
    referenceId: string;
    enabled: number;
    expiresAt: string | null;
    permissions: string | null;
    metadata: string | null;
    createdAt: string;
  };
}

export interface OutboxRow {
  key: string;
  channel: 'mail' | 'push';
  memberId: string;
  /** JSON array of further members whom the mail names. */
  about: string;
  subject: string;
  body: string;
  /** JSON object: of a mail its calendar invitation, of a push where it goes. */
  attached: string;
  state: 'waiting' | 'sent' | 'givenUp';
  attempts: number;
  nextAttemptAt: number;
  claimedUntil: number;
  createdAt: number;
}

export interface NoticeRow {
  id: string;
  memberId: string;
  kind: string;
  params: string;
  createdAt: string;
  readAt: string | null;
}

/** A switch that stands otherwise than by default. */
export interface NoticeSwitchRow {
  memberId: string;
  topic: string;
  channel: string;
  wanted: number;
}

export interface PushSubscriptionRow {
  id: string;
  endpoint: string;
  memberId: string;
  p256dh: string;
  auth: string;
  createdAt: string;
}

export interface CalendarFeedRow {
  id: string;
  secretHash: string;
  memberId: string;
  machineId: string | null;
  createdAt: string;
  lastReadOn: string | null;
}

export interface TextRow {
  id: string;
  kind: string;
  body: string;
  author: string;
  subject: string | null;
  createdAt: string;
}

export interface InvitationRow {
  id: string;
  tokenHash: string;
  workshopId: string;
  role: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  usesLeft: number;
  revokedAt: string | null;
}

/** Every table of `accounts.db` as Kysely knows it. Instants are ISO 8601 texts, or milliseconds where counted. */
export interface AccountsTables extends SignInTables {
  profile: { memberId: string; language: string | null; theme: string | null; locale: string | null };
  texts: TextRow;
  notices: NoticeRow;
  outbox: OutboxRow;
  noticeSwitches: NoticeSwitchRow;
  pushKeys: { id: number; publicKey: string; privateKey: string };
  pushSubscriptions: PushSubscriptionRow;
  calendarFeeds: CalendarFeedRow;
  reactionCheckpoint: { name: string; position: string };
  lease: { name: string; holder: string; expiresAt: number };
  invitations: InvitationRow;
  invitationUses: { invitationId: string; memberId: string; usedAt: string };
  foundingCodes: { hash: string; createdAt: string; redeemedBy: string | null };
  foundingRequests: {
    memberId: string;
    askedAt: string;
    approvedAt: string | null;
    /** The workshop that was founded with the approval. */
    usedFor: string | null;
  };
  badges: {
    id: string;
    hash: string;
    sealed: string;
    memberId: string;
    addedBy: string;
    addedAt: string;
  };
  pins: { memberId: string; hash: string };
  devices: {
    id: string;
    kind: string;
    workshopId: string;
    name: string;
    keyHash: string;
    addedAt: string;
    lastSeenAt: string | null;
    clockAheadMs: number | null;
  };
  kioskPairings: { codeHash: string; workshopId: string; name: string; expiresAt: number };
  kioskSessions: { tokenHash: string; kioskId: string; memberId: string; expiresAt: number };
  claims: { memberId: string; tokenHash: string; expiresAt: number };
  uploads: { fileId: string; memberId: string; bytes: number; at: number };
  incomingFiles: {
    uploadId: string;
    memberId: string;
    bytes: number;
    sha256: string | null;
    received: number;
    at: number;
    fileId: string | null;
    type: string | null;
  };
  aliveness: { id: number; at: number };
  downtime: { startedAt: number; endedAt: number };
  attempts: { key: string; windowStart: number; count: number };
  keyUse: { keyId: string; windowStart: number; count: number };
  evictions: { id: Generated<number>; subject: string; at: number };
  erasuresPending: { memberId: string; textIds: string };
}
