import { randomInt } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openEventStoreDb } from '../../server/eventstore/eventstoredb/openEventStoreDb.ts';
import { chanceFrom } from '../bench/chance.ts';
import { caller } from '../server/caller.ts';
import { startStandInProcess } from '../server/eventstore/standIn/standInProcess.ts';
import { startServerProcess } from '../serverProcess.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { checkLog, everyEvent, Ledger, scene, Unavailable } from './ledger.ts';

const ROUNDS = 12;
const COMMANDS_A_ROUND = 12;
const seed = Number(process.env.SEED ?? randomInt(1_000_000_000));

/** What the wire does to appends; those that stall cost the adapter's patience, so they come seldom. */
const FAULTS = [
  'reset',
  'writeThenReset',
  'late',
  'lateWrite',
  'timeout',
  'writeThenTimeout',
  'tooBusy',
  'notReady',
  'writeThenStall',
] as const;

describe('on a log that stalls, resets and answers late', () => {
  it('no acknowledged booking is lost, none unacknowledged is reported as done, none is doubled', {
    timeout: 240_000,
  }, async () => {
    console.info(`seed ${seed}: SEED=${seed} runs the same again`);
    const chance = chanceFrom(seed);
    const standIn = await startStandInProcess();
    onTestFinished(() => standIn.stop());
    const dataDir = await temporaryFolder();
    const { machineIds, credentials } = await scene(dataDir, standIn.connectionString);
    const server = await startServerProcess({
      DATA_DIR: dataDir,
      EVENTSTORE_URL: standIn.connectionString,
      LOG_LEVEL: 'silent',
    });
    onTestFinished(() => server.kill());
    const member = caller(server.base, server.origin, credentials);
    const store = openEventStoreDb({ connectionString: standIn.connectionString });
    onTestFinished(() => store.close());
    const ledger = new Ledger();
    let unavailable = 0;
    const orUnavailable = (error: unknown) => {
      if (!(error instanceof Unavailable)) throw error;
      unavailable++;
    };
    for (let round = 0; round < ROUNDS; round++) {
      for (let n = 0; n < 3; n++) {
        const kind = FAULTS[Math.floor(chance() * FAULTS.length)] ?? 'reset';
        await standIn.fault({ on: 'append', kind, delay: Math.floor(chance() * 400) });
      }
      if (chance() < 0.3) await standIn.control('reset');
      await Promise.all(
        Array.from({ length: COMMANDS_A_ROUND }, () =>
          ledger.give(member, ledger.next(machineIds, chance)).catch(orUnavailable),
        ),
      );
      checkLog(await everyEvent(store), ledger);
    }
    await standIn.control('clear');
    // Longer than the adapter's patience: the server has to say that it does not know.
    await standIn.control('hold');
    await Promise.all(
      Array.from({ length: 4 }, () =>
        ledger.give(member, ledger.next(machineIds, chance)).catch(orUnavailable),
      ),
    );
    expect(unavailable).toBeGreaterThanOrEqual(4);
    await standIn.control('release');
    // Whatever became of those without an answer: repeated under their own ids, they stand once.
    while (ledger.unknown.size > 0) {
      await Promise.all([...ledger.unknown].map((sent) => ledger.give(member, sent).catch(orUnavailable)));
    }
    const events = await everyEvent(store);
    checkLog(events, ledger);
    const placed = events.filter((event) => event.type === 'BookingPlaced');
    expect(placed).toHaveLength(ledger.acknowledged.length);
    expect(ledger.acknowledged.length).toBeGreaterThan(ROUNDS);
    for (const { machineId, bookingId } of ledger.acknowledged) {
      expect((await member.get(`/api/machines/${machineId}/bookings/${bookingId}`)).status).toBe(200);
    }
    console.info(`${ledger.acknowledged.length} acknowledged, ${unavailable} answers that the log is away`);
  });
});
