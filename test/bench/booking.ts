import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarCommands, calendarStream } from '../../server/bookings/commands.ts';
import { createCommandHandler } from '../../server/commands/handler.ts';
import { openSnapshots } from '../../server/commands/snapshots.ts';
import { openStates } from '../../server/commands/states.ts';
import { logFile } from '../../server/eventstore/open.ts';
import { openLogDatabase } from '../../server/eventstore/sqlite/database.ts';
import { openSqliteEventStore } from '../../server/eventstore/sqlite/store.ts';
import { upcast } from '../../server/eventstore/upcasting.ts';
import { projections } from '../../server/projections.ts';
import { openViews } from '../../server/views/views.ts';
import { fillWith } from './history.ts';
import { longHistory } from './longHistory.ts';
import { interleaved, type Measurement, rounded } from './result.ts';

const FEW = 100;
const MANY = 100_000;
const ROUNDS = 250;
const PER_ROUND = 2;
const SLOT_MILLISECONDS = 30 * 60_000;

interface Growths {
  hot: Measurement;
  cold: Measurement;
}

let measured: Promise<Growths> | undefined;

/** A booking on a machine with 100,000 past bookings against one with 100, its state in memory. */
export const growthBookingHot = async (): Promise<Measurement> => {
  measured ??= measure();
  return (await measured).hot;
};

/** The same where the state has to be read anew each time: from the snapshot file, and the events since. */
export const growthBookingCold = async (): Promise<Measurement> => {
  measured ??= measure();
  return (await measured).cold;
};

async function measure(): Promise<Growths> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'commonwright-booking-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const clock = Date.now;
  const now = clock();
  const { memberId, workshopId, machineIds, events } = longHistory([FEW, MANY], now);
  const database = openLogDatabase(logFile(folder));
  fillWith(database, events());
  const store = openSqliteEventStore({ path: logFile(folder), database });
  opened.defer(() => store.close());
  const views = await openViews({ store, folder, slot: 0, projections, clock });
  opened.defer(() => views.close());
  const snapshots = openSnapshots(join(folder, 'snapshots.db'));
  opened.defer(() => snapshots.close());
  const states = openStates(store, snapshots, upcast);
  const { streamOfCommand } = views;
  const handler = createCommandHandler({ store, states, views, streamOfCommand, keepTexts: () => {}, clock });
  const { PlaceBooking } = calendarCommands(views.reader);

  const first = Math.ceil(now / SLOT_MILLISECONDS + 1) * SLOT_MILLISECONDS;
  const nextSlot = new Map<string, number>();
  const book = async (machineId: string): Promise<void> => {
    const start = nextSlot.get(machineId) ?? first;
    nextSlot.set(machineId, start + SLOT_MILLISECONDS);
    const command = {
      type: 'PlaceBooking',
      bookingId: randomUUID(),
      machineId,
      workshopId,
      memberId,
      start,
      end: start + SLOT_MILLISECONDS,
      purposeId: null,
    } as const;
    const actor = { kind: 'member', memberId } as const;
    const outcome = await handler.handle(PlaceBooking, { command, actor, commandId: randomUUID() });
    if (outcome.outcome !== 'accepted' || !outcome.seen) throw new Error(`a booking was ${outcome.outcome}`);
  };
  const growth = async (before: (machineId: string) => void): Promise<Measurement> => {
    const rounds = machineIds.map((machineId) => ({
      run: async () => {
        for (let booking = 0; booking < PER_ROUND; booking++) {
          before(machineId);
          await book(machineId);
        }
      },
    }));
    const [few = 0, many = 0] = await interleaved(ROUNDS, rounds);
    const milliseconds = (seconds: number) => rounded((seconds / PER_ROUND) * 1000);
    return {
      value: milliseconds(many),
      unit: 'ms per booking',
      baseline: milliseconds(few),
      ratio: rounded(many / few),
    };
  };
  // The first load folds the whole stream and leaves a snapshot, as the server's first day with it would.
  for (const machineId of machineIds) await book(machineId);
  const hot = await growth(() => {});
  const cold = await growth((machineId) => states.forget(calendarStream(machineId)));
  return { hot, cold };
}
