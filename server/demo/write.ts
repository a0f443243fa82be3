import { join } from 'node:path';
import { type Accounts, openAccounts } from '../accounts/accounts.ts';
import { bookingReactions } from '../bookings/reactions.ts';
import { buildReactions } from '../builds/reactions.ts';
import { createCommandHandler } from '../commands/handler.ts';
import { uuidv5 } from '../commands/identity.ts';
import { openSnapshots } from '../commands/snapshots.ts';
import { openStates } from '../commands/states.ts';
import { competenceReactions } from '../competences/reactions.ts';
import { designContents } from '../designs/contents.ts';
import { logFile } from '../eventstore/open.ts';
import type { EventStore } from '../eventstore/port.ts';
import { openLogDatabase } from '../eventstore/sqlite/database.ts';
import { openSqliteEventStore } from '../eventstore/sqlite/store.ts';
import { upcast } from '../eventstore/upcasting.ts';
import { contentsIn } from '../files/contents.ts';
import { openFileStore } from '../files/store.ts';
import { itemReactions } from '../items/reactions.ts';
import { careReactions } from '../machines/care/reactions.ts';
import { tellMembers } from '../members/reactions.ts';
import { networkReactions } from '../network/reactions.ts';
import { projections } from '../projections.ts';
import { REACTIONS } from '../reactions/runner.ts';
import { stockReactions } from '../stock/reactions.ts';
import { openViews } from '../views/views.ts';
import { DAY, midnightOf } from './calendarOfDays.ts';
import { consequencesOf } from './consequences.ts';
import { people } from './region.ts';
import { scheduleWith } from './schedule.ts';
import { seededChance } from './seeded.ts';
import { DEMO_PASSWORD } from './signIns.ts';
import { tellRegion } from './story.ts';
import { tellerOf } from './teller.ts';

/** Name space of the ids that derive from a seed and an hour. */
const NAMESPACE = '5f6c4a52-7a0e-4d0b-9d3c-2f1f2f9c9a11';
const NOTICES_KEPT_DAYS = 10;

export interface RegionOptions {
  /** Empty; gets `log.db`, `accounts.db` and `files`. */
  folder: string;
  /** A full hour, UTC milliseconds: the moment up to which the region's story is told. */
  now: number;
  seed: string;
  /** Signs nothing that stays. */
  secret: string;
  /** Told when the log is whole; answers the position up to which all reactions have run. */
  publish(store: EventStore): Promise<bigint | null>;
}

/** Makes the region: its accounts, and its log through the real commands, deciders and reactions at their own time. */
export async function writeRegion({ folder, now, seed, secret, publish }: RegionOptions): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const clock = { now };
  const today = midnightOf(now);
  const read = () => clock.now;
  const accounts = await openAccounts({
    path: join(folder, 'accounts.db'),
    secret,
    publicUrl: 'http://localhost',
    clock: () => new Date(clock.now),
    chance: seededChance(`${seed} accounts`),
    // Whoever is killed here starts anew.
    madeAside: true,
  });
  opened.defer(() => accounts.close());
  const memberIds = await openAccountsOf(accounts);

  // As with the accounts.
  const database = openLogDatabase(logFile(folder));
  database.exec('pragma synchronous = off');
  const store = openSqliteEventStore({ path: logFile(folder), database });
  opened.defer(() => store.close());
  const views = await openViews({ store, folder, slot: 0, projections, clock: read });
  opened.defer(() => views.close());
  const snapshots = openSnapshots(join(folder, 'snapshots.db'));
  opened.defer(() => snapshots.close());
  const files = await openFileStore(folder, 0);
  const designs = designContents(contentsIn(folder), files);
  const commands = createCommandHandler({
    store,
    states: openStates(store, snapshots, upcast),
    views,
    streamOfCommand: views.streamOfCommand,
    keepTexts: (texts, author) => Promise.all(texts.map((text) => accounts.texts.put({ ...text, author }))),
    clock: read,
  });
  const follow = consequencesOf({
    store,
    views: views.reader,
    commands,
    reactions: [
      ...bookingReactions,
      ...competenceReactions,
      ...careReactions,
      ...networkReactions,
      ...buildReactions,
      ...itemReactions,
      ...stockReactions,
      tellMembers,
    ],
    state: accounts.reactions,
    clock: read,
    noticesSince: now - NOTICES_KEPT_DAYS * DAY,
  });
  const teller = tellerOf(commands, uuidv5(`${seed} ${now}`, NAMESPACE), follow);
  const schedule = scheduleWith(clock);
  const names = { of: (ids: Iterable<string>) => accounts.members.namesNow([...ids]) };
  tellRegion({ schedule, teller, views: views.reader, names, files, designs, today, now, memberIds }, seed);
  await schedule.run();

  const reactedTo = await publish(store);
  if (reactedTo !== null)
    await accounts.reactions.tx((transaction) => transaction.setCheckpoint(REACTIONS, reactedTo));
}

/** Accounts for everybody; only those whose sign-in is shown have a password. Answers member ids by word. */
async function openAccountsOf({ members }: Accounts): Promise<Map<string, string>> {
  const memberIds = new Map<string, string>();
  for (const { key, name, email } of people) {
    const memberId = await members.create({
      email: email ?? `${key}@demo.example`,
      displayName: name,
      password: email === undefined ? null : DEMO_PASSWORD,
    });
    if (memberId === null) throw new Error(`The demo has two people called ${key}.`);
    memberIds.set(key, memberId);
  }
  return memberIds;
}
