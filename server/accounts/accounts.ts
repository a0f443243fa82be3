import { dirname } from 'node:path';
import type { FoundingRequests } from '../workshops/founding.ts';
import { type Aliveness, alivenessOf } from './aliveness.ts';
import { type Attempts, attemptsOf } from './attempts.ts';
import { type AuthHandler, authHandlerOf } from './authHandler.ts';
import { type Badges, badgesOf } from './badges.ts';
import { type CalendarFeeds, calendarFeedsOf } from './calendarFeeds.ts';
import { type Chance, systemChance } from './chance.ts';
import { type Claims, claimsOf } from './claims.ts';
import { type Arrival, clientAddressOf } from './clientAddress.ts';
import { openAccountsDatabase } from './database.ts';
import { dataOf, type HeldData } from './dataOf.ts';
import { type Devices, devicesOf } from './devices.ts';
import { type Erasures, erasuresOf } from './erasure.ts';
import { watchEvictions } from './evictions.ts';
import { type FoundingCode, foundingCodeOf } from './foundingCode.ts';
import { foundingRequestsOf } from './foundingRequests.ts';
import { type GrantKeys, grantKeysOf } from './grantKeys.ts';
import { housekeepingOf } from './housekeeping.ts';
import { type IncomingFiles, incomingFilesOf } from './incomingFiles.ts';
import { type Invitations, invitationsOf } from './invitations.ts';
import { type Keys, keysOf } from './keys.ts';
import { keyUseOf } from './keyUse.ts';
import { type Kiosks, kiosksOf } from './kiosks.ts';
import { mailCourierOf } from './mailCourier.ts';
import { type MailSettings, mailerOf } from './mailer.ts';
import { type Members, membersOf } from './members.ts';
import { migrate } from './migrations.ts';
import { type NoticeSwitches, noticeSwitchesOf } from './noticePreferences.ts';
import { type Notices, noticesOf } from './notices.ts';
import { addMail, type OutgoingMail, outboxOf } from './outbox.ts';
import { passwordsOf } from './passwords.ts';
import { type Pins, pinsOf } from './pins.ts';
import { type Push, pushOf } from './push.ts';
import { type Lease, leaseOf, type ReactionState, reactionStateOf } from './reactionState.ts';
import { type Sessions, sessionsOf } from './sessions.ts';
import { type AccountsLog, type OidcProvider, signInOf, signInOptions } from './signIn.ts';
import { type Texts, textsOf } from './texts.ts';
import { type Uploads, uploadsOf } from './uploads.ts';

export interface AccountsSettings {
  /** Nothing has to be on the disk before whoever makes the file moves it into its place. */
  madeAside?: boolean;
  /** Path of `accounts.db`; made when missing. Its folder is where `erasures.jsonl` stands. */
  path: string;
  /** At least 32 characters (see `readOrCreateSecret`); changing it signs everybody out. */
  secret: string;
  publicUrl: string;
  /** Addresses and ranges of the proxies in front, or how many there are; default none. */
  trustedProxies?: readonly string[] | number;
  backupFolders?: readonly string[];
  mail?: MailSettings;
  /** Where pushes may go: default `public`, to public addresses over HTTPS alone. */
  pushReach?: 'public' | 'anywhere';
  oidc?: readonly OidcProvider[];
  clock?: () => Date;
  chance?: Chance;
  log?: AccountsLog;
}

/** Everything personal, behind narrow doors. What fails on storage throws {@link AccountsUnavailable}. */
export interface Accounts {
  authHandler: AuthHandler;
  /** The address a request comes from, by the configured trust. */
  clientAddress: (request: Arrival) => string;
  attempts: Attempts;
  sessions: Sessions;
  keys: Keys;
  members: Members;
  texts: Texts;
  badges: Badges;
  pins: Pins;
  devices: Devices;
  kiosks: Kiosks;
  claims: Claims;
  grantKeys: GrantKeys;
  uploads: Uploads;
  incomingFiles: IncomingFiles;
  notices: Notices;
  noticeSwitches: NoticeSwitches;
  calendarFeeds: CalendarFeeds;
  push: Push;
  mail: {
    /** False: the reset page says so, and everything else works. */
    configured: boolean;
    add(mail: OutgoingMail): Promise<void>;
    /** Begins to send what waits, mails and pushes; `stop` is part of `close`. */
    start(): void;
    sendDue(): Promise<number>;
  };
  /** The OpenID Connect providers, for the sign-in page. */
  providers: readonly { id: string; name: string }[];
  reactions: ReactionState;
  lease: Lease;
  aliveness: Aliveness;
  invitations: Invitations;
  foundingCode: FoundingCode;
  foundingRequests: FoundingRequests;
  erase: Erasures['erase'];
  dataOf(memberId: string): Promise<HeldData>;
  close(): Promise<void>;
}

/** Opens `accounts.db`, brings its tables up to date and finishes interrupted erasures. */
export async function openAccounts(settings: AccountsSettings): Promise<Accounts> {
  const { path, secret, trustedProxies = [], backupFolders = [], oidc = [] } = settings;
  const { clock = () => new Date(), chance = systemChance, log = () => {} } = settings;
  const origin = new URL(settings.publicUrl).origin;
  const addressOf = clientAddressOf(trustedProxies);
  const database = openAccountsDatabase(path);
  if (settings.madeAside) database.writer.exec('pragma synchronous = off');
  const mailer = settings.mail ? mailerOf(settings.mail) : null;
  const outbox = mailer ? outboxOf(database, mailCourierOf(database, mailer), clock, log) : null;
  const mailConfigured = outbox !== null;
  const add = async (mail: OutgoingMail) => {
    await addMail(database.kysely, mail, clock(), mailConfigured);
    outbox?.wake();
  };
  const passwords = passwordsOf(chance);
  const signInSettings = {
    database,
    secret,
    publicUrl: origin,
    oidc,
    passwords,
    chance,
    sendReset: mailConfigured
      ? (memberId: string, url: string) => add(resetMail(chance, memberId, url))
      : null,
    log,
  };
  await migrate(database, signInOptions(signInSettings));
  const push = await pushOf(database, { ...settings, origin, clock, chance, log });
  const signIn = signInOf(signInSettings);
  const use = keyUseOf(database, clock, log);
  const later: { catchUp: () => void } = { catchUp: () => {} };
  const catchUp = () => later.catchUp();
  const sessions = sessionsOf(database, signIn, { origin, secret, clock, catchUp });
  const keys = keysOf(database, signIn, { clock, use, catchUp });
  const forget = (subject: string) => {
    sessions.forget(subject);
    keys.forget(subject);
  };
  const evictions = watchEvictions(database, forget, log);
  later.catchUp = evictions.catchUp;
  const housekeeping = housekeepingOf(database, clock, log);
  const attempts = attemptsOf(database, clock);
  const erasures = erasuresOf(database, { clock, dataFolder: dirname(path), backupFolders, catchUp });
  await erasures.resume();
  return {
    authHandler: authHandlerOf({ origin, handle: signIn.handler, addressOf, afterwards: catchUp, log }),
    clientAddress: addressOf,
    attempts,
    sessions,
    keys,
    members: membersOf(database, signIn),
    texts: textsOf(database, clock),
    badges: badgesOf(database, { secret, clock, chance }),
    pins: pinsOf(database, { attempts, passwords }),
    devices: devicesOf(database, { clock, chance, use }),
    kiosks: kiosksOf(database, { clock, chance, attempts }),
    grantKeys: grantKeysOf(secret),
    claims: claimsOf(database, { clock, chance, passwords }),
    uploads: uploadsOf(database, clock),
    incomingFiles: incomingFilesOf(database, clock),
    notices: noticesOf(database, clock),
    noticeSwitches: noticeSwitchesOf(database),
    calendarFeeds: calendarFeedsOf(database, { clock, chance }),
    push,
    mail: {
      configured: mailConfigured,
      add,
      start: () => {
        outbox?.start();
        push.outbox.start();
      },
      sendDue: async () => (await outbox?.sendDue()) ?? 0,
    },
    providers: oidc.map(({ id, name }) => ({ id, name })),
    reactions: reactionStateOf(database, {
      clock,
      mailConfigured,
      wake: () => {
        outbox?.wake();
        push.outbox.wake();
      },
    }),
    lease: leaseOf(database, clock),
    aliveness: alivenessOf(database),
    invitations: invitationsOf(database, { clock, chance, attempts }),
    foundingCode: foundingCodeOf(database, { clock, chance, attempts }),
    foundingRequests: foundingRequestsOf(database, clock),
    erase: erasures.erase,
    dataOf: async (memberId) => dataOf(database, memberId, await keys.of(memberId)),
    close: async () => {
      evictions.close();
      housekeeping.close();
      await outbox?.stop();
      await push.outbox.stop();
      await erasures.close();
      await use.close();
      await database.close();
    },
  };
}

const resetMail = (chance: Chance, memberId: string, url: string): OutgoingMail => ({
  key: `reset:${chance.uuid()}`,
  memberId,
  subject: 'Choose a new password',
  body: [
    'Somebody, most likely you, asked for a new password for Commonwright.',
    `Choose it here within an hour:\n\n${url}`,
    'If it was not you, do nothing: your password stays as it is.',
  ].join('\n\n'),
});
